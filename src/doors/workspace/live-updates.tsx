import { useEffect } from 'react';
import { useMatches, useRevalidator } from 'react-router';

/** Looks again when somebody elsewhere changed what the page shows: its `handle.topics(data)` name the live topics. */
export function LiveUpdates() {
  const { revalidate } = useRevalidator();
  const topics = useMatches().flatMap(({ handle, loaderData }) => {
    const named = (handle as { topics?: (data: never) => string[] } | undefined)?.topics;
    return named && loaderData !== undefined ? named(loaderData as never) : [];
  });
  const key = [...new Set(topics)].sort().join('&topic=');

  useEffect(() => {
    if (!key) return;
    const stream = new EventSource(`/live?topic=${key}`);
    const look = () => {
      // What a person is typing is not taken from under his hands.
      if (navigator.onLine && !document.activeElement?.matches('input, textarea, select')) void revalidate();
    };
    stream.addEventListener('changed', look);
    stream.addEventListener('gap', look);
    window.addEventListener('online', look);
    return () => {
      stream.close();
      window.removeEventListener('online', look);
    };
  }, [key, revalidate]);
  return null;
}

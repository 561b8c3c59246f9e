import { useEffect } from 'react';
import { useMatches, useNavigation, useRevalidator } from 'react-router';
import { askedNow, hearLive } from './live-stream.ts';

/** Looks again when somebody elsewhere changed what the page shows: its `handle.topics(data)` name the live topics. */
export function LiveUpdates() {
  const { revalidate } = useRevalidator();
  const { state } = useNavigation();
  const topics = useMatches().flatMap(({ handle, loaderData }) => {
    const named = (handle as { topics?: (data: never) => string[] } | undefined)?.topics;
    return named && loaderData !== undefined ? named(loaderData as never) : [];
  });
  const key = [...new Set(topics)].sort().join(' ');

  useEffect(() => {
    if (state === 'loading') askedNow();
  }, [state]);

  useEffect(() => {
    if (!key) return;
    const look = () => {
      // What a person is typing is not taken from under his hands.
      if (navigator.onLine && !document.activeElement?.matches('input, textarea, select')) void revalidate();
    };
    const stop = hearLive(key.split(' '), look);
    window.addEventListener('online', look);
    return () => {
      stop();
      window.removeEventListener('online', look);
    };
  }, [key, revalidate]);
  return null;
}

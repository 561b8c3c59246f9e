import { useEffect, useRef } from 'react';

/** Hears what happens to a piece, by the name of the event; `gap` when some of it may have been missed. */
export function useLive(piece: number, heard: (event: string) => void): void {
  const now = useRef(heard);
  useEffect(() => {
    now.current = heard;
  });
  useEffect(() => {
    const stream = new EventSource(`/live?topic=piece:${piece}`);
    stream.addEventListener('changed', (message: MessageEvent<string>) =>
      now.current((JSON.parse(message.data) as { event: string }).event),
    );
    stream.addEventListener('gap', () => now.current('gap'));
    return () => stream.close();
  }, [piece]);
}

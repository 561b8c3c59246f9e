import { useEffect, useRef } from 'react';

/** What changed: its words, who has it open, or something else; all of them when some of it may have been missed. */
export type Changed = 'writing' | 'presence' | 'piece';

/** Hears what happens to a piece while its page is on line. */
export function useLive(piece: number, heard: (what: Changed) => void): void {
  const now = useRef(heard);
  useEffect(() => {
    now.current = heard;
  });
  useEffect(() => {
    const all: readonly Changed[] = ['writing', 'presence', 'piece'];
    const stream = new EventSource(`/live?${all.map((what) => `topic=${what}:${piece}`).join('&')}`);
    // A page that looks again without network would give way to «something failed», with what was typed on it.
    const tell = (what: Changed) => navigator.onLine && now.current(what);
    const everything = () => all.forEach(tell);
    stream.addEventListener('changed', (message: MessageEvent<string>) =>
      tell((JSON.parse(message.data) as { topic: string }).topic.split(':')[0] as Changed),
    );
    stream.addEventListener('gap', everything);
    window.addEventListener('online', everything);
    return () => {
      stream.close();
      window.removeEventListener('online', everything);
    };
  }, [piece]);
}

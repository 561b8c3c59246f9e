import { useEffect, useRef } from 'react';
import { hearLive } from '../../live-stream.ts';

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
    // A page that looks again without network would give way to «something failed», with what was typed on it.
    const tell = (what: Changed) => navigator.onLine && now.current(what);
    const everything = () => all.forEach(tell);
    const stop = hearLive(
      all.map((what) => `${what}:${piece}`),
      (topic) => (topic === undefined ? everything() : tell(topic.split(':')[0] as Changed)),
    );
    window.addEventListener('online', everything);
    return () => {
      stop();
      window.removeEventListener('online', everything);
    };
  }, [piece]);
}

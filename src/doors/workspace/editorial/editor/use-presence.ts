import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from './post.ts';
import type { Present } from './presence.ts';

const every = 10_000;
const moved = 1_500;

/** Says where one is in the piece, every ten seconds and soon after one moves; gives who else is. */
export function usePresence(piece: number): { others: readonly Present[]; at: (block: string) => void; look: () => void } {
  const [others, setOthers] = useState<readonly Present[]>([]);
  const block = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const path = `/workspace/pieces/${piece}/presence`;

  const tell = useCallback(
    async (leaving = false) => {
      const answer = await ask<{ others: Present[] }>(path, { block: block.current, leaving: leaving ? '1' : '' }, leaving);
      if (answer.ended === 'well') setOthers(answer.value.others);
    },
    [path],
  );

  useEffect(() => {
    void tell();
    const beat = setInterval(() => void tell(), every);
    const leave = () => void tell(true);
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(beat);
      clearTimeout(timer.current);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [tell]);

  return {
    others,
    at: useCallback(
      (where) => {
        if (where === block.current) return;
        block.current = where;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void tell(), moved);
      },
      [tell],
    ),
    look: useCallback(async () => {
      const answer = await ask<{ others: Present[] }>(path);
      if (answer.ended === 'well') setOthers(answer.value.others);
    }, [path]),
  };
}

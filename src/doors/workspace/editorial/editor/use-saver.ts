import { useEffect, useMemo, useRef, useState } from 'react';
import type { DeskData } from './desk-data.ts';
import type { Content, Held } from './content.ts';
import { keptCopy } from './kept-copy.ts';
import { PieceSaver, type Desk, type SavedAnswer } from './piece-saver.ts';
import { ask } from './post.ts';

/** Saves what the desk holds: by itself, with Ctrl S, when the network is back, and when the page closes. */
export function useSaver(data: DeskData, desk: { take: () => void; draw: (content: Content) => void }): { saver: PieceSaver; desk: Desk } {
  const { piece, me } = data;
  const now = useRef(desk);
  const [standing, setStanding] = useState<Desk | null>(null);
  const saver = useMemo(() => {
    const path = `/workspace/pieces/${piece.id}/text`;
    return new PieceSaver(
      piece.held,
      {
        send: (content, revision, was) => ask<SavedAnswer>(path, { ...content, revision, was }, was !== undefined),
        read: (after) => ask<Held>(`${path}?after=${after}`),
      },
      keptCopy(me.id, piece.id, piece.secret),
      (content) => now.current.draw(content),
      () => now.current.take(),
      setStanding,
    );
    // What the house holds later comes to the saver by itself.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [piece.id]);

  useEffect(() => {
    now.current = desk;
  });
  useEffect(() => {
    const leave = () => {
      now.current.take();
      saver.leave();
    };
    const back = () => void saver.save();
    const keys = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      now.current.take();
      back();
    };
    window.addEventListener('pagehide', leave);
    window.addEventListener('online', back);
    document.addEventListener('keydown', keys);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('online', back);
      document.removeEventListener('keydown', keys);
      leave();
      saver.stop();
    };
  }, [saver]);

  return { saver, desk: standing ?? saver.desk };
}

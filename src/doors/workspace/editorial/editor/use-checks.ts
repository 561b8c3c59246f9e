import { useCallback, useEffect, useRef } from 'react';
import type { PieceCheck, SaidLine } from '#domains/editorial/index.ts';
import type { Content } from './content.ts';
import type { Passage } from './noted-passages.ts';
import { ask } from './post.ts';
import type { ShownFile } from './shown-file.ts';

/** What the house says of a text as it stands: its checks, its message lines, its files, and the passages spoken of. */
export interface Checked {
  readonly checks: readonly PieceCheck[];
  readonly lines: readonly SaidLine[];
  readonly words: number;
  readonly files: readonly ShownFile[];
  readonly passages: readonly Passage[];
  /** What it needs, in one sentence. */
  readonly voice: { readonly key: string; readonly vars: Readonly<Record<string, string | number>> };
}

const pause = 700;

/** Has the text looked at a moment after the last key. Off line, what was said last stays. */
export function useChecks(piece: number, onChecked: (checked: Checked) => void): (content: Content) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const now = useRef(onChecked);
  useEffect(() => {
    now.current = onChecked;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (content) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(async () => {
        const answer = await ask<Checked>(`/workspace/pieces/${piece}/checks`, content);
        if (answer.ended === 'well') now.current(answer.value);
      }, pause);
    },
    [piece],
  );
}

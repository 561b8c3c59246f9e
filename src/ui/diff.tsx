import { useWords } from './words.tsx';

/** A stretch of words that stayed, came or went. */
export interface Stretch {
  readonly words: string;
  readonly change: 'same' | 'added' | 'removed';
}

/** What changed between two texts, in reading order. */
export function Diff({ stretches }: { stretches: readonly Stretch[] }) {
  const { say } = useWords();
  return stretches.map(({ words, change }, index) => {
    if (change === 'added')
      return (
        <ins key={index}>
          <span className="sr">{say('ui.added')} </span>
          {words}
        </ins>
      );
    if (change === 'removed')
      return (
        <del key={index}>
          <span className="sr">{say('ui.removed')} </span>
          {words}
        </del>
      );
    return words;
  });
}

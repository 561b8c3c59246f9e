import { diffWordsWithSpace } from 'diff';
import type { Stretch } from '#ui/diff.tsx';

/** Beside an unchanged stretch longer than this, only its ends are shown. */
const shown = 60;

/** What changed within a long text, in reading order, with what stayed cut short between two changes. */
export function stretches(before: string, after: string): Stretch[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }, at, all) => ({
    words: added || removed ? value : shortened(value, at === 0, at === all.length - 1),
    change: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

function shortened(words: string, first: boolean, last: boolean): string {
  if (words.length <= shown * 2) return words;
  const head = first ? '' : words.slice(0, shown);
  const tail = last ? '' : words.slice(-shown);
  return `${head}…${tail}`;
}

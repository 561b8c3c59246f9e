import type { ListedMeasure } from '#domains/metrics/index.ts';
import type { Say } from '#platform/i18n/words.ts';

/** Which measures the address asks for: by their name in the reader's language, stage, and how they are read. */
export function passes(url: URL, say: Say): (measure: ListedMeasure) => boolean {
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const words = plain(asked('q')).split(/\s+/).filter(Boolean);
  return ({ code, stage, reads }) =>
    words.every((word) => plain(say(`metrics.measure.${code}`)).includes(word)) &&
    (asked('stage') === '' || asked('stage') === stage) &&
    (asked('reads') === '' || asked('reads') === reads);
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

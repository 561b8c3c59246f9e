import type { Sentence } from '#domains/metrics/index.ts';
import type { Format } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';

const days = ['day', 'from', 'to'];

/** A voice of several sentences as one; a day that goes into it is written as people write it. */
export function spoken(say: Say, format: Format, sentences: readonly Sentence[]): string {
  return sentences
    .map(({ key, vars = {} }) =>
      say(
        key,
        Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, days.includes(name) ? format.day(String(value)) : value])),
      ),
    )
    .join(' ');
}

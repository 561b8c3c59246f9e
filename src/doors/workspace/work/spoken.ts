import type { Sentence } from '#domains/metrics/index.ts';
import type { Format } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';

/** A voice of several sentences as one; a day that goes into it is written as people write it. */
export function spoken(say: Say, format: Format, sentences: readonly Sentence[]): string {
  return sentences
    .map(({ key, vars = {} }) => {
      const { href, day, ...rest } = vars;
      return say(key, { ...rest, ...(href === undefined ? {} : { href }), ...(day === undefined ? {} : { day: format.day(String(day)) }) });
    })
    .join(' ');
}

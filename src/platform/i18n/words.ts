import { formatIn } from './format.ts';
import type { Locale } from './locale.ts';

export type Vars = Readonly<Record<string, string | number>>;

/** The words of one language, by area and key: locales/<lang>/<area>.json. */
export type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Says `area.key` in one language, with `{name}` replaced by the variable of that name, and `{name, date}` by the day that it is. */
export type Say = (key: string, vars?: Vars) => string;

/**
 * Makes the function that says words. A sentence that changes with a number has the keys `key_one` and `key_other` and takes
 * the number as `count` (Unicode plural rules of the language; `key_zero` is used for 0 when there is one). Numbers are
 * written as the language writes them; text as it comes, but a day (`YYYY-MM-DD`) where the sentence says that it is one. A key that is
 * missing says itself, and a test keeps that from happening.
 */
export function sayIn(locale: Locale, words: Words): Say {
  const plurals = new Intl.PluralRules(locale);
  const { day } = formatIn(locale);
  const numbers = new Intl.NumberFormat(locale === 'es' ? 'es-CO' : 'en-US');
  const sentences = new Map(
    Object.entries(words).flatMap(([area, said]) => Object.entries(said).map(([key, text]) => [`${area}.${key}`, text])),
  );
  const find = (key: string, count: string | number | undefined) => {
    if (typeof count !== 'number') return sentences.get(key);
    const none = count === 0 ? sentences.get(`${key}_zero`) : undefined;
    return none ?? sentences.get(`${key}_${plurals.select(count)}`) ?? sentences.get(`${key}_other`) ?? sentences.get(key);
  };

  return (key, vars = {}) => {
    const sentence = find(key, vars['count']);
    if (sentence === undefined) return key;
    if (!sentence.includes('{')) return sentence;
    return sentence.replace(/\{(\w+)(, date)?\}/g, (placeholder, name: string, date: string | undefined) => {
      const value = vars[name];
      if (value === undefined) return placeholder;
      if (typeof value === 'number') return numbers.format(value);
      return date && value !== '' ? day(value) : value;
    });
  };
}

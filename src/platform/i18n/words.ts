import type { Locale } from './locale.ts';

export type Vars = Readonly<Record<string, string | number>>;

/** The words of one language, by area and key: locales/<lang>/<area>.json. */
export type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Says `area.key` in one language, with `{name}` replaced by the variable of that name. */
export type Say = (key: string, vars?: Vars) => string;

/**
 * Makes the function that says words. A sentence that changes with a number has the keys `key_one` and `key_other` and takes
 * the number as `count` (Unicode plural rules of the language; `key_zero` is used for 0 when there is one). Numbers are
 * written as the language writes them; text as it comes. A key that is missing says itself, and a test keeps that from
 * happening.
 */
export function sayIn(locale: Locale, words: Words): Say {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale === 'es' ? 'es-CO' : 'en-US');

  return (key, vars = {}) => {
    const sentence = find(words, key, vars.count, plurals);
    if (sentence === undefined) return key;
    return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = vars[name];
      if (value === undefined) return placeholder;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}

function find(words: Words, key: string, count: string | number | undefined, plurals: Intl.PluralRules): string | undefined {
  const dot = key.indexOf('.');
  const area = words[key.slice(0, dot)];
  const rest = key.slice(dot + 1);
  if (!area) return undefined;
  if (typeof count !== 'number') return area[rest];
  return (
    (count === 0 ? area[`${rest}_zero`] : undefined) ?? area[`${rest}_${plurals.select(count)}`] ?? area[`${rest}_other`] ?? area[rest]
  );
}

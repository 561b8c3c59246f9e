export const locales = ['es', 'en'] as const;
export type Locale = (typeof locales)[number];

export function isLocale(value: unknown): value is Locale {
  return value === 'es' || value === 'en';
}

/** The visitor's own choice (cookie `lang`), else the person's, else the best of Accept-Language (RFC 9110 §12.5.4), else Spanish. */
export function negotiateLocale(chosen: string | undefined, accepted: string | undefined, persons?: Locale): Locale {
  if (isLocale(chosen)) return chosen;
  if (persons) return persons;
  const ranked = (accepted ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { language: tag.toLowerCase().split('-')[0], quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter(({ language, quality }) => isLocale(language) && quality > 0)
    .sort((one, other) => other.quality - one.quality);
  return (ranked[0]?.language as Locale | undefined) ?? 'es';
}

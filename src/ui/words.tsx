import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { formatIn, type Format } from '#platform/i18n/format.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import { sayIn, type Say, type Words } from '#platform/i18n/words.ts';

const files = import.meta.glob<Record<string, string>>('../../locales/*/*.json', { eager: true, import: 'default' });

const dictionary: Record<string, Record<string, Record<string, string>>> = {};
for (const [path, words] of Object.entries(files)) {
  const [language = '', area = ''] = path.split('/').slice(-2);
  (dictionary[language] ??= {})[area.replace('.json', '')] = words;
}

interface Tongue {
  readonly say: Say;
  readonly format: Format;
  readonly locale: Locale;
}

/** The words of a page, and the instant at which it was made: the same on the server and in the browser. */
interface Spoken extends Tongue {
  readonly now: Date;
}

const tongues: Record<Locale, Tongue> = { es: tongue('es'), en: tongue('en') };

function tongue(locale: Locale): Tongue {
  return { locale, say: sayIn(locale, (dictionary[locale] ?? {}) as Words), format: formatIn(locale) };
}

const SpokenHere = createContext<Spoken>({ ...tongues.es, now: new Date(0) });

/** Gives every part below it the words and formats of one language, and the instant at which the page was made. */
export function WordsProvider({ locale, now, children }: { locale: Locale; now: Date | undefined; children: ReactNode }) {
  const value = useMemo(() => ({ ...tongues[locale], now: now ?? new Date(0) }), [locale, now]);
  return <SpokenHere value={value}>{children}</SpokenHere>;
}

/** Gives `say` and `format` in the page's language, and `now`. */
export function useWords(): Spoken {
  return useContext(SpokenHere);
}

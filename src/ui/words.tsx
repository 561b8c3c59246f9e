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

const says: Record<Locale, Say> = { es: sayOf('es'), en: sayOf('en') };

function sayOf(locale: Locale): Say {
  return sayIn(locale, (dictionary[locale] ?? {}) as Words);
}

const tongue = (locale: Locale, zone: string | undefined): Tongue => ({ locale, say: says[locale], format: formatIn(locale, zone) });

const SpokenHere = createContext<Spoken>({ ...tongue('es', undefined), now: new Date(0) });

interface Speaking {
  readonly locale: Locale;
  readonly zone?: string | undefined;
  readonly now: Date | undefined;
  readonly children: ReactNode;
}

/** Gives every part below it the words and formats of one language and zone, and the instant at which the page was made. */
export function WordsProvider({ locale, zone, now, children }: Speaking) {
  const value = useMemo(() => ({ ...tongue(locale, zone), now: now ?? new Date(0) }), [locale, zone, now]);
  return <SpokenHere value={value}>{children}</SpokenHere>;
}

/** Gives `say` and `format` in the page's language and the institution's zone, and `now`. */
export function useWords(): Spoken {
  return useContext(SpokenHere);
}

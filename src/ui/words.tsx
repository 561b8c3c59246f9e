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

interface Tongue { readonly say: Say; readonly format: Format; readonly locale: Locale }

const tongues: Record<Locale, Tongue> = { es: tongue('es'), en: tongue('en') };

function tongue(locale: Locale): Tongue {
  return { locale, say: sayIn(locale, (dictionary[locale] ?? {}) as Words), format: formatIn(locale) };
}

const Spoken = createContext<Tongue>(tongues.es);

/** Gives every part below it the words and formats of one language. */
export function WordsProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const value = useMemo(() => tongues[locale], [locale]);
  return <Spoken value={value}>{children}</Spoken>;
}

/** Gives `say` and `format` in the page's language. */
export function useWords(): Tongue {
  return useContext(Spoken);
}

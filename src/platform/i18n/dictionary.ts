import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { locales, type Locale } from './locale.ts';
import { sayIn, type Say, type Words } from './words.ts';

const folder = fileURLToPath(new URL('../../../locales/', import.meta.url));

/** Every word of a language, read once at boot. */
export const dictionary = Object.fromEntries(locales.map((locale) => [locale, readWords(locale)])) as Readonly<Record<Locale, Words>>;

const sayers = Object.fromEntries(locales.map((locale) => [locale, sayIn(locale, dictionary[locale])])) as Readonly<Record<Locale, Say>>;

/** Says words on the server: mails, exports, page titles. */
export function say(locale: Locale): Say {
  return sayers[locale];
}

function readWords(locale: Locale): Words {
  return Object.fromEntries(
    readdirSync(folder + locale)
      .filter((name) => name.endsWith('.json'))
      .map((name) => [
        name.slice(0, -'.json'.length),
        JSON.parse(readFileSync(`${folder}${locale}/${name}`, 'utf8')) as Record<string, string>,
      ]),
  );
}

import { at, type ContentCheck, type Found } from './checked.ts';
import { passagesOf } from './passages.ts';

const document =
  /\b(?:c\.?\s?c\.?|c[ée]dula(?:\s+de\s+ciudadan[íi]a)?|t\.?\s?i\.?|tarjeta\s+de\s+identidad|registro\s+civil|pasaporte|documento(?:\s+de\s+identidad)?)(?:\s+(?:n[.º°úu]*m?e?r?o?\.?|no\.?|#))?\s*[:.]?\s*(\d{1,3}(?:[.\s]\d{3}){2,3}|\d{6,11})\b/giu;
/** Ten digits that begin with 3: a mobile phone of Colombia. */
const mobile = /(?<![\d.,])(?:\+?57[\s-]?)?3\d{2}[\s.-]?\d{3}[\s.-]?\d{2}[\s.-]?\d{2}(?![\d.,]\d)/g;
const ownMail = /\b[\w.+-]+@(?:gmail|hotmail|outlook|yahoo|live|icloud)\.[a-z.]{2,}\b/giu;
const home =
  /\b(?:vive|reside|residente|domiciliad[oa]|residenciad[oa])\s+en\s+(?:la\s+)?(?:calle|carrera|cra|cll|manzana|barrio|diagonal|transversal|avenida)\s+[^.,;]{2,60}/giu;
const named = '\\p{Lu}\\p{Ll}+(?:\\s+(?:de\\s+|del\\s+|la\\s+)*\\p{Lu}\\p{Ll}+)+';
const young = new RegExp(
  `(${named}),?\\s+(?:una?\\s+)?(?:niñ[oa]|adolescente|menor|joven|estudiante)?\\s*(?:de\\s+)?(\\d{1,2})\\s+años`,
  'gu',
);
const child = new RegExp(
  `(?:(?:[Ee]l|[Ll]a|[Uu]na?|[Ll]os|[Ll]as)\\s+)?(?:[Nn]iñ[oa]s?|[Mm]enor(?:es)?(?:\\s+de\\s+edad)?)\\s+(${named})`,
  'gu',
);
const health = new RegExp(
  `(${named})[^.;]{0,60}\\b(?:diagnosticad[oa]|paciente\\s+de|padece|con\\s+VIH|con\\s+cáncer|víctima\\s+de|desmovilizad[oa]|embarazada)\\b`,
  'gu',
);

/** What points at a person who did not ask to be pointed at (Ley 1581 of 2012; of children, its article 7). */
export const personalData: ContentCheck = {
  check: 'personal_data',
  look: (subject) => ({
    found: passagesOf(subject).flatMap(({ block, text }): Found[] => [
      ...every(text, document).map((quote) => at(block, quote, 'document')),
      ...every(text, mobile).map((quote) => at(block, quote, 'phone')),
      ...every(text, ownMail).map((quote) => at(block, quote, 'mail')),
      ...every(text, home).map((quote) => at(block, quote, 'home')),
      ...every(text, health).map((quote) => at(block, quote, 'sensitive')),
      ...minorsIn(text).map((quote) => at(block, quote, 'minor')),
    ]),
  }),
};

/** A child by name: «Laura Díaz, de 9 años», «la niña Laura Díaz». */
export function minorsIn(text: string): string[] {
  const byAge = [...text.matchAll(young)].filter(([, , age]) => Number(age) < 18).map(([quote]) => quote);
  const byWord = [...text.matchAll(child)].map(([quote]) => quote.trim());
  return [...new Set([...byAge, ...byWord])];
}

const every = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([quote]) => quote.trim());

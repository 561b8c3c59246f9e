import type { ContentCheck, Subject } from './checked.ts';
import { sentencesIn } from './passages.ts';
import { sentencesOf, wordsOf } from './sentences.ts';
import { syllablesIn } from './syllables.ts';

export interface Reading {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
  /** Szigriszt-Pazos's perspicuity, read on the INFLESZ scale. */
  readonly inflesz: number;
  readonly fernandezHuerta: number;
  readonly grade: 'very_hard' | 'rather_hard' | 'normal' | 'rather_easy' | 'very_easy';
}

/** Fewer words say nothing of how a text reads. */
export const fewestWords = 30;

/** From here up the text reads as the press does (INFLESZ «normal»). */
const readable = 55;

/**
 * How easily a Spanish text reads, from 0 to 100 and a little beyond.
 *
 * - J. Fernández Huerta, «Medidas sencillas de lecturabilidad», Consigna 214 (1959): 206.84 − 60 P − 1.02 F. As printed, F is the
 *   number of sentences in a hundred words, by which longer sentences would read better; G. Law («Error in the Fernandez Huerta
 *   Readability Formula», 2011) shows that it is the words of a sentence. P is syllables a word.
 * - F. Szigriszt Pazos, «Sistemas predictivos de legilibilidad del mensaje escrito: fórmula de perspicuidad», Universidad Complutense
 *   (1993): 206.835 − 62.3 (syllables / words) − (words / sentences).
 * - Grades: I. M. Barrio-Cantalejo and others, «Validación de la Escala INFLESZ…», Anales del Sistema Sanitario de Navarra 31 (2008):
 *   below 40 very hard, 55 rather hard, 65 normal, 80 rather easy, above very easy.
 */
export function readingOf(lines: readonly string[]): Reading {
  const sentences = lines.flatMap(sentencesOf).filter((sentence) => wordsOf(sentence).length > 0);
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  if (words.length === 0) return { words: 0, sentences: 0, syllables: 0, inflesz: 100, fernandezHuerta: 100, grade: 'very_easy' };
  const [perWord, perSentence] = [syllables / words.length, words.length / sentences.length];
  const inflesz = 206.835 - 62.3 * perWord - perSentence;
  return {
    words: words.length,
    sentences: sentences.length,
    syllables,
    inflesz,
    fernandezHuerta: 206.84 - 60 * perWord - 1.02 * perSentence,
    grade:
      inflesz < 40 ? 'very_hard' : inflesz < 55 ? 'rather_hard' : inflesz < 65 ? 'normal' : inflesz <= 80 ? 'rather_easy' : 'very_easy',
  };
}

export const reading = (subject: Subject): Reading => readingOf(sentencesIn(subject).map(({ text }) => text));

export const readability: ContentCheck = {
  check: 'readability',
  look: (subject) => {
    const read = reading(subject);
    const facts = {
      inflesz: Math.round(read.inflesz),
      fernandezHuerta: Math.round(read.fernandezHuerta),
      grade: read.words < fewestWords ? 'short' : read.grade,
      words: read.words,
      sentences: read.sentences,
    };
    const hard = read.words >= fewestWords && read.inflesz < readable;
    return { facts, found: hard ? [{ block: '', quote: '', case: 'hard', facts }] : [] };
  },
};

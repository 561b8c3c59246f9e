import { at, type ContentCheck } from './checked.ts';
import { sentencesIn } from './passages.ts';
import { sentencesOf, wordsOf } from './sentences.ts';

/** Up to so many words a sentence is read in one breath. */
export const longest = 30;

export const longSentence: ContentCheck = {
  check: 'long_sentence',
  look: (subject) => ({
    found: sentencesIn(subject).flatMap(({ block, text }) =>
      sentencesOf(text)
        .map((sentence) => ({ sentence, words: wordsOf(sentence).length }))
        .filter(({ words }) => words > longest)
        .map(({ sentence, words }) => at(block, sentence, 'long', { words, longest })),
    ),
  }),
};

import { at, type ContentCheck } from './checked.ts';
import { passagesOf, termIn } from './passages.ts';

// Words that begin as one of those and are not.
const innocent = /^(direccion(es|al|ales)?|recepcion(es|ista|istas)?|aperturas?|apertura|implementos?|evidencias?)$/;

/** What offices write and people do not say: the institution’s own terms, which begin with the list of `templates/terms`. A `*` stands for the rest of the word. */
export const jargon: ContentCheck = {
  check: 'jargon',
  look: (subject, { terms }) => {
    const own = terms.flatMap(({ term, meaning, insteadOf, sort }) =>
      sort === 'jargon'
        ? [[term, meaning || insteadOf.join(', ')] as const]
        : sort === 'term'
          ? insteadOf.map((said) => [said, term] as const)
          : [],
    );
    return {
      found: passagesOf(subject).flatMap(({ block, text, type }) =>
        type === 'alt'
          ? []
          : own.flatMap(([said, plain]) => {
              const there = termIn(text, said);
              if (!there || innocent.test(plainLetters(there.quote))) return [];
              return [at(block, there.quote, plain ? 'plainer' : 'needless', { plain })];
            }),
      ),
    };
  },
};

const plainLetters = (word: string) => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

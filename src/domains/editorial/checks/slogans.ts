import { at, type ContentCheck, type Found } from './checked.ts';
import { passagesOf, termIn } from './passages.ts';

/**
 * Brands and slogans of who governs may not be used, nor the entity be called by his name (Ley 2345 of 2023, «Chao marcas»; articles 4
 * and 8 upheld, C-086 of 2025).
 */
export const slogans: ContentCheck = {
  check: 'slogans',
  look: (subject, { terms, officials }) => {
    const forbidden = terms.filter(({ sort }) => sort === 'forbidden').flatMap(({ term, insteadOf }) => [term, ...insteadOf]);
    const owned = officials.flatMap((name) =>
      ['alcaldía de', 'gobierno de', 'administración de', 'administración', 'gobernación de', 'mandato de'].map(
        (whose) => `${whose} ${name}`,
      ),
    );
    return {
      found: passagesOf(subject).flatMap(({ block, text }): Found[] => [
        ...forbidden.flatMap((term) => {
          const there = termIn(text, term);
          return there ? [at(block, there.quote, 'forbidden')] : [];
        }),
        ...owned.flatMap((term) => {
          const there = termIn(text, term);
          return there ? [at(block, there.quote, 'owned')] : [];
        }),
      ]),
    };
  },
};

import { at, hint, type ContentCheck, type Found } from './checked.ts';
import { folded, passagesOf, termIn } from './passages.ts';

// What is paid to be seen names nobody who governs.
const advertising = new Set(['print', 'social']);

const praise =
  /\b(gracias a|liderazgo de|liderad[oa] por|gestion de|compromiso de|de la mano de|encabezad[oa] por|nuestr[oa] alcalde(sa)?|nuestr[oa] gobernador(a)?|mejor alcalde(sa)?|promesa cumplida|orden(es)? de)\b/;

/**
 * Official communication informs of the entity, and promotes no official (Ley 1474 of 2011, article 10; upheld, C-537 of 2012): not in
 * a title or in what is paid to be seen, nor anywhere with praise. To quote who speaks for it is no promotion.
 */
export const officials: ContentCheck = {
  check: 'officials',
  look: (subject, { officials: names, terms }) => {
    const all = [...new Set([...names, ...terms.filter(({ sort }) => sort === 'official').map(({ term }) => term)])];
    return {
      found: passagesOf(subject).flatMap(({ block, text, type }) =>
        all.flatMap((name): Found[] => {
          const there = termIn(text, name);
          if (!there) return [];
          if (advertising.has(subject.kind.group)) return [at(block, there.quote, 'advertised', { name })];
          if (type === 'title') return [at(block, there.quote, 'title', { name })];
          if (praise.test(folded(text))) return [at(block, there.quote, 'praised', { name })];
          return type === 'alt' || type === 'caption' ? [hint(at(block, there.quote, 'shown', { name }))] : [];
        }),
      ),
    };
  },
};

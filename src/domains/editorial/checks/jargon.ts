import { at, type ContentCheck } from './checked.ts';
import { passagesOf, termIn } from './passages.ts';

/** What offices write, and what people say. A `*` stands for the rest of the word. */
export const plainer: readonly (readonly [said: string, plain: string])[] = [
  ['a efectos de', 'para'],
  ['con el fin de', 'para'],
  ['con el propósito de', 'para'],
  ['con el objeto de', 'para'],
  ['con miras a', 'para'],
  ['en aras de', 'para'],
  ['en el marco de', 'en'],
  ['en el marco del', 'en el'],
  ['en materia de', 'de, sobre'],
  ['a nivel de', 'en'],
  ['al interior de', 'dentro de'],
  ['a la mayor brevedad', 'pronto'],
  ['toda vez que', 'porque'],
  ['habida cuenta', 'porque'],
  ['por intermedio de', 'por'],
  ['de conformidad con', 'según'],
  ['dar cumplimiento', 'cumplir'],
  ['dar inicio', 'empezar'],
  ['hacer entrega', 'entregar'],
  ['llevar a cabo', 'hacer'],
  ['llevó a cabo', 'hizo'],
  ['llevaron a cabo', 'hicieron'],
  ['poner en conocimiento', 'contar'],
  ['cabe resaltar que', ''],
  ['cabe anotar que', ''],
  ['es importante mencionar que', ''],
  ['articular acciones', 'trabajar juntos'],
  ['articulación interinstitucional', 'trabajo conjunto'],
  ['propender*', 'buscar'],
  ['propend*', 'buscar'],
  ['coadyuv*', 'ayudar'],
  ['apertur*', 'abrir'],
  ['recepcion*', 'recibir'],
  ['direccion*', 'dirigir'],
  ['socializ*', 'contar'],
  ['visibiliz*', 'mostrar'],
  ['implement*', 'poner en marcha'],
  ['operativiz*', 'poner a funcionar'],
  ['priorizar*', 'poner primero'],
  ['efectivizar*', 'cumplir'],
  ['evidenci*', 'mostrar'],
  ['problemática*', 'problema'],
  ['sinergia*', 'trabajo conjunto'],
  ['lineamiento*', 'norma, indicación'],
  ['precitad*', 'ese'],
  ['supramencionad*', 'ese'],
  ['antes mencionad*', 'ese'],
  ['interinstitucional*', 'entre entidades'],
  ['adultos mayores beneficiarios', 'personas mayores'],
  ['usuarios finales', 'personas'],
  ['stakeholder*', 'personas interesadas'],
  ['población objetivo', 'personas a quienes va'],
  ['allegar', 'enviar'],
  ['incoar', 'presentar'],
  ['fenec*', 'vencer'],
  ['sendos', 'uno cada uno'],
];

// Words that begin as one of those and are not.
const innocent = /^(direccion(es|al|ales)?|recepcion(es|ista|istas)?|aperturas?|apertura|implementos?|evidencias?)$/;

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
          : [...plainer, ...own].flatMap(([said, plain]) => {
              const there = termIn(text, said);
              if (!there || innocent.test(plainLetters(there.quote))) return [];
              return [at(block, there.quote, plain ? 'plainer' : 'needless', { plain })];
            }),
      ),
    };
  },
};

const plainLetters = (word: string) => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

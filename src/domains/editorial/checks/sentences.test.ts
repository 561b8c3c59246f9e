import { expect, test } from 'vitest';
import { sentencesOf, wordsOf } from './sentences.ts';

test.each([
  ['Una. Dos. Tres.', ['Una.', 'Dos.', 'Tres.']],
  ['El Sr. Pérez habló. Nadie más.', ['El Sr. Pérez habló.', 'Nadie más.']],
  ['Abre a las 7 a. m. y cierra a las 5 p. m. Los sábados no.', ['Abre a las 7 a. m. y cierra a las 5 p. m.', 'Los sábados no.']],
  ['Cuesta $ 1.200.000 al año. Es poco.', ['Cuesta $ 1.200.000 al año.', 'Es poco.']],
  ['¿Cuánto vale? «Nada», dijo. ¡Venga!', ['¿Cuánto vale?', '«Nada», dijo.', '¡Venga!']],
  ['Según el art. 23 de la Ley. Así es.', ['Según el art. 23 de la Ley.', 'Así es.']],
  ['J. Restrepo firmó.', ['J. Restrepo firmó.']],
  ['Trajo pan, leche, etc. y se fue.', ['Trajo pan, leche, etc. y se fue.']],
  ['Sin punto al final', ['Sin punto al final']],
  ['', []],
])('%s', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});

test('figures alone are no words', () => {
  expect(wordsOf('En 2026 fueron 22 vías, 3.500 m² y el 15 %.')).toEqual(['En', 'fueron', 'vías', 'm²', 'y', 'el']);
});

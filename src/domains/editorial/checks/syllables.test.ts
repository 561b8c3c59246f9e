import { expect, test } from 'vitest';
import { syllablesIn } from './syllables.ts';

test.each([
  ['sol', 1],
  ['casa', 2],
  ['ciudad', 2],
  ['país', 2],
  ['caos', 2],
  ['alcaldía', 4],
  ['averiguáis', 4],
  ['cuídate', 3],
  ['prohibir', 2],
  ['búho', 2],
  ['ahora', 3],
  ['queso', 2],
  ['guitarra', 3],
  ['pingüino', 3],
  ['agua', 2],
  ['rey', 1],
  ['reyes', 2],
  ['y', 1],
  ['leer', 2],
  ['chiita', 3],
  ['construcción', 3],
  ['descuento', 3],
  ['poeta', 3],
  ['hueso', 2],
  ['ahínco', 3],
  ['DANE', 2],
  ['TV', 1],
])('%s has %i', (word, syllables) => {
  expect(syllablesIn(word)).toBe(syllables);
});

import { expect, test } from 'vitest';
import { placesAsked } from './places-asked.ts';

test('a list is narrowed to any department', () => {
  expect(placesAsked(undefined)).toHaveLength(33);
  expect(placesAsked('13')).toContainEqual({ value: '13', label: 'Bolívar' });
});

test('a municipality that the address names is said by its name', () => {
  expect(placesAsked('13001')[0]).toEqual({ value: '13001', label: 'Cartagena de Indias (Bolívar)' });
});

test('an address that names no place narrows to none', () => {
  expect(placesAsked('99999')).toHaveLength(33);
});

import { describe, expect, test } from 'vitest';
import { departments, findRegions, municipalitiesOf, readRegions, regionName, regionOf } from './regions.ts';

test('there are 33 departments and 1,122 municipalities, each in its department', () => {
  expect(departments()).toHaveLength(33);
  const all = departments().flatMap(({ code }) => municipalitiesOf(code));
  expect(all).toHaveLength(1122);
  expect(all.every(({ code, department }) => code.startsWith(department))).toBe(true);
});

test.each([
  ['23', 'Córdoba'],
  ['23001', 'Montería (Córdoba)'],
  ['11', 'Bogotá, D.C.'],
  ['27086', 'Nuevo Belén de Bajirá (Chocó)'],
  ['99999', '99999'],
])('%s is %s', (code, name) => expect(regionName(code)).toBe(name));

describe('finding', () => {
  test.each([
    ['monter', 'Montería (Córdoba)'],
    ['cordoba', 'Córdoba'],
    ['buenavista cord', 'Buenavista (Córdoba)'],
    ['23001', 'Montería (Córdoba)'],
    ['BOGOTÁ', 'Bogotá, D.C.'],
  ])('«%s» finds %s first', (text, name) => expect(findRegions(text)[0]?.fullName).toBe(name));

  test('nothing said finds nothing, and no more than asked for', () => {
    expect(findRegions('  ')).toEqual([]);
    expect(findRegions('san', 5)).toHaveLength(5);
  });
});

describe('reading what was said', () => {
  test.each([
    [
      ['23001', '23'],
      ['23001', '23'],
    ],
    [['Montería; Bogotá, D.C.\nBuenavista (Córdoba)'], ['23001', '11', '23079']],
    [['23001, 23417, 23001'], ['23001', '23417']],
    [['monteria, cordoba'], ['23001']],
    [['Bolívar'], ['13']],
    [['27086'], ['27493']],
    [[''], []],
  ])('%j is %j', (said, codes) => expect(readRegions(said)).toEqual({ codes, unknown: null, several: false }));

  test('what is none is told, and what are several', () => {
    expect(readRegions(['Montería; Puerto Claro'])).toEqual({ codes: ['23001'], unknown: 'Puerto Claro', several: false });
    expect(readRegions(['Buenavista'])).toEqual({ codes: [], unknown: 'Buenavista', several: true });
    expect(regionOf('__proto__')).toBeUndefined();
  });
});

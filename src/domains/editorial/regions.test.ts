import { describe, expect, test } from 'vitest';
import { parse } from '#platform/http/form.ts';
import { coverageVoice, type Coverage } from './coverage.ts';
import { pieceDetailsInput } from './pieces.input.ts';

const details = (regions: unknown) => parse(pieceDetailsInput, { piece: '1', revision: '1', unit: '1', regions });

describe('the regions of a piece', () => {
  test('are said as codes or names, and kept as codes', () => {
    expect(details(['23001', 'Bogotá, D.C.', ''])).toMatchObject({ regions: ['23001', '11'] });
    expect(details('Montería; 13')).toMatchObject({ regions: ['23001', '13'] });
    expect(details(undefined)).toMatchObject({ regions: [] });
  });

  test('that are none are refused by name', () => {
    expect(details('Montería; Macondo')).toMatchObject({
      problems: { regions: { refused: 'region.unknown', details: { name: 'Macondo' } } },
    });
    expect(details('Buenavista')).toMatchObject({ problems: { regions: { refused: 'region.several', details: { name: 'Buenavista' } } } });
  });
});

describe('what is said of the coverage', () => {
  const regions = (...pieces: number[]) => pieces.map((count, at) => ({ code: String(at), name: '', pieces: count }));
  const with_ = (more: Partial<Coverage>): Coverage => ({ regions: regions(0, 0), all: 0, placed: 0, own: 0, years: [], ...more });
  test.each<[string, Partial<Coverage>, string | null]>([
    ['none', {}, null],
    ['unplaced', { all: 3 }, null],
    ['some', { all: 3, placed: 2, regions: regions(2, 1, 0) }, null],
    ['one', { all: 3, placed: 2, regions: regions(2, 0) }, null],
    ['everywhere', { all: 3, placed: 2, regions: regions(2, 1) }, null],
    ['nobody', { all: 3, placed: 2 }, 'Córdoba'],
    ['whole', { all: 3, placed: 2, own: 1 }, 'Córdoba'],
    ['some_of', { all: 3, placed: 2, regions: regions(2, 1, 0) }, 'Córdoba'],
    ['one_of', { all: 3, placed: 2, regions: regions(2, 0) }, 'Córdoba'],
    ['all_of', { all: 3, placed: 2, regions: regions(2, 1) }, 'Córdoba'],
  ])('%s', (key, found, department) => expect(coverageVoice(with_(found), department).key).toBe(`coverage.voice.${key}`));
});

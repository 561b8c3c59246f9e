import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { subjectOf, written } from '#test/support/subject.ts';
import { readability, readingOf } from './readability.ts';

const easy =
  'El sol sale a las seis. La gente va a la plaza. Allí compra pan y leche. Los niños van a clase. El bus pasa cada hora. ' +
  'Quien paga hoy gana. La fila es corta. Nadie debe ir dos veces. Basta con la cédula. Todo se hace en la casa.';
const hard =
  'La institucionalidad administrativa municipal, de conformidad con las consideraciones presupuestales anteriormente mencionadas, ' +
  'implementará progresivamente procedimientos interinstitucionales orientados a la optimización sistemática de las responsabilidades.';

describe('how a text reads', () => {
  test('follows the two formulas on a text counted by hand', () => {
    // la ca-sa tie-ne ven-ta-nas, can-ta-mos mu-cho con-ti-go hoy.
    const read = readingOf(['La casa tiene ventanas. Cantamos mucho contigo hoy.']);
    expect([read.sentences, read.words, read.syllables]).toEqual([2, 8, 17]);
    expect(read.inflesz).toBeCloseTo(206.835 - (62.3 * 17) / 8 - 4, 6);
    expect(read.fernandezHuerta).toBeCloseTo(206.84 - (60 * 17) / 8 - 1.02 * 4, 6);
  });

  test('grades as the INFLESZ scale does', () => {
    expect(readingOf([easy]).grade).toBe('very_easy');
    expect(readingOf([hard]).grade).toBe('very_hard');
  });

  test('longer sentences of the same words never read better', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), (count) => {
        const parts = Array.from({ length: count }, () => 'Quien paga a tiempo ahorra');
        const apart = readingOf([parts.map((part) => `${part}.`).join(' ')]);
        const together = readingOf([`${parts.join(' y ')}.`]);
        expect(together.inflesz).toBeLessThan(apart.inflesz);
        expect(together.fernandezHuerta).toBeLessThan(apart.fernandezHuerta);
      }),
    );
  });

  test('says nothing of a text too short to measure', () => {
    const { found, facts } = readability.look(subjectOf({ body: written('Institucionalidad interinstitucional.') }), {
      assets: new Map(),
      terms: [],
      officials: [],
      windows: [],
    });
    expect(found).toEqual([]);
    expect(facts?.grade).toBe('short');
  });

  test('stops at nothing, but tells what is hard', () => {
    const { found } = readability.look(subjectOf({ body: written(hard, hard) }), {
      assets: new Map(),
      terms: [],
      officials: [],
      windows: [],
    });
    expect(found).toHaveLength(1);
  });
});

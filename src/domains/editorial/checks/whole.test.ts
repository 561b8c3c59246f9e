import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assetOf, casesOf, nothingKnown, subjectOf, written } from '#test/support/subject.ts';
import { kindOf, kinds } from '../kinds.ts';
import { checks } from '../kind.ts';
import { missingField } from './missing-field.ts';
import { length } from './length.ts';
import { contentChecks, lookAt } from './look-at.ts';

describe('missing fields', () => {
  test('are said by name, with the text', () => {
    expect(missingField.look(subjectOf({ kind: kindOf('press_release'), fields: {}, body: written() }), nothingKnown).found).toMatchObject([
      { block: 'fields.lead' },
      { block: 'fields.place' },
      { block: 'fields.contact' },
      { case: 'text' },
    ]);
  });

  test('a day, a number and a choice are what they should be', () => {
    const fields = { lead: 'Lea esto.', starts_on: '2026-02-30', ends_on: '2026-01-01' };
    expect(casesOf(missingField, subjectOf({ kind: kindOf('splash_notice'), fields }))).toEqual(['bad_day: 2026-02-30', 'ends_before']);
    expect(casesOf(missingField, subjectOf({ kind: kindOf('poster'), fields: { lead: 'x', size: 'enorme' } }))).toEqual([
      'bad_choice: enorme',
    ]);
    expect(casesOf(missingField, subjectOf({ kind: kindOf('bulletin'), fields: { lead: 'x', number: 'doce' } }))).toEqual([
      'bad_number: doce',
    ]);
  });
});

test('a text, a field and a channel’s words have their length', () => {
  const long = Array.from({ length: 130 }, () => 'casa').join(' ');
  const subject = subjectOf({
    kind: kindOf('poster'),
    fields: { lead: 'a'.repeat(401), size: 'a4' },
    body: written(long),
    renditions: [{ channel: 'redes-sociales', name: 'x', letters: 294, limit: 280 }],
  });
  expect(length.look(subject, nothingKnown).found).toMatchObject([
    { case: 'text', facts: { words: 130, most: 120 } },
    { case: 'field', facts: { letters: 401, most: 400 } },
    { case: 'rendition', facts: { over: 14 } },
  ]);
});

describe('the whole look', () => {
  test('has every check of the kinds, each once', () => {
    expect(contentChecks.map(({ check }) => check).toSorted()).toEqual([...checks].sort());
  });

  test('what the kind says blocks, blocks; a waiver lets it by; a hint never stops', () => {
    const subject = subjectOf({ fields: { lead: 'x', image: { asset: 1, alt: '' } } });
    const known = { ...nothingKnown, assets: new Map([[1, assetOf()]]) };
    const level = (waivers?: Parameters<typeof lookAt>[2]) =>
      lookAt(subject, known, waivers).find(({ check }) => check === 'alt_text')!.level;
    expect(level()).toBe('block');
    expect(level(new Map([['alt_text', { who: 'Marcela Ospina', reason: 'La describe el texto.', at: new Date(0) }]]))).toBe('waived');
    const hinted = subjectOf({ fields: { lead: 'x', image: { asset: 1, alt: 'a'.repeat(301) } } });
    expect(lookAt(hinted, known).find(({ check }) => check === 'alt_text')!.level).toBe('warn');
  });

  test('a piece that nothing can be said against is well', () => {
    const known = { ...nothingKnown, assets: new Map([[1, assetOf()]]) };
    expect(lookAt(subjectOf(), known).filter(({ level }) => level !== 'ok')).toEqual([]);
  });

  test('bears any text, and quotes only what is there', () => {
    const words = fc.stringMatching(/^[\p{L}\p{N} .,;:¿?¡!«»()$%#@/'-]{0,200}$/u);
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.array(words, { maxLength: 5 }), words, (kind, lines, title) => {
        const subject = subjectOf({ kind, title, body: written(...lines) });
        for (const { found } of lookAt(subject, nothingKnown)) {
          for (const { block, quote } of found) {
            const text = block === 'title' ? title : (lines[Number(block.slice(1)) - 1] ?? '');
            if (/^b\d+$/.test(block)) expect(text).toContain(quote);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('takes few milliseconds of a long text', () => {
    const line = 'La Alcaldía de Puerto Claro cuenta a la gente del barrio cómo se paga el predial en línea, sin filas y con descuento. ';
    const subject = subjectOf({ body: written(...Array.from({ length: 100 }, () => line.repeat(4))) });
    lookAt(subject, nothingKnown);
    const began = performance.now();
    lookAt(subject, nothingKnown);
    expect(performance.now() - began).toBeLessThan(400);
  });
});

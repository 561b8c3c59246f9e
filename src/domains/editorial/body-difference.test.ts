import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '#platform/text/canonical.ts';
import type { Block, Body, Inline } from './body.ts';
import { bodyDifference, bodySide, type Part } from './body-difference.ts';
import { lineRuns, sideOf, textRuns } from './runs.ts';

const marks = fc.constantFrom<readonly unknown[] | undefined>(
  undefined,
  [{ type: 'bold' }],
  [{ type: 'link', attrs: { href: 'https://puertoclaro.gov.co' } }],
);
const words = fc.constantFrom('vacunas', 'doce', 'barrios,', 'este domingo', ' ', '3.480 dosis', 'a', '«¿y?»', 'niñas y niños ', '\u00a0');
const inline = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ text: words, marks }).map(({ text, marks: held }) => ({ type: 'text', text, ...(held ? { marks: held } : {}) })),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) },
) as fc.Arbitrary<Inline>;
const line = fc.array(inline, { maxLength: 6 });
const id = fc.constantFrom('', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6');
const paragraph = fc.record({ type: fc.constant('paragraph'), attrs: fc.record({ id }), content: line });
const item = fc.array(paragraph, { maxLength: 2 }).map((content) => ({ type: 'listItem', content }));
const cell = fc.array(paragraph, { maxLength: 1 }).map((content) => ({ type: 'tableCell', content }));
const row = fc.array(cell, { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'tableRow', content }));
const block = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  fc.record({ type: fc.constant('heading'), attrs: fc.record({ id, level: fc.constantFrom(2, 3) }), content: line }),
  fc.record({ type: fc.constant('bulletList'), attrs: fc.record({ id }), content: fc.array(item, { minLength: 1, maxLength: 4 }) }),
  fc.record({ type: fc.constant('blockquote'), attrs: fc.record({ id, who: words }), content: fc.array(paragraph, { maxLength: 2 }) }),
  fc.record({ type: fc.constant('table'), attrs: fc.record({ id }), content: fc.array(row, { minLength: 1, maxLength: 3 }) }),
  fc.record({ type: fc.constant('image'), attrs: fc.record({ id, asset: fc.integer({ min: 1, max: 3 }), alt: words }) }),
  fc.record({ type: fc.constant('horizontalRule'), attrs: fc.record({ id }) }),
) as fc.Arbitrary<Block>;
const body = fc.array(block, { maxLength: 8 }).map((content): Body => ({ type: 'doc', content }));

/** Neighbouring stretches of one emphasis are one, as an editor keeps them; a line without words has none. */
const kept = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    const out: { type?: string; text?: string; marks?: unknown }[] = [];
    for (const one of value.map(kept) as typeof out) {
      const last = out.at(-1);
      if (last?.type === 'text' && one.type === 'text' && canonical(last.marks ?? 0) === canonical(one.marks ?? 0)) last.text += one.text!;
      else out.push({ ...one });
    }
    return out;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, key === 'attrs' || key === 'marks' ? held : kept(held)]));
};
const paragraphOf = (text: string, at = 'b1'): Block => ({ type: 'paragraph', attrs: { id: at }, content: [{ type: 'text', text }] });
const bodyOf = (...content: Block[]): Body => ({ type: 'doc', content });

describe('what changed between two texts', () => {
  test('gives back both of them', () => {
    fc.assert(
      fc.property(body, body, (before, after) => {
        const found = bodyDifference(before, after);
        expect(kept(bodySide(found, 'before'))).toEqual(kept(before));
        expect(kept(bodySide(found, 'after'))).toEqual(kept(after));
      }),
      { numRuns: 400 },
    );
  });

  test('is nothing between a text and itself, whatever its ids', () => {
    const changes = (parts: readonly Part[]): string[] => parts.flatMap(({ change, parts: inside = [] }) => [change, ...changes(inside)]);
    fc.assert(
      fc.property(body, (text) => {
        const other = { ...text, content: text.content.map((one, at) => ({ ...one, attrs: { ...one.attrs, id: `n${at}` } }) as Block) };
        expect(new Set(changes(bodyDifference(text, other)))).toEqual(new Set(text.content.length > 0 ? ['same'] : []));
      }),
    );
  });

  test('of a line gives back both of them', () => {
    fc.assert(
      fc.property(line, line, (before, after) => {
        const runs = lineRuns(before, after);
        expect(sideOf(runs, 'before')).toEqual(kept(before));
        expect(sideOf(runs, 'after')).toEqual(kept(after));
      }),
    );
  });

  test('a phrase put in the place of another is one change, not one a word', () => {
    const runs = textRuns('Salud realizará la implementación de una jornada gratuita.', 'Salud hará una jornada gratuita.');
    const said = runs.map(({ change, nodes }) => [change, nodes.map((node) => (node.type === 'text' ? node.text : '')).join('')]);
    expect(said).toEqual([
      ['same', 'Salud '],
      ['removed', 'realizará la implementación de'],
      ['added', 'hará'],
      ['same', ' una jornada gratuita.'],
    ]);
  });

  test('a paragraph that was written again is another; one retouched is the same', () => {
    const before = bodyOf(
      paragraphOf('Los puestos estarán en La Bocana, El Faro y Villa Mar.', ''),
      paragraphOf('Nada que ver con lo otro.', ''),
    );
    const after = bodyOf(
      paragraphOf('Los puestos estarán en La Bocana, El Faro, Getsemaní y Villa Mar.', ''),
      paragraphOf('Vengan temprano.', ''),
    );
    expect(bodyDifference(before, after).map(({ change }) => change)).toEqual(['changed', 'removed', 'added']);
  });

  test('a link that leads elsewhere is a change, though its words stayed', () => {
    const link = (href: string): Inline => ({ type: 'text', text: 'aquí', marks: [{ type: 'link', attrs: { href } }] });
    expect(lineRuns([link('https://a.co')], [link('https://b.co')]).map(({ change }) => change)).toEqual(['removed', 'added']);
  });

  test('comparing two long texts with nothing in common takes no long', () => {
    const long = (word: string) =>
      bodyOf(...Array.from({ length: 200 }, (_, at) => paragraphOf(`${word}${at} `.repeat(150), `${word}${at}`)));
    const began = performance.now();
    expect(bodyDifference(long('uno'), long('dos')).length).toBe(400);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});

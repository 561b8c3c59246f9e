import { describe, expect, test } from 'vitest';
import { casesOf, subjectOf, written } from '#test/support/subject.ts';
import { jargon } from './jargon.ts';
import { longSentence } from './long-sentence.ts';
import { passive } from './passive.ts';
import { unsourcedFigure } from './unsourced-figure.ts';

const of = (check: Parameters<typeof casesOf>[0], ...lines: string[]) => casesOf(check, subjectOf({ fields: {}, body: written(...lines) }));

test('a sentence of more than thirty words is long, and one of thirty is not', () => {
  const words = (count: number) => `Casa ${Array.from({ length: count - 1 }, () => 'casa').join(' ')}.`;
  expect(of(longSentence, words(30))).toEqual([]);
  expect(of(longSentence, `Corta. ${words(31)}`)).toEqual([`long: ${words(31)}`]);
});

describe('the passive voice', () => {
  test.each([
    ['La obra fue aprobada por el Concejo.', ['being: fue aprobada']],
    ['Los recibos serán debidamente entregados.', ['being: serán debidamente entregados']],
    ['El acta ha sido escrita a mano.', ['being: sido escrita']],
    ['Se realizó la entrega de los recibos.', ['hidden: Se realizó']],
    ['El mercado es el sábado.', []],
    ['Ella es abogada y fue diputada.', []],
    ['Es demasiado tarde.', []],
    ['La Alcaldía aprobó la obra.', []],
    ['Todos están cansados.', []],
  ])('%s', (text, found) => {
    expect(of(passive, text)).toEqual(found);
  });
});

describe('jargon', () => {
  const officialese = Object.entries({
    'en el marco de': 'en',
    'apertur*': 'abrir',
    'direccion*': 'dirigir',
    'recepcion*': 'recibir',
    'cabe resaltar que': '',
  });
  const terms = officialese.map(([term, meaning]) => ({ term, meaning, insteadOf: [], sort: 'jargon' as const }));

  test.each([
    ['En el marco de la feria habrá música.', ['plainer: En el marco de']],
    ['Se va a aperturar una oficina.', ['plainer: aperturar']],
    ['Cabe resaltar que es gratis.', ['needless: Cabe resaltar que']],
    ['La dirección y la recepción abren a las siete.', []],
    ['La apertura es el lunes.', []],
  ])('%s', (text, found) => {
    expect(casesOf(jargon, subjectOf({ fields: {}, body: written(text) }), { terms })).toEqual(found);
  });

  test('says nothing of what the institution does not list', () => {
    expect(of(jargon, 'En el marco de la feria habrá música.')).toEqual([]);
  });

  test('says how a thing is called in this house', () => {
    const own = [
      { term: 'persona mayor', meaning: '', insteadOf: ['abuelito', 'anciano'], sort: 'term' as const },
      { term: 'pymes', meaning: 'pequeños negocios', insteadOf: [], sort: 'jargon' as const },
    ];
    expect(casesOf(jargon, subjectOf({ body: written('Cada anciano y las pymes') }), { terms: own })).toEqual([
      'plainer: anciano',
      'plainer: pymes',
    ]);
  });
});

describe('figures without a source', () => {
  test.each([
    ['Permitirá pavimentar 22 vías de barrio antes de junio.', ['unsourced: 22 vías de barrio']],
    ['El 78 % de los hogares paga.', ['unsourced: 78 % de los hogares']],
    ['Costó $ 1.200.000 y sirvió a 3.400 familias.', ['unsourced: $ 1.200.000', 'unsourced: 3.400 familias']],
    ['Según el DANE, el 78 % de los hogares paga.', []],
    ['Vale hasta el 28 de febrero de 2027.', []],
    ['Abre a las 10 de la mañana.', []],
    ['Llame a la línea 195.', []],
    ['Lo dice la Ley 1712 de 2014, artículo 18.', []],
    ['Queda en la calle 34 # 12-56.', []],
    ['Son 3 pasos.', []],
    ['Escriba a las 14:30.', []],
  ])('%s', (text, found) => {
    expect(of(unsourcedFigure, text)).toEqual(found);
  });

  test('a figure that names its source is told', () => {
    const body = written({
      type: 'paragraph',
      attrs: { id: 'b1' },
      content: [
        { type: 'text', text: 'Pavimentó ' },
        { type: 'text', text: '22 vías', marks: [{ type: 'source', attrs: { source: 'Secretaría de Obras, 2026' } }] },
        { type: 'text', text: '.' },
      ],
    });
    expect(casesOf(unsourcedFigure, subjectOf({ body }))).toEqual([]);
  });
});

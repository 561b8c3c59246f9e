import { describe, expect, test } from 'vitest';
import type { Block } from '#domains/editorial/index.ts';
import { assetOf, casesOf, subjectOf, written } from '#test/support/subject.ts';
import { kindOf } from '../kinds.ts';
import { altText } from './alt-text.ts';
import { headingOrder } from './heading-order.ts';
import { captions, transcript } from './heard-and-seen.ts';
import { linkText } from './link-text.ts';

const picture = (alt: string, decorative?: true): Block => ({
  type: 'image',
  attrs: { id: 'i', asset: 1, alt, ...(decorative ? { decorative } : {}) },
});

describe('alternative text', () => {
  test.each([
    ['', ['missing']],
    ['   ', ['missing']],
    ['IMG_2034.jpg', ['no_words']],
    ['foto 3', ['no_words']],
    ['Una mujer paga en la ventanilla', []],
  ])('«%s»', (alt, found) => {
    expect(casesOf(altText, subjectOf({ body: written(picture(alt)) }))).toEqual(found);
  });

  test('is not asked of what only adorns, and is asked of the kind’s picture and of each of a gallery', () => {
    expect(casesOf(altText, subjectOf({ body: written(picture('', true)) }))).toEqual([]);
    const gallery: Block = {
      type: 'gallery',
      attrs: {
        id: 'g',
        images: [
          { asset: 1, alt: 'El río' },
          { asset: 2, alt: '' },
        ],
      },
    };
    expect(casesOf(altText, subjectOf({ fields: { image: { asset: 1, alt: '' } }, body: written(gallery) }))).toEqual([
      'missing',
      'missing',
    ]);
  });

  test('is asked inside quotes, boxes and tables', () => {
    const box: Block = { type: 'callout', attrs: { id: 'c', tone: 'note' }, content: [picture('')] };
    const table: Block = {
      type: 'table',
      attrs: { id: 't' },
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [picture('')] }] }],
    };
    expect(
      altText.look(subjectOf({ body: written(box, table) }), { assets: new Map(), terms: [], officials: [], windows: [] }).found,
    ).toMatchObject([{ block: 'c' }, { block: 't' }]);
  });
});

test('a video needs captions and a transcript, a recording its transcript', () => {
  const media = (type: 'video' | 'audio', asset: number): Block => ({ type, attrs: { id: `m${asset}`, asset, title: '' } });
  const assets = new Map([
    [2, assetOf({ id: 2, kind: 'video', title: 'El recorrido' })],
    [3, assetOf({ id: 3, kind: 'audio', title: 'La cuña' })],
    [4, assetOf({ id: 4, kind: 'video', captions: true, transcript: true })],
  ]);
  const subject = subjectOf({ body: written(media('video', 2), media('audio', 3), media('video', 4)) });
  expect(casesOf(captions, subject, { assets })).toEqual(['missing']);
  expect(casesOf(transcript, subject, { assets })).toEqual(['missing_video', 'missing']);
  const film = subjectOf({ kind: kindOf('video'), fields: { video: { asset: 2, alt: '' } }, body: written() });
  expect(casesOf(captions, film, { assets })).toEqual(['missing']);
});

describe('headings', () => {
  const heading = (level: 2 | 3 | 4, text: string): Block => ({
    type: 'heading',
    attrs: { id: text, level },
    content: text === '' ? [] : [{ type: 'text', text }],
  });
  test.each([
    [[2, 3, 4, 2], []],
    [[3], ['first: T0']],
    [[2, 4], ['skipped: T1']],
    [[2, 3, 2, 4], ['skipped: T3']],
  ])('%j', (levels, found) => {
    const body = written(...levels.map((level, at) => heading(level as 2 | 3 | 4, `T${at}`)));
    expect(casesOf(headingOrder, subjectOf({ body }))).toEqual(found);
  });

  test('have words', () => {
    expect(casesOf(headingOrder, subjectOf({ body: written(heading(2, '')) }))).toEqual(['empty']);
  });
});

test.each([
  ['aquí', ['says_nothing: aquí']],
  ['Haga clic aquí.', ['says_nothing: Haga clic aquí.']],
  ['https://predial.puertoclaro.gov.co/pagar', ['address: https://predial.puertoclaro.gov.co/pagar']],
  ['el portal del predial', []],
])('a link that says «%s»', (text, found) => {
  const body = written({
    type: 'paragraph',
    attrs: { id: 'b1' },
    content: [{ type: 'text', text, marks: [{ type: 'link', attrs: { href: 'https://puertoclaro.gov.co' } }] }],
  });
  expect(casesOf(linkText, subjectOf({ body }))).toEqual(found);
});

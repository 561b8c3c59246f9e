import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatIn } from '#platform/i18n/format.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { ShownAsset } from './asset-html.ts';
import { mailBody, type MailDrawing } from './body-mail.ts';
import { type Body, readBody } from './body.ts';

const file = '0d6f7c0e-7a55-4b3c-9d0e-0a9f0f1d2c3b';
const image: ShownAsset = {
  id: 1,
  kind: 'image',
  file,
  name: 'puestos.png',
  type: 'image/png',
  size: 84_000,
  width: 1200,
  height: 800,
  renditions: [],
  title: 'Puestos',
  credit: 'Yenny Mosquera',
  focalX: 50,
  focalY: 50,
  captions: null,
  transcript: '',
};
const drawing: MailDrawing = {
  assets: new Map([
    [1, image],
    [2, { ...image, id: 2, kind: 'document', name: 'tabla.pdf', type: 'application/pdf', title: 'Cobertura' }],
  ]),
  say: say('es'),
  format: formatIn('es'),
  tone: '#0943b5',
};
const doc = (...content: unknown[]): Body => {
  const body = readBody({ type: 'doc', content });
  if (isRefusal(body)) throw new Error(body.refused);
  return body;
};
const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, ...(marks.length > 0 ? { marks } : {}) });
const drawn = (...content: unknown[]) => mailBody(doc(...content), drawing);

test('a picture comes from where every program can show it, as wide as the column and with its words', () => {
  const html = drawn({ type: 'image', attrs: { asset: 1, alt: 'Seis puestos', caption: 'Centro' } });
  expect(html).toContain(`src="/pictures/${file}" alt="Seis puestos" width="536" height="357"`);
  expect(html).toContain('Centro · Yenny Mosquera');
});

test('links are in the colour of the house; a place within the page leads nowhere', () => {
  const html = drawn({
    type: 'paragraph',
    content: [
      text('predial', { type: 'link', attrs: { href: '/news/predial' } }),
      text('abajo', { type: 'link', attrs: { href: '#fin' } }),
    ],
  });
  expect(html).toContain('<a href="/news/predial" style="color:#0943b5;">predial</a>');
  expect(html).not.toContain('#fin');
});

test('quotes, call-outs, lists, tables and files are drawn with what every program keeps', () => {
  const paragraph = (words: string) => ({ type: 'paragraph', content: [text(words)] });
  const html = drawn(
    { type: 'blockquote', attrs: { who: 'Ana' }, content: [paragraph('Vengan')] },
    { type: 'callout', attrs: { tone: 'warning' }, content: [paragraph('Cuidado')] },
    { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [paragraph('Tres')] }] },
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [{ type: 'tableHeader', content: [paragraph('Barrio')] }] },
        { type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph('Centro')] }] },
      ],
    },
    { type: 'file', attrs: { asset: 2, title: '' } },
  );
  expect(html).toContain('class="quote" style="border-left:4px solid #0943b5');
  expect(html).toContain('class="note" style="background-color:#f5f4f0');
  expect(html).toContain('<ol start="3"');
  expect(html).toMatch(/<th scope="col"[^>]*>Barrio<\/th>/);
  expect(html).toContain('Cobertura</a>');
  expect(html).toContain('(PDF, 84');
});

test('nothing that is written becomes markup', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 60 }), (words) => {
      const body: Body = {
        type: 'doc',
        content: [{ type: 'paragraph', attrs: { id: 'a' }, content: [{ type: 'text', text: `<i>${words}` }] }],
      };
      expect(mailBody(body, drawing)).not.toContain('<i>');
    }),
  );
});

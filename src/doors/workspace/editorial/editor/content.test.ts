import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lettersIn, readBody, type Body } from '#domains/editorial/index.ts';
import { href as allowed } from '#domains/editorial/body.ts';
import { bodyOf, writable } from './content.ts';
import { fieldsTyped } from './fields-typed.ts';
import { hrefOf, isHref } from './href.ts';
import { lettersOn } from './letters.ts';
import { placeOf } from './presence.ts';

describe('the editor’s tree', () => {
  test('becomes the house’s body, which takes it as it is', () => {
    const tree = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { id: 'h', level: 2, textAlign: null }, content: [{ type: 'text', text: 'Cómo pagar' }] },
        {
          type: 'bulletList',
          attrs: { id: 'l', tight: true },
          content: [
            {
              type: 'listItem',
              attrs: { color: 1 },
              content: [{ type: 'paragraph', attrs: { id: 'x' }, content: [{ type: 'hardBreak' }] }],
            },
          ],
        },
        {
          type: 'paragraph',
          attrs: { id: 'p' },
          content: [
            {
              type: 'text',
              text: 'portal',
              marks: [
                { type: 'link', attrs: { href: '/predial', target: '_blank', class: null } },
                { type: 'strike', attrs: {} },
              ],
            },
          ],
        },
        { type: 'image', attrs: { id: 'i', asset: 3, alt: '', decorative: false, caption: '' } },
        { type: 'paragraph', attrs: { id: 'tail' } },
      ],
    };
    const body = bodyOf(tree);
    expect(body.content.map(({ attrs }) => attrs.id)).toEqual(['h', 'l', 'p', 'i']);
    expect(JSON.stringify(body)).not.toMatch(/textAlign|tight|color|target|strike|decorative/);
    expect(readBody(JSON.parse(JSON.stringify(body)))).toEqual(body);
  });

  test('has a line to write in wherever there may be none', () => {
    const empty = {
      type: 'doc',
      content: [{ type: 'bulletList', attrs: { id: 'l' }, content: [{ type: 'listItem', content: [] }] }],
    } as const;
    expect(writable(empty as Body).content).toMatchObject([{ content: [{ content: [{ type: 'paragraph' }] }] }]);
    expect(writable({ type: 'doc', content: [] }).content).toEqual([{ type: 'paragraph' }]);
  });
});

test('a link is allowed here when the house allows it, and only then', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string(),
        fc.constantFrom(
          'javascript:alert(1)',
          'JaVaScRiPt:x',
          'data:text/html,x',
          '//evil.test',
          '/a b',
          '#a',
          'tel:+57 605',
          'mailto:a@b.co',
          '/ok',
          '\\\\x',
        ),
      ),
      (text) => {
        expect(isHref(text)).toBe(allowed.safeParse(text).success && text === text.trim());
      },
    ),
  );
});

test.each([
  ['predial.puertoclaro.gov.co', 'https://predial.puertoclaro.gov.co'],
  ['prensa@puertoclaro.gov.co', 'mailto:prensa@puertoclaro.gov.co'],
  [' https://a.co/x ', 'https://a.co/x'],
  ['javascript:alert(1)', null],
  ['hola', null],
])('«%s» leads to %s', (typed, href) => {
  expect(hrefOf(typed)).toBe(href);
});

test('the browser counts letters as the house does', () => {
  fc.assert(
    fc.property(fc.constantFrom('x', 'text', 'title'), fc.oneof(fc.string({ unit: 'grapheme' }), fc.webUrl()), (code, text) => {
      expect(lettersOn(code, text)).toBe(lettersIn(code as 'x', text));
    }),
  );
  expect(lettersOn('x', 'Pague en https://predial.puertoclaro.gov.co/una/direccion/muy/larga')).toBe(9 + 23);
});

test('fields of a plain form', () => {
  const kind = [
    { code: 'lead', type: 'text' },
    { code: 'image', type: 'image' },
    { code: 'place', type: 'line' },
  ] as const;
  expect(
    fieldsTyped(
      { title: 'Uno\r\ndos', 'fields.lead': 'a\r\nb', 'fields.image.asset': '7', 'fields.image.alt': 'La plaza', 'fields.place': '' },
      kind,
    ),
  ).toEqual({ title: 'Uno dos', fields: { lead: 'a\nb', image: { asset: 7, alt: 'La plaza' } } });
});

test('where somebody is, as one counts', () => {
  const text = {
    content: ['a', 'h', 'b'].map((id) => ({ type: id === 'h' ? 'heading' : 'paragraph', attrs: { id } })),
  };
  expect(placeOf(text, 'b')?.key).toBe('writing.in_paragraph.2');
  expect(placeOf(text, 'h')?.key).toBe('writing.in_block.heading');
  expect(placeOf(text, 'title')?.key).toBe('writing.in_title');
  expect(placeOf(text, 'gone')).toBeNull();
});

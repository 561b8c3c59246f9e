import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { say } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { isRefusal } from '#platform/refusal.ts';
import { drawBody } from './body-html.ts';
import { largestBody, readBody, type Body } from './body.ts';
import { stretchesOf } from './body-text.ts';

const drawing = { assets: new Map(), say: say('es'), format: formatIn('es') };

const evil = fc.constantFrom(
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'JaVa\tScript:alert(1)',
  'data:text/html;base64,PHNjcmlwdD4=',
  '//evil.test/x',
  '\u0000',
  'vbscript:msgbox',
  '&lt;b&gt;',
  "' style='x",
  'https://a.test/"><script>',
);
const text = fc.oneof(evil, fc.string({ maxLength: 40 }));
const type = fc.constantFrom(
  'doc',
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'callout',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
  'horizontalRule',
  'image',
  'gallery',
  'video',
  'audio',
  'file',
  'text',
  'hardBreak',
  'script',
  'iframe',
  '__proto__',
);
const anything = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(text, { maxLength: 2 }));
const attrs = fc.dictionary(
  fc.constantFrom(
    'id',
    'level',
    'start',
    'who',
    'tone',
    'asset',
    'alt',
    'caption',
    'images',
    'title',
    'href',
    'source',
    'onclick',
    'style',
    '__proto__',
  ),
  anything,
  { maxKeys: 5 },
);
const mark = fc.record({ type: fc.constantFrom('bold', 'italic', 'link', 'source', 'code', 'script'), attrs }, { requiredKeys: ['type'] });

/** Trees that look like a text and are what somebody who means harm would send. */
const hostile = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    fc.record({ type: fc.constant('text'), text, marks: fc.array(mark, { maxLength: 3 }) }),
    fc.record({ type, attrs, content: fc.array(tie('node'), { maxLength: 4 }) }, { requiredKeys: ['type'] }),
    anything,
  ),
})).node;

const isBody = (read: ReturnType<typeof readBody>): read is Body => !isRefusal(read);

describe('what comes as a text', () => {
  test('is a text of ours or refused, never a fault; what is read reads the same again', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 6 }), (content) => {
        const read = readBody({ type: 'doc', content });
        if (!isBody(read)) return;
        expect(readBody(JSON.parse(JSON.stringify(read)))).toEqual(read);
        expect(JSON.stringify(read)).not.toMatch(/"(onclick|style|class)"/);
      }),
      { numRuns: 400 },
    );
  });

  test('draws as tags of ours alone, whatever its words', () => {
    const line = fc.record({
      type: fc.constant('paragraph' as const),
      attrs: fc.record({ id: fc.constant('p') }),
      content: fc.array(
        fc.record({
          type: fc.constant('text' as const),
          text: text.filter((words) => words.length > 0),
          marks: fc.array(
            fc.oneof(
              fc.record({ type: fc.constant('link' as const), attrs: fc.record({ href: text }) }),
              fc.record({
                type: fc.constant('source' as const),
                attrs: fc.record({ source: text.filter((words) => words.trim() !== '') }),
              }),
            ),
            { maxLength: 2 },
          ),
        }),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (content) => {
        const read = readBody({ type: 'doc', content });
        const html = drawBody(isBody(read) ? read : { type: 'doc', content }, drawing);
        for (const [, tag] of html.matchAll(/<\/?([^\s>/]+)/g)) expect(['p', 'a', 'span', 'small']).toContain(tag);
        for (const [, to] of html.matchAll(/href="([^"]*)"/g)) expect(to).toMatch(/^(https?:|mailto:|tel:|\/(?!\/)|#)/i);
      }),
      { numRuns: 300 },
    );
  });

  test('too deep, too long or no JSON is refused, and quickly', () => {
    let deep: unknown = { type: 'paragraph', attrs: { id: 'p' } };
    for (let level = 0; level < 5_000; level += 1) deep = { type: 'blockquote', attrs: { id: 'q', who: '' }, content: [deep] };
    expect(readBody({ type: 'doc', content: [deep] })).toMatchObject({ refused: 'piece.bad_body' });
    const paragraph = { type: 'paragraph', attrs: { id: 'p' }, content: [{ type: 'text', text: 'a'.repeat(20_000) }] };
    const long = Array.from({ length: largestBody.letters / 20_000 + 1 }, () => paragraph);
    expect(readBody({ type: 'doc', content: long })).toMatchObject({ refused: 'piece.body_too_long' });
    expect(readBody('{')).toMatchObject({ refused: 'piece.bad_body' });
    expect(readBody(null)).toMatchObject({ refused: 'piece.bad_body' });
  });

  test('has an id of its own for every block at the top, and keeps those it had', () => {
    const read = readBody({
      type: 'doc',
      content: [
        { type: 'paragraph' },
        { type: 'paragraph', attrs: { id: 'b1' } },
        { type: 'paragraph', attrs: { id: 'b1' } },
        { type: 'horizontalRule' },
      ],
    });
    const ids = isBody(read) ? read.content.map(({ attrs: own }) => own.id) : [];
    expect(new Set(ids).size).toBe(4);
    expect(ids[1]).toBe('b1');
    expect(isBody(read) && stretchesOf(read)).toHaveLength(3);
  });
});

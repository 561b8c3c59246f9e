import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Body } from './body.ts';
import { contentHash, type Content } from './content-hash.ts';

const words = fc.string({ maxLength: 12 });
const paragraph = fc.record({ id: words, text: fc.string({ minLength: 1, maxLength: 20 }) });
const bodyOf = (blocks: readonly { id: string; text: string }[]): Body => ({
  type: 'doc',
  content: blocks.map(({ id, text }) => ({ type: 'paragraph', attrs: { id }, content: [{ type: 'text', text }] })),
});
const content = fc.record({
  kind: fc.constantFrom('news', 'memo'),
  title: words,
  class: fc.constantFrom('public', 'internal', 'reserved'),
  fields: fc.dictionary(words, words, { maxKeys: 4 }),
  blocks: fc.array(paragraph, { minLength: 1, maxLength: 4 }),
  renditions: fc.dictionary(words, words, { maxKeys: 2 }),
});
const hashOf = ({ blocks, ...rest }: Omit<Content, 'body'> & { blocks: readonly { id: string; text: string }[] }) =>
  contentHash({ ...rest, body: bodyOf(blocks) });
const turned = (map: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(map).toReversed());

test('the hash does not know the ids of blocks, nor the order in which fields were written', () => {
  fc.assert(
    fc.property(content, words, (one, id) => {
      const other = {
        ...one,
        fields: turned(one.fields),
        renditions: turned(one.renditions),
        blocks: one.blocks.map((block) => ({ ...block, id })),
      };
      expect(hashOf(other)).toBe(hashOf(one));
    }),
  );
});

test('whatever a reader would see otherwise makes another hash', () => {
  fc.assert(
    fc.property(content, fc.constantFrom('title', 'class', 'kind', 'text', 'field', 'rendition', 'order'), (one, what) => {
      const [first, ...rest] = one.blocks;
      const changed = {
        title: { ...one, title: `${one.title}.` },
        class: { ...one, class: one.class === 'public' ? 'internal' : 'public' },
        kind: { ...one, kind: one.kind === 'news' ? 'memo' : 'news' },
        text: { ...one, blocks: [{ ...first!, text: `${first!.text} ` }, ...rest] },
        field: { ...one, fields: { ...one.fields, lead: `${one.fields.lead ?? ''}.` } },
        rendition: { ...one, renditions: { ...one.renditions, intranet: `${one.renditions.intranet ?? ''}.` } },
        order: { ...one, blocks: [{ id: 'x', text: `${first!.text}!` }, ...one.blocks] },
      }[what];
      expect(hashOf(changed)).not.toBe(hashOf(one));
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinBlocks, joinWritten } from './join-written.ts';

const block = (id: string, text = id) => ({ type: 'paragraph', attrs: { id }, text });
const written = (title: string, fields: Record<string, string>, ...content: ReturnType<typeof block>[]) => ({
  title,
  fields,
  body: { type: 'doc' as const, content },
});

describe('joining what two wrote', () => {
  test('keeps what each changed alone', () => {
    const was = written('Predial', { lead: 'Uno' }, block('a'), block('b'));
    const yours = written('Predial 2027', { lead: 'Uno' }, block('a', 'mío'), block('b'));
    const theirs = written('Predial', { lead: 'Dos' }, block('a'), block('b', 'suyo'));
    expect(joinWritten(was, yours, theirs)).toEqual({
      merged: written('Predial 2027', { lead: 'Dos' }, block('a', 'mío'), block('b', 'suyo')),
      conflicts: [],
    });
  });

  test('puts what they added after the block that it follows', () => {
    const was = [block('a'), block('b')];
    const { merged } = joinBlocks(was, [block('a'), block('mío'), block('b')], [block('a'), block('suyo'), block('b')]);
    expect(merged.map(({ attrs }) => attrs.id)).toEqual(['a', 'suyo', 'mío', 'b']);
  });

  test('names what both changed, and keeps yours meanwhile', () => {
    const was = written('T', { lead: 'Uno' }, block('a'));
    const { merged, conflicts } = joinWritten(
      was,
      written('T', { lead: 'Mío' }, block('a', 'mío')),
      written('T', { lead: 'Suyo' }, block('a', 'suyo')),
    );
    expect(conflicts.map(({ field }) => field)).toEqual(['fields.lead', 'body.a']);
    expect(merged).toEqual(written('T', { lead: 'Mío' }, block('a', 'mío')));
  });

  test('a block that one took out and the other changed is a conflict, not a loss', () => {
    const { merged, conflicts } = joinBlocks([block('a')], [], [block('a', 'suyo')]);
    expect(conflicts).toEqual([{ field: 'body.a', yours: null, theirs: block('a', 'suyo') }]);
    expect(merged).toEqual([block('a', 'suyo')]);
  });

  test('a field that only they filled in arrives', () => {
    expect(joinWritten(written('T', {}), written('T', {}), written('T', { lead: 'Suyo' })).merged.fields).toEqual({ lead: 'Suyo' });
  });

  test('nothing that either wrote is lost without being named', () => {
    const blocks = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), text: fc.constantFrom('1', '2', '3') }), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(blocks, blocks, blocks, (was, yours, theirs) => {
        const [b, m, o] = [was, yours, theirs].map((list) => list.map(({ id, text }) => block(id, text))) as [
          ReturnType<typeof block>[],
          ReturnType<typeof block>[],
          ReturnType<typeof block>[],
        ];
        const { merged, conflicts } = joinBlocks(b, m, o);
        const named = new Set(conflicts.map(({ field }) => field.slice('body.'.length)));
        for (const side of [m, o]) {
          for (const one of side) {
            const before = b.find(({ attrs }) => attrs.id === one.attrs.id);
            if (before?.text === one.text) continue;
            const kept = merged.some(({ attrs, text }) => attrs.id === one.attrs.id && text === one.text);
            expect(kept || named.has(one.attrs.id)).toBe(true);
          }
        }
        expect(new Set(merged.map(({ attrs }) => attrs.id)).size).toBe(merged.length);
      }),
    );
  });
});

import { expect, test } from 'vitest';
import { editedItems } from './edited-items.ts';

const fields = { kind: ['pieces', 'asset', 'clock'], ref: ['', '7', ''], seconds: ['', '20', ''] };
const after = (intent: string, add = '') => editedItems({ ...fields, intent, add }).map(({ kind, ref }) => kind + ref);

test('one press moves, takes out or adds one thing, and keeps the rest as it was typed', () => {
  expect(after('keep')).toEqual(['pieces', 'asset7', 'clock']);
  expect(after('up:1')).toEqual(['asset7', 'pieces', 'clock']);
  expect(after('down:1')).toEqual(['pieces', 'clock', 'asset7']);
  expect(after('up:0')).toEqual(['pieces', 'asset7', 'clock']);
  expect(after('down:2')).toEqual(['pieces', 'asset7', 'clock']);
  expect(after('remove:1')).toEqual(['pieces', 'clock']);
  expect(after('add', 'figure 12')).toEqual(['pieces', 'asset7', 'clock', 'figure12']);
  expect(after('add')).toEqual(['pieces', 'asset7', 'clock']);
  expect(after('remove:9')).toEqual(['pieces', 'asset7', 'clock']);
  expect(editedItems({ kind: 'clock', ref: '', seconds: '9', intent: 'keep' })).toEqual([{ kind: 'clock', ref: '', seconds: '9' }]);
});

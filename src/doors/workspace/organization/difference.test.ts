import { expect, it } from 'vitest';
import { difference } from './difference.ts';

it('says only what differs between before and after', () => {
  expect(difference({ name: 'Archivo', code: 'archivo' }, { name: 'Archivo General', code: 'archivo' })).toEqual([
    { field: 'name', before: 'Archivo', after: 'Archivo General' },
  ]);
});

it('says what came and what went, lists as words', () => {
  expect(difference(null, { roles: ['editor', 'staff'], unit: null })).toEqual([{ field: 'roles', before: null, after: 'editor, staff' }]);
  expect(difference({ left: true }, undefined)).toEqual([{ field: 'left', before: 'true', after: null }]);
});

import { describe, expect, test } from 'vitest';
import { merge } from './stale.ts';

describe('merge', () => {
  const was = { title: 'Boletín', endsOn: '2026-12-18', channels: ['correo'] };

  test('keeps what each changed alone', () => {
    const yours = { ...was, title: 'Boletín interno' };
    const theirs = { ...was, channels: ['correo', 'intranet'] };
    expect(merge(was, yours, theirs)).toEqual({
      merged: { ...was, title: 'Boletín interno', channels: ['correo', 'intranet'] },
      conflicts: [],
    });
  });

  test('shows both values of what both changed', () => {
    const { conflicts } = merge(was, { ...was, endsOn: '2026-11-30' }, { ...was, endsOn: '2026-12-04' });
    expect(conflicts).toEqual([{ field: 'endsOn', yours: '2026-11-30', theirs: '2026-12-04' }]);
  });

  test('has no conflict when both wrote the same', () => {
    expect(merge(was, { ...was, title: 'X' }, { ...was, title: 'X' }).conflicts).toEqual([]);
  });

  test('without knowing what the form showed, every difference is a conflict', () => {
    expect(merge(undefined, { ...was, title: 'X' }, was).conflicts).toEqual([{ field: 'title', yours: 'X', theirs: 'Boletín' }]);
  });
});

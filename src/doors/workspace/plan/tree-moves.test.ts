import { expect, test } from 'vitest';
import { destination, dropPlace, visibleRows } from './tree-moves.ts';
import type { Kind } from '#domains/plan/index.ts';

const row = (item: number, kind: Kind, parent: number | null, position: number) => ({ item, kind, parent, position });
const rows = [
  row(1, 'objective', null, 1),
  row(2, 'component', 1, 1),
  row(3, 'component', 1, 2),
  row(4, 'objective', null, 2),
  row(5, 'component', 4, 1),
];
const at = (item: number) => rows.find((one) => one.item === item)!;

test('what is inside a folded row is not shown, at any depth', () => {
  expect(visibleRows(rows, new Set([1])).map(({ item }) => item)).toEqual([1, 4, 5]);
});

test('a row goes down among its siblings, then into the next place of the kind it hangs from', () => {
  expect(destination(rows, at(2), 1)).toEqual({ parent: 1, position: 2 });
  expect(destination(rows, at(3), 1)).toEqual({ parent: 4, position: 1 });
  expect(destination(rows, at(5), 1)).toBeNull();
});

test('a row goes up, then to the end of the place before', () => {
  expect(destination(rows, at(3), -1)).toEqual({ parent: 1, position: 1 });
  expect(destination(rows, at(5), -1)).toEqual({ parent: 1, position: 3 });
  expect(destination(rows, at(1), -1)).toBeNull();
});

test('a row dropped on one of its kind takes its place; on what it hangs from, goes to its end; elsewhere nowhere', () => {
  expect(dropPlace(rows, at(5), at(2))).toEqual({ parent: 1, position: 1 });
  expect(dropPlace(rows, at(2), at(3))).toEqual({ parent: 1, position: 2 });
  expect(dropPlace(rows, at(2), at(4))).toEqual({ parent: 4, position: 2 });
  expect(dropPlace(rows, at(1), at(2))).toBeNull();
});

import type { Kind, Row } from './plan.ts';

/** What may hang from what. */
export const parentKind: Readonly<Record<Kind, Kind | null>> = {
  objective: null,
  component: 'objective',
  responsibility: 'component',
  activity: 'responsibility',
  indicator: 'activity',
};

export const childKind: Readonly<Record<Kind, Kind | null>> = {
  objective: 'component',
  component: 'responsibility',
  responsibility: 'activity',
  activity: 'indicator',
  indicator: null,
};

type Node = Pick<Row, 'item' | 'parent' | 'position'>;

/** Each row after the one it hangs from, siblings by position. */
export function inTreeOrder<N extends Node>(rows: readonly N[]): N[] {
  const children = Map.groupBy(rows, (row) => row.parent);
  const walk = (parent: number | null): N[] =>
    (children.get(parent) ?? [])
      .toSorted((one, other) => one.position - other.position || one.item - other.item)
      .flatMap((row) => [row, ...walk(row.item)]);
  return walk(null);
}

/** The row and everything that hangs from it. */
export function branch<N extends Node>(rows: readonly N[], item: number): N[] {
  const of = (row: N): N[] => [row, ...rows.filter((other) => other.parent === row.item).flatMap(of)];
  return rows.filter((row) => row.item === item).flatMap(of);
}

/** The rows with `item` at `position` (from 1) under `parent`, its old and new siblings closed up around it. */
export function moved<N extends Node>(rows: readonly N[], item: number, parent: number | null, position: number): N[] {
  const row = rows.find((one) => one.item === item)!;
  const siblings = inTreeOrder(rows).filter((one) => one.parent === parent && one.item !== item);
  siblings.splice(position - 1, 0, row);
  const at = new Map(siblings.map((one, index) => [one.item, index + 1]));
  return rows.map((one) =>
    one.item === item ? { ...one, parent, position: at.get(item)! } : { ...one, position: at.get(one.item) ?? one.position },
  );
}

export interface Place {
  readonly item: number;
  readonly position: number;
  readonly number: string;
}

/**
 * The position (from 1, without gaps) and number of each row. Objectives are 1, 2…; responsibilities 2.1, 2.2… through all
 * components of their objective, which carry none; activities 2.1.1…; indicators carry none.
 */
export function places(rows: readonly (Node & Pick<Row, 'kind'>)[]): Place[] {
  const numbers = new Map<number | null, string>();
  const counted = new Map<number | null, number>();
  const positions = new Map<number | null, number>();
  const objectiveOf = new Map<number, number>();
  const next = (counts: Map<number | null, number>, key: number | null) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
  return inTreeOrder(rows).map((row) => {
    if (row.kind === 'component') objectiveOf.set(row.item, row.parent!);
    const numbered = row.kind === 'responsibility' ? objectiveOf.get(row.parent!)! : row.parent;
    const number =
      row.kind === 'objective'
        ? `${next(counted, null)}`
        : row.kind === 'responsibility' || row.kind === 'activity'
          ? `${numbers.get(numbered)}.${next(counted, numbered)}`
          : '';
    numbers.set(row.item, number);
    return { item: row.item, position: next(positions, row.parent), number };
  });
}

import type { TreeRow } from './tree-rows.ts';

type Node = Pick<TreeRow, 'item' | 'parent' | 'kind' | 'position'>;

/** The rows that are not inside a folded one. */
export function visibleRows<N extends Pick<TreeRow, 'item' | 'parent'>>(rows: readonly N[], folded: ReadonlySet<number>): N[] {
  const hidden = new Set<number>();
  return rows.filter((row) => {
    if (row.parent !== null && (folded.has(row.parent) || hidden.has(row.parent))) hidden.add(row.item);
    return !hidden.has(row.item);
  });
}

export interface Destination {
  readonly parent: number | null;
  readonly position: number;
}

/** One place up (-1) or down (1): among its siblings, and past their end into the next place of the kind it hangs from. */
export function destination(rows: readonly Node[], row: Node, step: -1 | 1): Destination | null {
  const siblings = rows.filter((one) => one.parent === row.parent);
  const at = siblings.findIndex(({ item }) => item === row.item);
  if (siblings[at + step]) return { parent: row.parent, position: at + 1 + step };
  const above = rows.find(({ item }) => item === row.parent);
  if (!above) return null;
  const parents = rows.filter(({ kind }) => kind === above.kind);
  const next = parents[parents.findIndex(({ item }) => item === above.item) + step];
  return next ? { parent: next.item, position: step === 1 ? 1 : rows.filter((one) => one.parent === next.item).length + 1 } : null;
}

const hangsFrom: Record<TreeRow['kind'], TreeRow['kind'] | null> = {
  objective: null,
  component: 'objective',
  responsibility: 'component',
  activity: 'responsibility',
  indicator: 'activity',
};

/** Where a row dropped on another goes: in its place when both are of a kind, at its end when it hangs from that kind. */
export function dropPlace(rows: readonly Node[], row: Node, on: Node): Destination | null {
  if (row.item === on.item) return null;
  if (on.kind === row.kind) {
    const siblings = rows.filter((one) => one.parent === on.parent && one.item !== row.item);
    return {
      parent: on.parent,
      position: siblings.findIndex(({ item }) => item === on.item) + 1 + (on.parent === row.parent && on.position > row.position ? 1 : 0),
    };
  }
  return hangsFrom[row.kind] === on.kind ? { parent: on.item, position: rows.filter((one) => one.parent === on.item).length + 1 } : null;
}

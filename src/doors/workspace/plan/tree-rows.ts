import { workedBoard, type Light } from '#domains/metrics/index.ts';
import { difference, inTreeOrder, versionDocument, versionTree, type Kind, type Row } from '#domains/plan/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Shown } from './shown.ts';

/** A row of the tree as its page shows it. */
export interface TreeRow {
  readonly item: number;
  readonly kind: Kind;
  readonly parent: number | null;
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly children: number;
  readonly number: string;
  readonly title: string;
  readonly revision: number;
  readonly who: string;
  readonly ends: string | null;
  readonly frequency: string | null;
  readonly progress: number | null;
  readonly light: Light | null;
  /** Of an activity: days late, or its state. */
  readonly daysLate: number;
  readonly state: string | null;
  readonly isNew: boolean;
}

const levels: Record<Kind, number> = { objective: 1, component: 2, responsibility: 3, activity: 4, indicator: 5 };

/** The rows of a version with how each stands today, those that the filters let through with all above them. */
export async function treeRows(ctx: Ctx, { plan, version, inForce }: Shown, filters: URLSearchParams) {
  const [all, { board, work }, found] = await Promise.all([
    versionTree(ctx, version.id),
    workedBoard(ctx, plan.id),
    inForce && inForce.id !== version.id ? differenceBetween(ctx, inForce.id, version.id) : null,
  ]);
  const added = new Set(found?.added.map(({ key }) => key));
  const advance = new Map([...board.objectives, ...board.components].map((part) => [part.item, part.advance?.progress ?? null]));
  const lights = new Map(board.rows.map((row) => [row.item, row.light]));
  const children = Map.groupBy(all, (row) => row.parent);
  const shown = (row: Row): TreeRow => {
    const standing = work.activities.get(row.item);
    return {
      item: row.item,
      kind: row.kind,
      parent: row.parent,
      level: levels[row.kind],
      position: row.position,
      number: row.number,
      title: row.title,
      revision: row.revision,
      siblings: children.get(row.parent)?.length ?? 1,
      children: children.get(row.item)?.length ?? 0,
      who: row.personName ?? row.unitName ?? '',
      ends: row.endsOn,
      frequency: row.frequency,
      progress: advance.get(row.item) ?? null,
      light: lights.get(row.item) ?? null,
      daysLate: standing?.late[0]?.daysLate ?? 0,
      state: row.kind === 'activity' ? (standing?.state ?? 'not_started') : null,
      isNew: added.has(`item/${row.item}`),
    };
  };
  const rows = all.map(shown);
  return {
    all,
    rows: kept(rows, all, filters),
    count: all.length,
    changes: version.state === 'draft' && found ? found.count : null,
    units: [...new Map(all.flatMap((row) => (row.unit ? [[row.unit, { id: row.unit, name: row.unitName ?? '' }] as const] : []))).values()],
  };
}

async function differenceBetween(ctx: Ctx, before: number, after: number) {
  const [one, other] = await Promise.all([versionDocument(ctx, before), versionDocument(ctx, after)]);
  return difference(one, other);
}

function kept(rows: readonly TreeRow[], all: readonly Row[], filters: URLSearchParams): TreeRow[] {
  const words = plain(filters.get('q') ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const unit = Number(filters.get('unit')) || null;
  const late = filters.get('late') === '1';
  if (words.length === 0 && unit === null && !late) return [...rows];
  const passing = new Set(
    rows
      .filter(
        (row, at) =>
          words.every((word) => plain(`${row.number} ${row.title}`).includes(word)) &&
          (unit === null || all[at]!.unit === unit) &&
          (!late || row.daysLate > 0),
      )
      .map(({ item }) => item),
  );
  const parents = new Map(all.map((row) => [row.item, row.parent]));
  for (const item of Array.from(passing)) for (let above = parents.get(item); above; above = parents.get(above)) passing.add(above);
  return inTreeOrder(rows.filter(({ item }) => passing.has(item)));
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound } from '#platform/refusal.ts';
import { organizationPolicy as policy } from './policy.ts';
import { countOpenUnits, searchUnits, selectPath, selectTree, type FoundUnit, type UnitRow } from './unit-tree.queries.ts';
import { selectUnit } from './units.queries.ts';

export type { FoundUnit, UnitRow };

const wholeTree = 400;
const onePage = 200;

/** The tree as a page can show it: whole while it is small, only its first level when it is not. */
export async function unitTree(ctx: Ctx): Promise<{ units: readonly UnitRow[]; count: number; whole: boolean }> {
  authorize(ctx.actor, policy, 'units.read');
  const count = await countOpenUnits(ctx.db);
  const whole = count <= wholeTree;
  return { units: await selectTree(ctx.db, null, whole ? wholeTree : onePage, whole ? 100 : 0), count, whole };
}

/** One dependency: where it hangs, what hangs from it. @throws NotFound */
export async function unitWithin(ctx: Ctx, id: number) {
  authorize(ctx.actor, policy, 'units.read');
  const unit = Number.isSafeInteger(id) ? await selectUnit(ctx.db, id) : undefined;
  if (!unit) throw new NotFound(`unit ${id}`);
  return { unit, path: await selectPath(ctx.db, id), below: await selectTree(ctx.db, id, onePage, 0) };
}

export function findUnits(ctx: Ctx, text: string, limit = 50): Promise<FoundUnit[]> {
  authorize(ctx.actor, policy, 'units.read');
  return searchUnits(ctx.db, text, limit);
}

export interface UnitOption {
  readonly id: number;
  readonly name: string;
  readonly depth: number;
  readonly code: string;
}

/** Open dependencies to choose from, in the order of the tree with their depth; at most a thousand (search beyond that). */
export async function unitOptions(ctx: Ctx): Promise<UnitOption[]> {
  const rows = await selectTree(ctx.db, null, 1000);
  return rows.map(({ id, name, depth, code }) => ({ id, name, depth, code }));
}

import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { lastChange } from './audit.ts';
import { selectPersonRef } from './people.queries.ts';
import { organizationPolicy as policy } from './policy.ts';
import {
  insertUnit,
  isWithin,
  lockTree,
  markClosed,
  moveSubtree,
  orderChildren,
  selectContents,
  selectSiblings,
  selectUnit,
  selectUnitByCode,
  selectUnitRef,
  updateAppointments,
  updateUnit,
} from './units.queries.ts';

/** Adds a dependency below another, or at the top. Without a code it gets one from its name. */
export async function createUnit(
  ctx: Ctx,
  input: { name: string; code?: string | undefined; parent: number | string | null },
): Promise<number | Refusal> {
  await lockTree(ctx.db);
  const parent = await selectUnitRef(ctx.db, input.parent);
  if (parent === undefined) return refuse('unit.unknown', {}, 'parent');
  authorize(ctx.actor, policy, 'units.edit', parent?.id ?? null);
  const code = input.code ?? (await freeCode(ctx, input.name));
  const taken = await selectUnitByCode(ctx.db, code);
  if (taken) return refuse('unit.code_taken', { code, name: taken.name }, 'code');
  const id = await insertUnit(ctx.db, { code, name: input.name, parent: parent?.id ?? null, now: ctx.now });
  await ctx.tell({
    name: 'unit.created',
    subject: { type: 'unit', id },
    after: { name: input.name, code, parent: parent?.name ?? null },
    topics: ['units'],
  });
  return id;
}

/** @returns `form.stale` when somebody saved the unit since the form was opened. */
export async function renameUnit(
  ctx: Ctx,
  id: number,
  input: { name: string; code?: string | undefined; version: number },
): Promise<Refusal | void> {
  const unit = await openUnit(ctx, id);
  if (unit.version !== input.version) return refuse('form.stale', { who: (await lastChange(ctx.db, 'unit', id))?.actor ?? '' });
  const code = input.code ?? unit.code;
  const taken = await selectUnitByCode(ctx.db, code);
  if (taken && taken.id !== id) return refuse('unit.code_taken', { code, name: taken.name }, 'code');
  await updateUnit(ctx.db, id, { name: input.name, code });
  await ctx.tell({
    name: 'unit.renamed',
    subject: { type: 'unit', id },
    topics: ['units', 'portal'],
    before: { name: unit.name, code: unit.code },
    after: { name: input.name, code },
  });
}

/** Hangs a dependency, with all below it, from another; never from one that is below itself. */
export async function moveUnit(ctx: Ctx, id: number, input: { parent: number | string | null }): Promise<Refusal | void> {
  await lockTree(ctx.db);
  const unit = await openUnit(ctx, id);
  const parent = await selectUnitRef(ctx.db, input.parent);
  if (parent === undefined) return refuse('unit.unknown', {}, 'parent');
  authorize(ctx.actor, policy, 'units.edit', parent?.id ?? null);
  if (parent && (await isWithin(ctx.db, parent.id, id))) return refuse('unit.cycle', { unit: unit.name, parent: parent.name }, 'parent');
  if (unit.parent_id === (parent?.id ?? null)) return;
  await moveSubtree(ctx.db, id, parent?.id ?? null);
  await ctx.tell({
    name: 'unit.moved',
    subject: { type: 'unit', id },
    topics: ['units'],
    before: { parent: unit.parent },
    after: { parent: parent?.name ?? null },
    payload: { parent: parent?.id ?? null },
  });
}

/** Puts a dependency one place before or after among those that hang from the same one. At the end nothing happens. */
export async function shiftUnit(ctx: Ctx, id: number, input: { direction: 'up' | 'down' }): Promise<void> {
  const unit = await openUnit(ctx, id);
  await lockTree(ctx.db);
  const order = await selectSiblings(ctx.db, unit.parent_id);
  const from = order.indexOf(id);
  const to = from + (input.direction === 'up' ? -1 : 1);
  if (to < 0 || to >= order.length) return;
  order.splice(from, 1);
  order.splice(to, 0, id);
  await orderChildren(ctx.db, order);
  await ctx.tell({
    name: 'unit.ordered',
    subject: { type: 'unit', id },
    before: { place: from + 1 },
    after: { place: to + 1 },
    topics: ['units'],
  });
}

/** Says who heads a dependency and who is its liaison for communications; null leaves the place empty. */
export async function appoint(ctx: Ctx, id: number, input: { head: string | null; liaison: string | null }): Promise<Refusal | void> {
  const unit = await openUnit(ctx, id);
  const head = await selectPersonRef(ctx.db, input.head);
  if (head === undefined) return refuse('person.unknown', {}, 'head');
  const liaison = await selectPersonRef(ctx.db, input.liaison);
  if (liaison === undefined) return refuse('person.unknown', {}, 'liaison');
  await updateAppointments(ctx.db, id, head?.id ?? null, liaison?.id ?? null);
  await ctx.tell({
    name: 'unit.appointed',
    subject: { type: 'unit', id },
    topics: ['units'],
    before: { head: unit.head, liaison: unit.liaison },
    after: { head: head?.name ?? null, liaison: liaison?.name ?? null },
    payload: { head: head?.id ?? null, liaison: liaison?.id ?? null },
  });
}

/** Closes a dependency that is empty; its past keeps its name. */
export async function closeUnit(ctx: Ctx, id: number): Promise<Refusal | void> {
  const unit = await openUnit(ctx, id);
  await lockTree(ctx.db);
  const { people, children } = await selectContents(ctx.db, id);
  if (people > 0 || children > 0) return refuse('unit.not_empty', { unit: unit.name, people, children });
  await markClosed(ctx.db, id, ctx.now);
  await ctx.tell({
    name: 'unit.closed',
    subject: { type: 'unit', id },
    before: { name: unit.name },
    after: { closed: true },
    topics: ['units'],
  });
}

/** The unit to change, when the actor may change it. */
async function openUnit(ctx: Ctx, id: number) {
  const unit = await selectUnit(ctx.db, id);
  if (!unit || unit.closed_at) throw new NotFound(`unit ${id}`);
  authorize(ctx.actor, policy, 'units.edit', id);
  return unit;
}

async function freeCode(ctx: Ctx, name: string): Promise<string> {
  const base = codeOf(name);
  for (let n = 1; ; n++) {
    const code = n === 1 ? base : `${base}-${n}`;
    if (!(await selectUnitByCode(ctx.db, code))) return code;
  }
}

/** «Secretaría de Hacienda» → `secretaria-de-hacienda`. */
export function codeOf(name: string): string {
  const code = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 50)
    .replace(/-$/, '');
  return code || 'dependencia';
}

import type { Ctx } from '#platform/ctx.ts';
import { NotFound } from '#platform/refusal.ts';
import { selectChannels, selectNamedUnits, selectSections, selectSegments } from './document.queries.ts';
import type { Plan, Row, Version, VersionDocument } from './plan.ts';
import { selectPlan, selectPlans } from './plans.queries.ts';
import { selectItem, selectRowEdits, selectRows, selectRowVersions } from './rows.queries.ts';
import { inTreeOrder } from './tree.ts';
import { selectVersion, selectVersionByNumber, selectVersionInForce, selectVersions, selectVersionsIn } from './versions.queries.ts';

/** A plan by its id or its code. */
export function findPlan(ctx: Ctx, plan: number | string): Promise<Plan | undefined> {
  return selectPlan(ctx.db, plan);
}

/** @throws NotFound */
export async function getPlan(ctx: Ctx, plan: number | string): Promise<Plan> {
  const found = await selectPlan(ctx.db, plan);
  if (!found) throw new NotFound(`plan ${plan}`);
  return found;
}

/** The plan with the version that is in force today, if any is. */
export async function planInForce(ctx: Ctx, plan: number | string): Promise<{ plan: Plan; version: Version } | undefined> {
  const found = await selectPlan(ctx.db, plan);
  const version = found && (await selectVersionInForce(ctx.db, found.id));
  return found && version && { plan: found, version };
}

/** Every plan, newest period first, with the version in force and the one being prepared. */
export async function listPlans(ctx: Ctx): Promise<(Plan & { inForce: Version | null; open: Version | null })[]> {
  const [plans, versions] = await Promise.all([
    selectPlans(ctx.db),
    selectVersionsIn(ctx.db, ['draft', 'in_review', 'approved', 'in_force']),
  ]);
  return plans.map((plan) => {
    const own = versions.filter((version) => version.plan === plan.id);
    return {
      ...plan,
      inForce: own.find(({ state }) => state === 'in_force') ?? null,
      open: own.find(({ state }) => state !== 'in_force') ?? null,
    };
  });
}

/** Newest first. */
export function listVersions(ctx: Ctx, plan: number): Promise<Version[]> {
  return selectVersions(ctx.db, plan);
}

/** @throws NotFound */
export async function getVersion(ctx: Ctx, id: number): Promise<Version> {
  const version = await selectVersion(ctx.db, id);
  if (!version) throw new NotFound(`version ${id}`);
  return version;
}

/** @throws NotFound */
export async function getVersionByNumber(ctx: Ctx, plan: number, number: number): Promise<Version> {
  const version = await selectVersionByNumber(ctx.db, plan, number);
  if (!version) throw new NotFound(`version ${number} of plan ${plan}`);
  return version;
}

/** Every row of a version, in the order of the tree: each after the one it hangs from. One statement. */
export async function versionTree(ctx: Ctx, version: number): Promise<Row[]> {
  return inTreeOrder(await selectRows(ctx.db, version));
}

/** What one item says in one version. */
export async function findRow(ctx: Ctx, version: number, item: number): Promise<Row | undefined> {
  return (await selectRows(ctx.db, version, item))[0];
}

/** The whole version: text, publics, channels and tree. @throws NotFound */
export async function versionDocument(ctx: Ctx, id: number): Promise<VersionDocument> {
  const version = await getVersion(ctx, id);
  const plan = await getPlan(ctx, version.plan);
  const [units, sections, segments, channels, rows] = await Promise.all([
    selectNamedUnits(ctx.db, id),
    selectSections(ctx.db, id),
    selectSegments(ctx.db, id),
    selectChannels(ctx.db, id),
    versionTree(ctx, id),
  ]);
  return { plan, version, units, sections, segments, channels, rows };
}

/** What an item said in each version, and its last edits (at most 100, newest first) with who and when. @throws NotFound */
export async function rowHistory(ctx: Ctx, item: number) {
  const found = await selectItem(ctx.db, item);
  if (!found) throw new NotFound(`item ${item}`);
  const versions = await selectRowVersions(ctx.db, item);
  const rows = await Promise.all(versions.map(async ({ version, number }) => ({ number, row: (await findRow(ctx, version, item))! })));
  return { ...found, versions: rows, edits: await selectRowEdits(ctx.db, item, 100) };
}

/** The plan that an item belongs to and its kind. */
export function findItem(ctx: Ctx, item: number) {
  return selectItem(ctx.db, item);
}

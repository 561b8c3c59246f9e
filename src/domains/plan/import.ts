import { createUnit } from '#domains/organization/index.ts';
import { system, type Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import { insertChannels, insertNamedUnits, insertSections, insertSegments } from './document.queries.ts';
import { faulty, isFaulty } from './faults.ts';
import { look, type Looked } from './import-look.ts';
import { rowsOf } from './import-rows.ts';
import { planTopic, type Plan, type Version } from './plan.ts';
import { planPolicy } from './policy.ts';
import { insertPlan, updatePlan } from './plans.queries.ts';
import { readPlanFile } from './read-plan-file.ts';
import { getPlan, versionTree } from './reading.ts';
import { insertItems, insertRows, insertTargets } from './rows.queries.ts';
import { insertAuthor, selectVersions } from './versions.queries.ts';
import { newDraft } from './versions.ts';

export interface Imported {
  readonly plan: number;
  readonly version: number;
  readonly code: string;
  readonly number: number;
  readonly unitsCreated: number;
}

/**
 * Imports a plan file (YAML or XLSX) as the next draft of its plan, which is made if its code is new. Dependencies are matched
 * by code or name, else created; items by kind and code, so that reports and readings stay with them. All or nothing: a file
 * with anything wrong is refused (`plan_file.faulty`) with every fault and its row.
 */
export async function importPlan(ctx: Ctx, input: { bytes: Uint8Array; note?: string }): Promise<Imported | Refusal> {
  authorize(ctx.actor, planPolicy, 'plans.import');
  const read = await readPlanFile(input.bytes);
  if (isFaulty(read)) return read;
  const looked = await look(ctx, read);
  if (looked.faults.length > 0) return faulty(looked.faults);
  const units = await unitsOf(ctx, looked);
  const plan = await planOf(ctx, looked, units);
  authorize(ctx.actor, planPolicy, 'plans.import', plan.unit);
  const version = await newDraft(ctx, plan, input.note ?? '');
  if (isRefusal(version)) return version;
  await write(ctx, looked, units, plan, version);
  const unitsCreated = looked.units.filter((unit) => unit.id === null).length;
  await ctx.tell({
    name: 'plan.imported',
    subject: { type: 'plan', id: plan.id },
    after: { code: plan.code, version: version.number, rows: looked.counts, unitsCreated },
    payload: { plan: plan.id, version: version.id },
    topics: [planTopic(plan.id)],
  });
  return { plan: plan.id, version: version.id, code: plan.code, number: version.number, unitsCreated };
}

/** What importing a file would do: how much it brings, which dependencies it would create, onto which plan it falls. */
export async function previewImport(ctx: Ctx, input: { bytes: Uint8Array }): Promise<Looked | Refusal> {
  authorize(ctx.actor, planPolicy, 'plans.import');
  const read = await readPlanFile(input.bytes);
  if (isFaulty(read)) return read;
  const looked = await look(ctx, read);
  if (looked.faults.length > 0) return faulty(looked.faults);
  return looked.open ? refuse('version.already_open', { number: looked.open.number }) : looked;
}

/** Each code of the file with the dependency it became; those that were nowhere are created at the top of the tree. */
async function unitsOf(ctx: Ctx, { units }: Looked): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>();
  for (const unit of units) {
    // Whoever may import a plan may bring the dependencies it names: the right to create any other is the administrator's.
    const id = unit.id ?? (await createUnit({ ...ctx, actor: system }, { name: unit.name, code: unit.code, parent: null }));
    if (isRefusal(id)) throw new Error(`a dependency appeared meanwhile: ${unit.code}`);
    ids.set(unit.code, id);
  }
  return ids;
}

/** The plan's head is that of the file until a version rules; from then on it stays. */
async function planOf(ctx: Ctx, { file: { plan }, existing, parent }: Looked, units: ReadonlyMap<string, number>): Promise<Plan> {
  const head = {
    title: plan.title,
    summary: plan.summary,
    unit: units.get(plan.unit)!,
    parent,
    startsOn: plan.starts_on,
    endsOn: plan.ends_on,
  };
  if (!existing) return getPlan(ctx, await insertPlan(ctx.db, { code: plan.code, ...head }, ctx.actor.id, ctx.now));
  const ruled = (await selectVersions(ctx.db, existing.id)).some((version) => version.inForceFrom !== null);
  if (!ruled) await updatePlan(ctx.db, existing.id, head);
  return getPlan(ctx, existing.id);
}

async function write(ctx: Ctx, looked: Looked, units: ReadonlyMap<string, number>, plan: Plan, version: Version): Promise<void> {
  const { file } = looked;
  const known = version.basedOn === null ? [] : await versionTree(ctx, version.basedOn);
  const { rows, targets } = await rowsOf(looked, units, known, (kinds) => insertItems(ctx.db, plan.id, kinds, ctx.now));
  if (ctx.actor.id) await insertAuthor(ctx.db, version.id, ctx.actor.id, ctx.now);
  await insertNamedUnits(ctx.db, version.id, [...new Set(units.values())]);
  await insertSections(ctx.db, version.id, file.sections);
  await insertSegments(ctx.db, version.id, file.segments);
  await insertChannels(ctx.db, version.id, file.channels);
  await insertRows(ctx.db, version.id, rows, ctx.actor.id, ctx.now);
  await insertTargets(ctx.db, version.id, targets);
}

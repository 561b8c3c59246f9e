import { codeOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import type { NewPlanInput } from './beginning.input.ts';
import { selectUnitId, selectCodes } from './beginning.queries.ts';
import type { Imported } from './import.ts';
import { planTopic } from './plan.ts';
import { insertPlan } from './plans.queries.ts';
import { planPolicy } from './policy.ts';
import { getPlan } from './reading.ts';
import { insertAuthor } from './versions.queries.ts';
import { newDraft } from './versions.ts';

/** Begins a plan with nothing in it: a first draft to write in. Its code is its title's, as an address. */
export async function beginPlan(ctx: Ctx, input: NewPlanInput): Promise<Omit<Imported, 'unitsCreated'> | Refusal> {
  authorize(ctx.actor, planPolicy, 'plans.import', input.unit);
  if (!(await selectUnitId(ctx.db, input.unit))) return refuse('unit.unknown', {}, 'unit');
  if (input.endsOn <= input.startsOn) return refuse('plan.ends_before', {}, 'endsOn');
  const code = await freeCode(ctx, input.title);
  const id = await insertPlan(ctx.db, { ...input, code, summary: '', parent: null }, ctx.actor.id, ctx.now);
  const version = await newDraft(ctx, await getPlan(ctx, id), '');
  if (isRefusal(version)) return version;
  if (ctx.actor.id) await insertAuthor(ctx.db, version.id, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'plan.begun',
    subject: { type: 'plan', id },
    after: { code, title: input.title, unit: input.unit, startsOn: input.startsOn, endsOn: input.endsOn },
    payload: { plan: id, version: version.id },
    topics: [planTopic(id)],
  });
  return { plan: id, version: version.id, code, number: version.number };
}

async function freeCode(ctx: Ctx, title: string): Promise<string> {
  const code = codeOf(title);
  const taken = new Set(await selectCodes(ctx.db, code));
  for (let next = 1; ; next++) {
    const free = next === 1 ? code : `${code}-${next}`;
    if (!taken.has(free)) return free;
  }
}

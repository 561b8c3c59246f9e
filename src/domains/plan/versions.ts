import { todayOf } from '#domains/organization/index.ts';
import type { Day } from '#platform/clock/day.ts';
import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { isRefusal, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { contentHash } from './content.ts';
import { copyVersion } from './copy.queries.ts';
import { allows, moves, type MoveName } from './moves.ts';
import { planTopic, type Plan, type Version } from './plan.ts';
import { planPolicy } from './policy.ts';
import { getPlan, getVersion, versionDocument } from './reading.ts';
import {
  insertMove,
  insertVersion,
  lockPlan,
  lockVersion,
  selectAuthors,
  selectLastMove,
  selectMoves,
  selectOpenVersion,
  selectOtherEyes,
  selectVersionInForce,
  selectVersions,
  updateState,
} from './versions.queries.ts';

interface Moved {
  readonly version: number;
  readonly sha256: string;
}

/** A draft goes to whoever approves. Refused when it says nothing yet. */
export async function submitVersion(ctx: Ctx, input: { version: number; note?: string }): Promise<Moved | Refusal> {
  const asked = await begin(ctx, 'submit', input);
  if (isRefusal(asked)) return asked;
  if (asked.document.rows.length === 0) return refuse('version.empty');
  return move(ctx, 'submit', asked);
}

/** Back to draft, with the reason. */
export async function returnVersion(ctx: Ctx, input: { version: number; note: string }): Promise<Moved | Refusal> {
  const asked = await begin(ctx, 'return', input);
  return isRefusal(asked) ? asked : move(ctx, 'return', asked);
}

/** Approves the content as it stands, by its hash. Whoever wrote in the version may not, whatever roles they hold. */
export async function approveVersion(ctx: Ctx, input: { version: number; note?: string }): Promise<Moved | Refusal> {
  const asked = await begin(ctx, 'approve', input);
  if (isRefusal(asked)) return asked;
  const authors = await selectAuthors(ctx.db, input.version);
  if (authors.some((author) => author.id === ctx.actor.id)) return ownWork(ctx, asked);
  return move(ctx, 'approve', asked);
}

/**
 * The version rules from the day `on` (not after today, not before the one in force began), and the one in force until now
 * is closed. Refused when the content is not the approved one.
 */
export async function putInForce(ctx: Ctx, input: { version: number; on: Day; note?: string }): Promise<Moved | Refusal> {
  const asked = await begin(ctx, 'put_in_force', input);
  if (isRefusal(asked)) return asked;
  const { plan, sha256 } = asked;
  const approval = await selectLastMove(ctx.db, input.version, 'approve');
  if (approval?.content_sha256 !== sha256) return refuse('version.changed_since_approval');
  const now = await todayOf(ctx);
  if (input.on > now) return refuse('version.future', { today: now }, 'on');
  const before = await selectVersionInForce(ctx.db, plan.id);
  if (before?.inForceFrom && input.on < before.inForceFrom)
    return refuse('version.before_current', { from: before.inForceFrom, number: before.number }, 'on');
  if (before) {
    await updateState(ctx.db, before.id, 'closed', { until: input.on });
    await note(ctx, 'close', { plan, version: before, sha256: contentHash(await versionDocument(ctx, before.id)), note: '' });
  }
  return move(ctx, 'put_in_force', asked, { from: input.on });
}

/** Ends a version in force with nothing after it, or withdraws a draft; with the reason. */
export async function closeVersion(ctx: Ctx, input: { version: number; note: string }): Promise<Moved | Refusal> {
  const asked = await begin(ctx, 'close', input);
  if (isRefusal(asked)) return asked;
  return move(ctx, 'close', asked, asked.version.state === 'in_force' ? { until: await todayOf(ctx) } : {});
}

/** The next draft: a copy of the version in force, or of the newest when none is. Refused while another is being prepared. */
export async function draftVersion(ctx: Ctx, input: { plan: number; note?: string }): Promise<Version | Refusal> {
  const plan = await getPlan(ctx, input.plan);
  authorize(ctx.actor, planPolicy, 'plans.edit', plan.unit);
  const begun = await newDraft(ctx, plan, input.note ?? '');
  if (isRefusal(begun)) return begun;
  if (begun.basedOn) await copyVersion(ctx.db, begun.basedOn, begun.id, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'version.drafted',
    subject: { type: 'plan_version', id: begun.id },
    after: { plan: plan.code, number: begun.number, basedOn: begun.basedOn },
    topics: [planTopic(plan.id)],
  });
  return begun;
}

/** An empty draft with the next number, for a copy or an import to fill. */
export async function newDraft(ctx: Ctx, plan: Plan, why: string): Promise<Version | Refusal> {
  await lockPlan(ctx.db, plan.id);
  const open = await selectOpenVersion(ctx.db, plan.id);
  if (open) return refuse('version.already_open', { number: open.number });
  const versions = await selectVersions(ctx.db, plan.id);
  const base = versions.find((version) => version.state === 'in_force') ?? versions[0];
  const id = await insertVersion(
    ctx.db,
    { plan: plan.id, number: (versions[0]?.number ?? 0) + 1, basedOn: base?.id ?? null, note: why },
    ctx.actor.id,
    ctx.now,
  );
  return getVersion(ctx, id);
}

/** The moves of every version of a plan, oldest first. */
export function listMoves(ctx: Ctx, plan: number) {
  return selectMoves(ctx.db, plan);
}

/** Who wrote in a version, by name. */
export function listAuthors(ctx: Ctx, version: number) {
  return selectAuthors(ctx.db, version);
}

/** Names of those who may approve a version because they may approve plans of its dependency and wrote nothing in it. */
export function whoMayApprove(ctx: Ctx, plan: Plan, version: number): Promise<string[]> {
  return selectOtherEyes(ctx.db, version, plan.unit, planPolicy['plans.approve'].roles);
}

interface Asked {
  readonly plan: Plan;
  readonly version: Version;
  readonly sha256: string;
  readonly note: string;
}

async function begin(ctx: Ctx, name: MoveName, input: { version: number; note?: string }) {
  const version = await lockVersion(ctx.db, input.version);
  if (!version) throw new NotFound(`version ${input.version}`);
  const document = await versionDocument(ctx, version.id);
  authorize(ctx.actor, planPolicy, moves[name].action, document.plan.unit);
  if (!allows(name, version.state)) return refuse(`version.not_${moves[name].from[0]}`, { number: version.number });
  const why = input.note?.trim() ?? '';
  if (moves[name].reasoned && why === '') return refuse('version.needs_reason', {}, 'note');
  return { plan: document.plan, version, document, sha256: contentHash(document), note: why };
}

async function move(ctx: Ctx, name: MoveName, asked: Asked, dates: { from?: Day; until?: Day } = {}): Promise<Moved> {
  await updateState(ctx.db, asked.version.id, moves[name].to, dates);
  await note(ctx, name, asked);
  return { version: asked.version.id, sha256: asked.sha256 };
}

async function note(ctx: Ctx, name: MoveName, { plan, version, sha256, note: why }: Asked): Promise<void> {
  await insertMove(ctx.db, { version: version.id, move: name, by: ctx.actor.id, at: ctx.now, note: why, sha256 });
  await ctx.tell({
    name: moves[name].told,
    subject: { type: 'plan_version', id: version.id },
    before: { state: version.state },
    after: { state: moves[name].to, plan: plan.code, number: version.number, sha256, note: why },
    payload: { plan: plan.id, version: version.id, number: version.number },
    topics: name === 'put_in_force' || name === 'close' ? [planTopic(plan.id), 'portal'] : [planTopic(plan.id)],
  });
}

async function ownWork(ctx: Ctx, { plan, version }: Asked): Promise<Refusal> {
  const others = await whoMayApprove(ctx, plan, version.id);
  return others.length > 0 ? refuse('plan.own_work', { who: others.join(', ') }) : refuse('plan.own_work_alone');
}

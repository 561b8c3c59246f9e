import { once, type Ctx } from '#platform/ctx.ts';
import { authorize, may } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { lastChange, todayOf } from '#domains/organization/index.ts';
import { codeOf } from './plain.ts';
import { audiencesPolicy as policy } from './policy.ts';
import { conditionOf, type Around } from './segment-condition.queries.ts';
import { cycleFrom, segmentsIn, type Rule } from './segment-rule.ts';
import type { SegmentInput } from './segments.input.ts';
import {
  countEach,
  countWhere,
  insertSegment,
  markSegmentRemoved,
  selectSegmentRow,
  selectSegments,
  updateSegment,
  type Counted,
  type Segment,
} from './segments.queries.ts';

const sampled = 8;
const countedAtOnce = 50;

/** All segments in order of name, for who chooses among them: their names are no secret in the house. */
export const segmentOptions = async (ctx: Ctx): Promise<{ code: string; name: string }[]> =>
  (await known(ctx)).map(({ code, name }) => ({ code, name }));

/** The segments with how many each has; beyond the first fifty nobody is counted here. */
export async function listSegments(ctx: Ctx, q = ''): Promise<(Segment & { count: number | null; roughly: boolean })[]> {
  authorize(ctx.actor, policy, 'segments.read');
  const all = await known(ctx);
  const wanted = codeOf(q);
  const found = all.filter(({ code, name }) => wanted === '' || code.includes(wanted) || codeOf(name).includes(wanted));
  const around = await aroundNow(ctx);
  const { counts, roughly } = await countEach(
    ctx.db,
    found.slice(0, countedAtOnce).map(
      ({ rule }) =>
        (each: boolean) =>
          conditionOf(rule, { ...around, each }),
    ),
  );
  return found.map((segment, at) => ({ ...segment, count: counts[at] ?? null, roughly }));
}

/** @throws NotFound */
export async function getSegment(ctx: Ctx, code: string, { lock = false } = {}): Promise<Segment> {
  authorize(ctx.actor, policy, 'segments.read');
  const segment = await selectSegmentRow(ctx.db, code, lock);
  if (!segment) throw new NotFound(`segment ${code}`);
  return segment;
}

/** How many a rule finds now, and some of them for who may read contacts. */
export async function countRule(ctx: Ctx, rule: Rule): Promise<Counted> {
  authorize(ctx.actor, policy, 'segments.read');
  const around = await aroundNow(ctx);
  const counted = await countWhere(ctx.db, (each) => conditionOf(rule, { ...around, each }), sampled);
  return may(ctx.actor, policy['contacts.read']) ? counted : { ...counted, sample: [] };
}

/** The condition of a segment, for whoever lists its contacts. @throws NotFound */
export async function conditionOfSegment(ctx: Ctx, code: string) {
  return conditionOf((await getSegment(ctx, code)).rule, await aroundNow(ctx));
}

export async function addSegment(ctx: Ctx, input: SegmentInput): Promise<{ code: string } | Refusal> {
  authorize(ctx.actor, policy, 'segments.write');
  const code = input.code ?? codeOf(input.name);
  if (code === '') return refuse('segment.code', {}, 'name');
  const refused = await faulty(ctx, code, input.rule);
  if (refused) return refused;
  if (!(await insertSegment(ctx.db, { ...input, code }, ctx.actor.id, ctx.now))) return refuse('segment.known', { code }, 'name');
  await ctx.tell({ name: 'segment.added', subject: { type: 'segment', id: code }, after: told(input), topics: ['segments'] });
  return { code };
}

/** @returns `form.stale` when somebody saved the segment since the form was opened. */
export async function changeSegment(
  ctx: Ctx,
  input: SegmentInput & { code: string; version: number },
): Promise<{ code: string } | Refusal> {
  const segment = await getSegment(ctx, input.code, { lock: true });
  authorize(ctx.actor, policy, 'segments.write');
  if (input.version !== segment.version)
    return refuse('form.stale', { who: (await lastChange(ctx.db, 'segment', segment.code))?.actor ?? '' });
  const refused = await faulty(ctx, segment.code, input.rule);
  if (refused) return refused;
  await updateSegment(ctx.db, input, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'segment.changed',
    subject: { type: 'segment', id: segment.code },
    before: told(segment),
    after: told(input),
    topics: ['segments'],
  });
  return { code: segment.code };
}

/** Nobody chooses it any more; pieces that named it keep its name. One that another asks about stays. */
export async function removeSegment(ctx: Ctx, input: { code: string }): Promise<{ code: string } | Refusal> {
  const segment = await getSegment(ctx, input.code, { lock: true });
  authorize(ctx.actor, policy, 'segments.write');
  const user = (await selectSegments(ctx.db)).find(({ rule }) => segmentsIn(rule).includes(segment.code));
  if (user) return refuse('segment.used', { name: user.name });
  await markSegmentRemoved(ctx.db, segment.code, ctx.actor.id, ctx.now);
  await ctx.tell({ name: 'segment.removed', subject: { type: 'segment', id: segment.code }, before: told(segment), topics: ['segments'] });
  return { code: segment.code };
}

async function faulty(ctx: Ctx, code: string, rule: Rule): Promise<Refusal | undefined> {
  const all = await selectSegments(ctx.db);
  const unknown = segmentsIn(rule).find((asked) => asked !== code && !all.some((one) => one.code === asked));
  if (unknown !== undefined) return refuse('segment.unknown', { code: unknown });
  const cycle = cycleFrom(code, rule, rulesOf(all));
  return cycle
    ? refuse('segment.cycle', { path: cycle.map((one) => all.find((other) => other.code === one)?.name ?? one).join(' → ') })
    : undefined;
}

const aroundNow = async (ctx: Ctx): Promise<Around> => ({ rules: rulesOf(await known(ctx)), today: await todayOf(ctx) });
const known = (ctx: Ctx) => once(ctx, 'segments', () => selectSegments(ctx.db));
const rulesOf = (segments: readonly Segment[]) => new Map(segments.map(({ code, rule }) => [code, rule]));
const told = ({ name, focus, channels, rule }: Pick<Segment, 'name' | 'focus' | 'channels' | 'rule'>) => ({
  name,
  focus,
  channels: channels.join(', '),
  rule: JSON.stringify(rule),
});

/** What segments are called, for who reads the audit log. */
export async function segmentNames(ctx: Ctx, codes: readonly string[]): Promise<{ id: string; name: string }[]> {
  return (await known(ctx)).filter(({ code }) => codes.includes(code)).map(({ code, name }) => ({ id: code, name }));
}

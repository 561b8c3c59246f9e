import { todayOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import { occurrencesOf } from './lateness.ts';
import { planTopic } from './plan.ts';
import type { ReportInput } from './reports.input.ts';
import { insertReport, selectLastReport } from './reports.queries.ts';
import { authorizeTakingPart, workItem } from './taking-part.ts';
import { countFiles, insertEvidences } from './work.queries.ts';

/**
 * Says how one occurrence of an activity goes, with the files that prove it. The last word on an occurrence holds; earlier ones
 * stay in its history. Told as `activity.reported`, on time or not.
 */
export async function reportProgress(ctx: Ctx, input: ReportInput): Promise<{ id: number } | Refusal> {
  const item = await workItem(ctx, input.item, 'activity');
  if (isRefusal(item)) return item;
  authorizeTakingPart(ctx.actor, 'activity.report', item);
  const occurrence = occurrencesOf(item.row).find(({ startsOn }) => startsOn === input.periodStart);
  if (!occurrence) return refuse('report.no_such_period', {}, 'periodStart');
  const problem = await problemOf(ctx, input);
  if (problem) return problem;

  const said = { ...input, percent: percentOf(input) };
  const before = await selectLastReport(ctx.db, input.item, input.periodStart);
  if (before && isRepeated(before, said, ctx)) return { id: before.id };
  const id = await insertReport(ctx.db, said, ctx.actor.id, ctx.now);
  await insertEvidences(ctx.db, { report: id }, input.files);
  await ctx.tell({
    name: 'activity.reported',
    subject: { type: 'plan_item', id: input.item },
    before: before && { state: before.state, percent: before.percent, note: before.note },
    after: { period: occurrence, state: said.state, percent: said.percent, note: said.note, files: said.files },
    payload: {
      report: id,
      plan: item.plan,
      unit: item.unit,
      belongs: { activity: input.item, unit: item.unit, channels: item.row.channels, segments: item.row.segments },
      periodStart: input.periodStart,
      state: said.state,
      onTime: (await todayOf(ctx)) <= occurrence.endsOn,
    },
    topics: [planTopic(item.plan), 'portal'],
  });
  return { id };
}

async function problemOf(ctx: Ctx, input: ReportInput): Promise<Refusal | undefined> {
  if (input.state === 'cancelled' && input.note === '') return refuse('report.needs_reason', {}, 'note');
  if (input.state === 'not_started' && input.percent > 0) return refuse('report.begun', {}, 'percent');
  if ((await countFiles(ctx.db, input.files)) < new Set(input.files).size) return refuse('evidence.unknown', {}, 'files');
  return undefined;
}

const percentOf = ({ state, percent }: ReportInput) => (state === 'done' ? 100 : state === 'under_way' ? percent : 0);

/** The same words of the same person within ten seconds are a double click. */
function isRepeated(
  before: { state: string; percent: number; note: string; person: string | null; reportedAt: Date },
  said: ReportInput,
  ctx: Ctx,
): boolean {
  return (
    before.person === ctx.actor.id &&
    ctx.now.getTime() - before.reportedAt.getTime() < 10_000 &&
    before.state === said.state &&
    before.percent === said.percent &&
    before.note === said.note &&
    said.files.length === 0
  );
}

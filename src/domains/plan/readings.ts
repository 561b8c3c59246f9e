import { todayOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { EventName } from '#platform/events/names.ts';
import { periodOf } from '#platform/clock/period.ts';
import { isRefusal, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { planTopic } from './plan.ts';
import type { CorrectionInput, ReadingDecisionInput, ReadingInput } from './readings.input.ts';
import {
  insertReading,
  insertReadingDecision,
  isCorrected,
  lockItem,
  lockReading,
  selectReadings,
  type Reading,
} from './readings.queries.ts';
import { authorizeTakingPart, workItem, type WorkItem } from './taking-part.ts';
import { absurdity } from './absurd.ts';
import { countFiles, insertEvidences } from './work.queries.ts';

/** Tells which measures read themselves from the ledger: those take no reading by hand. `metrics` knows. */
export type ReadsItself = (measure: string) => boolean;

/** Writes down a figure that a person took for one period, with its evidence. With a target it counts once a second person accepts it. */
export async function takeReading(ctx: Ctx, input: ReadingInput, readsItself: ReadsItself): Promise<{ id: number } | Refusal> {
  const item = await workItem(ctx, input.item, 'indicator');
  if (isRefusal(item)) return item;
  authorizeTakingPart(ctx.actor, 'reading.take', item);
  await lockItem(ctx.db, input.item);
  const problem = readsItself(item.row.measure!)
    ? refuse('reading.reads_itself')
    : ((await periodProblem(ctx, item, input)) ?? absurdity(item.row, input.value) ?? (await evidenceProblem(ctx, input.files)));
  if (problem) return problem;

  const id = await insertReading(ctx.db, input, ctx.actor.id, ctx.now);
  await insertEvidences(ctx.db, { reading: id }, input.files);
  await tell(ctx, 'reading.taken', item, id, undefined, {
    startsOn: input.startsOn,
    endsOn: input.endsOn,
    value: input.value,
    note: input.note,
    files: input.files,
  });
  return { id };
}

/** Puts another value in the place of one; the first stays, with the reason beside it. */
export async function correctReading(ctx: Ctx, input: CorrectionInput): Promise<{ id: number } | Refusal> {
  const reading = await getReading(ctx, input.reading);
  const item = await workItem(ctx, reading.item, 'indicator');
  if (isRefusal(item)) return item;
  authorizeTakingPart(ctx.actor, 'reading.take', item);
  if (await isCorrected(ctx.db, reading.id)) return refuse('reading.already_corrected');
  if (reading.value === input.value) return refuse('reading.same_value', {}, 'value');
  const problem = absurdity(item.row, input.value) ?? (input.files.length > 0 ? await evidenceProblem(ctx, input.files) : undefined);
  if (problem) return problem;

  const { item: of, startsOn, endsOn, note } = reading;
  const id = await insertReading(
    ctx.db,
    { item: of, startsOn, endsOn, note, value: input.value, corrects: reading.id, reason: input.reason },
    ctx.actor.id,
    ctx.now,
  );
  await insertEvidences(ctx.db, { reading: id }, input.files);
  await tell(
    ctx,
    'reading.corrected',
    item,
    id,
    { value: reading.value },
    { value: input.value, reason: input.reason, files: input.files },
  );
  return { id };
}

/** The second person's yes or no. Whoever took the reading does not decide it, whatever roles he holds. */
export async function decideReading(ctx: Ctx, input: ReadingDecisionInput): Promise<{ id: number } | Refusal> {
  const reading = await getReading(ctx, input.reading);
  const item = await workItem(ctx, reading.item, 'indicator');
  if (isRefusal(item)) return item;
  authorizeTakingPart(ctx.actor, 'reading.decide', item);
  if (ctx.actor.id === null || reading.person === ctx.actor.id) return refuse('reading.own_work');
  if (item.row.targets.length === 0) return refuse('reading.needs_no_decision');
  if (reading.decision !== null) return refuse('reading.decided');
  if (await isCorrected(ctx.db, reading.id)) return refuse('reading.already_corrected');
  if (input.decision === 'returned' && input.note === '') return refuse('reading.needs_reason', {}, 'note');

  await insertReadingDecision(ctx.db, reading.id, input.decision, input.note, ctx.actor.id, ctx.now);
  await tell(
    ctx,
    `reading.${input.decision}`,
    item,
    reading.id,
    { decision: null },
    { value: reading.value, decision: input.decision, note: input.note },
  );
  return { id: reading.id };
}

async function getReading(ctx: Ctx, id: number): Promise<Reading> {
  const reading = await lockReading(ctx.db, id);
  if (!reading) throw new NotFound(`reading ${id}`);
  return reading;
}

async function periodProblem(ctx: Ctx, { row }: WorkItem, { item, startsOn, endsOn }: ReadingInput): Promise<Refusal | undefined> {
  const period = periodOf(row.frequency!, startsOn);
  if (period.startsOn !== startsOn || period.endsOn !== endsOn) return refuse(`reading.not_a_${row.frequency}`, {}, 'startsOn');
  if (startsOn > (await todayOf(ctx))) return refuse('reading.not_begun', {}, 'startsOn');
  const taken = (await selectReadings(ctx.db, [item])).findLast((reading) => reading.startsOn === startsOn);
  return taken && taken.decision !== 'returned' ? refuse('reading.already_taken', {}, 'startsOn') : undefined;
}

async function evidenceProblem(ctx: Ctx, files: readonly string[]): Promise<Refusal | undefined> {
  if (files.length === 0) return refuse('reading.needs_evidence', {}, 'files');
  return (await countFiles(ctx.db, files)) < new Set(files).size ? refuse('evidence.unknown', {}, 'files') : undefined;
}

function tell(ctx: Ctx, name: EventName, item: WorkItem, reading: number, before: unknown, after: unknown): Promise<void> {
  return ctx.tell({
    name,
    subject: { type: 'plan_item', id: item.row.item },
    before,
    after,
    payload: { reading, plan: item.plan, unit: item.unit, measure: item.row.measure },
    topics: [planTopic(item.plan), 'portal'],
  });
}

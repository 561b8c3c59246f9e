import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { todayOf } from '#domains/organization/index.ts';
import { editorialPolicy } from '../policy.ts';
import type { SeriesInput } from './memos.input.ts';
import { closeSeriesRow, insertSeries, selectSeries, startNumbers, type MemoSeries } from './series.queries.ts';

export const yearOf = async (ctx: Ctx): Promise<number> => Number((await todayOf(ctx)).slice(0, 4));

/** The open series, with the last number of this year. */
export async function memoSeries(ctx: Ctx): Promise<MemoSeries[]> {
  authorize(ctx.actor, editorialPolicy, 'memos.read');
  return selectSeries(ctx.db, await yearOf(ctx));
}

/** Opens a series of a kind, for one dependency and those below it or for all; the first number is the one after `last`. */
export async function openSeries(ctx: Ctx, input: SeriesInput): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, editorialPolicy, 'memos.number', null);
  const id = await insertSeries(ctx.db, input, ctx.actor.id, ctx.now);
  if (id === undefined) return refuse('memo.series_open', {}, 'unit');
  if (input.last > 0) await startNumbers(ctx.db, id, await yearOf(ctx), input.last);
  await ctx.tell({
    name: 'memo_series.opened',
    subject: { type: 'memo_series', id },
    after: { kind: input.kind, unit: input.unit, prefix: input.prefix, last: input.last },
    topics: ['memos'],
  });
  return { id };
}

/** No more numbers of it are given; those that were stay. */
export async function closeSeries(ctx: Ctx, input: { series: number }): Promise<{ id: number }> {
  authorize(ctx.actor, editorialPolicy, 'memos.number', null);
  if (!(await closeSeriesRow(ctx.db, input.series, ctx.now))) throw new NotFound(`series ${input.series}`);
  await ctx.tell({ name: 'memo_series.closed', subject: { type: 'memo_series', id: input.series }, topics: ['memos'] });
  return { id: input.series };
}

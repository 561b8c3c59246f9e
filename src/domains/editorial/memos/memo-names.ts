import type { Ctx } from '#platform/ctx.ts';
import { selectMemoLabels } from './memos.queries.ts';

/** What signed memos are called: their number, which says nothing of what they say. */
export async function memoNames(ctx: Ctx, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  return new Map((await selectMemoLabels(ctx.db, ids)).map(({ id, label }) => [id, label]));
}

import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import { hasFactOf, insertFacts, lockRecord } from './facts.queries.ts';

/** One row of the ledger: so much of a measure on a day, what it belongs to, and the record it comes from. */
export interface Fact {
  readonly day: Day;
  readonly measure: string;
  readonly amount: number;
  readonly record: { readonly type: string; readonly id: string };
  readonly item?: number;
  readonly unit?: number | null;
  readonly channel?: string;
  readonly segment?: string;
  readonly region?: string;
  readonly section?: string;
  /** The event that told it; a measure and record are written once for each event. Absent for bulk counts. */
  readonly event?: number;
}

/** Writes facts; those of an event that were written before are left out. */
export function recordFacts(db: Db, facts: readonly Fact[]): Promise<void> {
  return insertFacts(db, facts);
}

/** Writes facts of one record of an item, each measure only once whatever events follow: on time is said one time. */
export async function recordOnce(ctx: Ctx, facts: readonly (Fact & { item: number })[]): Promise<void> {
  for (const fact of facts) {
    await lockRecord(ctx.db, fact.measure, fact.record);
    if (!(await hasFactOf(ctx.db, fact.item, fact.measure, fact.record))) await insertFacts(ctx.db, [fact]);
  }
}

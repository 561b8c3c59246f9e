import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import { readsItself } from './catalogue.ts';
import { hasFactOf, insertFacts, lockRecord } from './facts.queries.ts';

/** What a fact belongs to. A thing may have several channels, classes, segments and regions, and still counts once. */
export interface Belongings {
  /** The plan's item that it serves (`plan_items.id` of an activity). */
  readonly activity?: number | null;
  readonly campaign?: number | null;
  readonly piece?: number | null;
  /** The dependency. */
  readonly unit?: number | null;
  readonly channels?: readonly string[];
  /** ATL, BTL, digital; online, offline. */
  readonly classes?: readonly string[];
  readonly segments?: readonly string[];
  /** DIVIPOLA codes; a municipality's also counts for its department. */
  readonly regions?: readonly string[];
  /** Of a piece or request: `news`, `release` … */
  readonly kind?: string | null;
  /** Information, training or participation. */
  readonly line?: string | null;
  /** The part of a door that was looked at. */
  readonly section?: string | null;
  readonly tool?: string | null;
}

/** One row of the ledger: so much of a measure on a day, what it belongs to, and the record it comes from. */
export interface Fact extends Belongings {
  readonly day: Day;
  readonly measure: string;
  readonly amount: number;
  /** What the amount is over: of a ratio or an average, how many it speaks of. 1 unless said. */
  readonly base?: number;
  readonly record: { readonly type: string; readonly id: string };
  /** The event that told it; a measure and record are written once for each event. Absent for bulk counts. */
  readonly event?: number;
}

/** Writes facts; those of an event that were written before are left out. */
export function recordFacts(db: Db, facts: readonly Fact[]): Promise<void> {
  const undeclared = facts.find(({ measure }) => !readsItself(measure));
  if (undeclared) throw new Error(`no measure that reads itself is called ${undeclared.measure}`);
  return insertFacts(db, facts);
}

/** Writes facts of which each record has one of a measure, whatever events follow: on time is said one time. */
export async function recordOnce(ctx: Ctx, facts: readonly Fact[]): Promise<void> {
  for (const fact of facts) {
    await lockRecord(ctx.db, fact.measure, fact.record);
    if (!(await hasFactOf(ctx.db, fact.measure, fact.record))) await recordFacts(ctx.db, [fact]);
  }
}

import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Fact } from './facts.ts';

export async function insertFacts(db: Db, facts: readonly Fact[]): Promise<void> {
  if (facts.length === 0) return;
  await db
    .insertInto('facts')
    .values(
      facts.map((fact) => ({
        day: fact.day,
        measure: fact.measure,
        amount: fact.amount,
        base: fact.base ?? 1,
        activity_id: fact.activity ?? null,
        campaign_id: fact.campaign ?? null,
        piece_id: fact.piece ?? null,
        unit_id: fact.unit ?? null,
        channels: ordered(fact.channels),
        classes: ordered(fact.classes),
        segments: ordered(fact.segments),
        regions: ordered(fact.regions?.flatMap((region) => [region.slice(0, 2), region])),
        kind: fact.kind ?? null,
        line: fact.line ?? null,
        section: fact.section ?? null,
        tool: fact.tool ?? null,
        record_type: fact.record.type,
        record_id: fact.record.id,
        event_id: fact.event ?? null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Without repetitions and always in the same order, so that alike facts are added up in one row. */
const ordered = (codes: readonly string[] = []) => [...new Set(codes)].toSorted();

export async function lockRecord(db: Db, measure: string, record: Fact['record']): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${measure}), hashtext(${`${record.type} ${record.id}`}))`.execute(db);
}

export async function hasFactOf(db: Db, measure: string, record: Fact['record']): Promise<boolean> {
  return (
    (await db
      .selectFrom('facts')
      .select('id')
      .where('record_type', '=', record.type)
      .where('record_id', '=', record.id)
      .where('measure', '=', measure)
      .limit(1)
      .executeTakeFirst()) !== undefined
  );
}

import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import type { ReadingInput } from './readings.input.ts';

/** A figure that a person took, with what a second person said of it. */
export interface Reading {
  readonly id: number;
  readonly item: number;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly value: number;
  readonly note: string;
  readonly person: string | null;
  readonly personName: string | null;
  readonly takenAt: Date;
  /** The reading that this one corrects, and why. */
  readonly corrects: number | null;
  readonly reason: string;
  readonly decision: 'accepted' | 'returned' | null;
  readonly decisionNote: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

const readings = (db: Db) =>
  db
    .selectFrom('readings as r')
    .leftJoin('people as p', 'p.id', 'r.person_id')
    .leftJoin('reading_decisions as d', 'd.reading_id', 'r.id')
    .leftJoin('people as q', 'q.id', 'd.person_id')
    .select([
      'r.id',
      'r.item_id as item',
      'r.starts_on as startsOn',
      'r.ends_on as endsOn',
      'r.value',
      'r.note',
      'r.person_id as person',
      'p.name as personName',
      'r.taken_at as takenAt',
      'r.corrects',
      'r.reason',
      'd.decision',
      'd.note as decisionNote',
      'q.name as decidedBy',
      'd.decided_at as decidedAt',
    ])
    .$narrowType<{ startsOn: Day; endsOn: Day; decision: Reading['decision'] }>();

/** Everything measured by hand, as it was at an instant: oldest first. */
export function selectReadings(db: Db, items: readonly number[], at?: Date): Promise<Reading[]> {
  if (items.length === 0) return Promise.resolve([]);
  const query = readings(db).where('r.item_id', 'in', items).orderBy('r.id');
  return (at ? query.where('r.taken_at', '<=', at) : query).execute();
}

/** Held until the transaction ends, so that two people do not correct or decide it at once. */
export async function lockReading(db: Db, id: number): Promise<Reading | undefined> {
  await db.selectFrom('readings').select('id').where('id', '=', id).forUpdate().execute();
  return readings(db).where('r.id', '=', id).executeTakeFirst();
}

export async function isCorrected(db: Db, reading: number): Promise<boolean> {
  return (await db.selectFrom('readings').select('id').where('corrects', '=', reading).executeTakeFirst()) !== undefined;
}

/** Readings of one item queue here, so that one period is not measured twice. */
export async function lockItem(db: Db, item: number): Promise<void> {
  await db.selectFrom('plan_items').select('id').where('id', '=', item).forUpdate().execute();
}

type NewReading = Omit<ReadingInput, 'files'> & { corrects?: number; reason?: string };

export async function insertReading(db: Db, reading: NewReading, by: string | null, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('readings')
    .values({
      item_id: reading.item,
      starts_on: reading.startsOn,
      ends_on: reading.endsOn,
      value: reading.value,
      note: reading.note,
      person_id: by,
      taken_at: now,
      corrects: reading.corrects ?? null,
      reason: reading.reason ?? '',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertReadingDecision(db: Db, reading: number, decision: string, note: string, by: string, now: Date): Promise<void> {
  await db.insertInto('reading_decisions').values({ reading_id: reading, decision, note, person_id: by, decided_at: now }).execute();
}

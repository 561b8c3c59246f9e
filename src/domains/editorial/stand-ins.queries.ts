import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** Who decides for whom while he is away. */
export interface StandIn {
  readonly id: number;
  readonly person: string;
  readonly personName: string;
  readonly standIn: string;
  readonly standInName: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly namedByName: string | null;
}

/** Those in force or to come, of one person or of all. */
export async function selectStandIns(db: Db, today: string, person: string | null): Promise<StandIn[]> {
  const { rows } = await sql<StandIn>`
    select s.id, s.person_id as person, p.name as "personName", s.stand_in_id as "standIn", i.name as "standInName",
      s.starts_on as "startsOn", s.ends_on as "endsOn", b.name as "namedByName"
    from stand_ins s join people p on p.id = s.person_id join people i on i.id = s.stand_in_id left join people b on b.id = s.named_by
    where s.ended_at is null and s.ends_on >= ${today}::date and (${person}::uuid is null or ${person}::uuid in (s.person_id, s.stand_in_id))
    order by s.starts_on, s.id`.execute(db);
  return rows;
}

export async function selectOwnerOf(db: Db, id: number): Promise<string | undefined> {
  const row = await db.selectFrom('stand_ins').select('person_id').where('id', '=', id).where('ended_at', 'is', null).executeTakeFirst();
  return row?.person_id;
}

/** Whether they overlap one that is already named. */
export async function isNamed(db: Db, person: string, from: string, to: string): Promise<boolean> {
  const { rows } = await sql<{ named: boolean }>`select exists (select from stand_ins where person_id = ${person} and ended_at is null
    and starts_on <= ${to}::date and ends_on >= ${from}::date) as named`.execute(db);
  return rows[0]!.named;
}

/** Whether a person works here and holds some role that reviews. */
export async function mayReview(db: Db, person: string, roles: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{
    may: boolean;
  }>`select exists (select from people p join grants g on g.person_id = p.id and g.ended_at is null
    where p.id = ${person} and p.left_at is null and g.role = any (${roles}::text[])) as may`.execute(db);
  return rows[0]!.may;
}

export async function insertStandIn(
  db: Db,
  named: { person: string; standIn: string; startsOn: string; endsOn: string },
  by: string | null,
  now: Date,
): Promise<number> {
  const { id } = await db
    .insertInto('stand_ins')
    .values({
      person_id: named.person,
      stand_in_id: named.standIn,
      starts_on: named.startsOn,
      ends_on: named.endsOn,
      named_by: by,
      named_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Whoever was asked while he stood in is no longer. */
export async function endStandIn(db: Db, id: number, now: Date): Promise<void> {
  const { person_id, stand_in_id } = await db
    .updateTable('stand_ins')
    .set({ ended_at: now })
    .where('id', '=', id)
    .returning(['person_id', 'stand_in_id'])
    .executeTakeFirstOrThrow();
  await db
    .updateTable('review_steps')
    .set({ stand_in_id: null })
    .where('person_id', '=', person_id)
    .where('stand_in_id', '=', stand_in_id)
    .where('state', 'in', ['asked', 'waiting'])
    .execute();
}

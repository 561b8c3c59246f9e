import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export function selectGrantsOf(db: Db, person: string) {
  return db
    .selectFrom('grants as g')
    .leftJoin('units as u', 'u.id', 'g.unit_id')
    .leftJoin('people as b', 'b.id', 'g.granted_by')
    .select(['g.id', 'g.role', 'g.unit_id', 'u.name as unit', 'g.granted_at', 'b.name as granted_by'])
    .where('g.person_id', '=', person)
    .where('g.ended_at', 'is', null)
    .orderBy('g.id')
    .execute();
}

export function selectGrant(db: Db, id: number) {
  return db
    .selectFrom('grants as g')
    .innerJoin('people as p', 'p.id', 'g.person_id')
    .leftJoin('units as u', 'u.id', 'g.unit_id')
    .select(['g.id', 'g.role', 'g.unit_id', 'g.person_id', 'g.ended_at', 'p.name as person', 'u.name as unit'])
    .where('g.id', '=', id)
    .executeTakeFirst();
}

/** @returns undefined when the person already holds it. */
export async function insertGrant(
  db: Db,
  grant: { person: string; role: string; unit: number | null; by: string | null; now: Date },
): Promise<number | undefined> {
  const row = await db
    .insertInto('grants')
    .values({ person_id: grant.person, role: grant.role, unit_id: grant.unit, granted_by: grant.by, granted_at: grant.now })
    .onConflict((conflict) =>
      conflict
        .expression(sql`person_id, role, coalesce(unit_id, 0)`)
        .where('ended_at', 'is', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export async function endGrant(db: Db, id: number, by: string | null, now: Date): Promise<void> {
  await db.updateTable('grants').set({ ended_at: now, ended_by: by }).where('id', '=', id).where('ended_at', 'is', null).execute();
}

export async function endGrantsOf(db: Db, person: string, by: string | null, now: Date): Promise<void> {
  await db
    .updateTable('grants')
    .set({ ended_at: now, ended_by: by })
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .execute();
}

/** Whether nobody but this person administers the whole institution. Locks the grants, so that two do not leave at once. */
export async function isLastAdministrator(db: Db, person: string): Promise<boolean> {
  const { rows } = await sql<{ person_id: string }>`
    select g.person_id from grants g join people p on p.id = g.person_id
    where g.role = 'administrator' and g.unit_id is null and g.ended_at is null and p.left_at is null
    for update of g`.execute(db);
  return rows.length > 0 && rows.every((row) => row.person_id === person);
}

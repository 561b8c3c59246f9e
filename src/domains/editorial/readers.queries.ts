import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export async function selectUnitOf(db: Db, person: string): Promise<number | null> {
  const row = await db.selectFrom('people').select('unit_id').where('id', '=', person).executeTakeFirst();
  return row?.unit_id ?? null;
}

/** Whether a secret piece is a person's own, or names him or his dependency. */
export async function selectIsNamed(db: Db, piece: number, person: string): Promise<boolean> {
  const { rows } = await sql<{ named: boolean }>`
    select p.owner_id = ${person} or p.created_by = ${person} or exists (
      select from piece_readers r left join people x on x.id = ${person}
      where r.piece_id = p.id and r.ended_at is null and (r.person_id = ${person} or r.unit_id = x.unit_id)) as named
    from pieces p where p.id = ${piece}`.execute(db);
  return rows[0]?.named ?? false;
}

/** The dependencies that somebody heads or is the liaison of, with all below them. */
export async function selectLedUnits(db: Db, person: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select distinct a.unit_id as id from units u join unit_ancestors a on a.ancestor_id = u.id
    where u.head_id = ${person} or u.liaison_id = ${person}`.execute(db);
  return rows.map(({ id }) => id);
}

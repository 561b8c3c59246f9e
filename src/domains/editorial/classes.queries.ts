import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { InformationClass } from './piece.ts';

interface Classification {
  readonly class: InformationClass;
  readonly basis: string;
  readonly reason: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly sha256: string;
}

export async function updateClass(db: Db, id: number, said: Classification, by: string | null, now: Date): Promise<void> {
  await db
    .updateTable('pieces')
    .set(({ eb }) => ({
      class: said.class,
      class_basis: said.basis,
      class_reason: said.reason,
      class_since: said.since,
      class_until: said.until,
      sha256: said.sha256,
      state: 'draft',
      revision: eb('revision', '+', 1),
      changed_by: by,
      changed_at: now,
    }))
    .where('id', '=', id)
    .execute();
}

export async function isOutInPublic(db: Db, piece: number): Promise<boolean> {
  const { rows } = await sql<{
    out: boolean;
  }>`select exists (select from publications where piece_id = ${piece} and in_public) as out`.execute(db);
  return rows[0]!.out;
}

export async function insertReader(
  db: Db,
  piece: number,
  named: { person: string | null; unit: number | null },
  by: string | null,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with there as (select id from piece_readers where piece_id = ${piece} and ended_at is null
                   and person_id is not distinct from ${named.person} and unit_id is not distinct from ${named.unit}),
    added as (insert into piece_readers (piece_id, person_id, unit_id, named_by, named_at)
              select ${piece}, ${named.person}::uuid, ${named.unit}::bigint, ${by}::uuid, ${now}::timestamptz where not exists (select from there) returning id)
    select id from there union all select id from added`.execute(db);
  return rows[0]!.id;
}

export async function endReader(db: Db, piece: number, reader: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('piece_readers')
    .set({ ended_at: now })
    .where('id', '=', reader)
    .where('piece_id', '=', piece)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export interface NamedReader {
  readonly id: number;
  readonly person: string | null;
  readonly unit: number | null;
  readonly name: string;
  readonly namedByName: string | null;
  readonly namedAt: Date;
}

export async function selectNamed(db: Db, piece: number): Promise<NamedReader[]> {
  const { rows } = await sql<NamedReader>`
    select r.id, r.person_id as person, r.unit_id as unit, coalesce(p.name, u.name) as name, b.name as "namedByName", r.named_at as "namedAt"
    from piece_readers r left join people p on p.id = r.person_id left join units u on u.id = r.unit_id left join people b on b.id = r.named_by
    where r.piece_id = ${piece} and r.ended_at is null order by r.named_at, r.id`.execute(db);
  return rows;
}

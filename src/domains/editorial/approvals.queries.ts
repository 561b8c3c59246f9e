import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export interface Approval {
  readonly id: number;
  readonly version: number;
  readonly versionNumber: number;
  readonly sha256: string;
  readonly person: string | null;
  readonly personName: string | null;
  readonly at: Date;
  readonly note: string;
  readonly voidedAt: Date | null;
  readonly voidedByName: string | null;
}

export async function insertApproval(
  db: Db,
  approval: { piece: number; version: number; sha256: string; person: string; note: string },
  now: Date,
): Promise<number> {
  const { id } = await db
    .insertInto('approvals')
    .values({
      piece_id: approval.piece,
      version_id: approval.version,
      sha256: approval.sha256,
      person_id: approval.person,
      at: now,
      note: approval.note,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Every approval of a piece, the newest first. */
export async function selectApprovals(db: Db, piece: number): Promise<Approval[]> {
  const { rows } = await sql<Approval>`
    select a.id, a.version_id as version, v.number as "versionNumber", a.sha256, a.person_id as person, p.name as "personName", a.at, a.note,
      a.voided_at as "voidedAt", w.name as "voidedByName"
    from approvals a join piece_versions v on v.id = a.version_id left join people p on p.id = a.person_id left join people w on w.id = a.voided_by
    where a.piece_id = ${piece} order by a.id desc`.execute(db);
  return rows;
}

/** A step that is asked, of a piece that its reader may know of. */

/** Approvals in force of a piece end; whether there was one. */
export async function voidApprovals(db: Db, piece: number, by: string | null, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('approvals')
    .set({ voided_at: now, voided_by: by })
    .where('piece_id', '=', piece)
    .where('voided_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

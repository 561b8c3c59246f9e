import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** A time before elections in which official communication must promote nobody. */
export interface ElectionWindow {
  readonly id: number;
  readonly name: string;
  /** The act or norm that sets it. */
  readonly act: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Kinds of piece that also pass the legal office meanwhile. */
  readonly kinds: readonly string[];
  readonly candidates: readonly string[];
  readonly writtenByName: string | null;
  readonly writtenAt: Date;
  readonly revokedAt: Date | null;
}

const columns = sql`e.id, e.name, e.act, e.starts_on as "startsOn", e.ends_on as "endsOn", e.kinds, e.candidates, p.name as "writtenByName",
  e.written_at as "writtenAt", e.revoked_at as "revokedAt" from election_windows e left join people p on p.id = e.written_by`;

export async function selectWindows(db: Db): Promise<ElectionWindow[]> {
  const { rows } = await sql<ElectionWindow>`select ${columns} order by e.revoked_at is not null, e.starts_on desc, e.id desc`.execute(db);
  return rows;
}

export async function selectWindowsOn(db: Db, day: string): Promise<ElectionWindow[]> {
  const { rows } = await sql<ElectionWindow>`
    select ${columns} where e.revoked_at is null and ${day}::date between e.starts_on and e.ends_on order by e.starts_on, e.id`.execute(db);
  return rows;
}

export type NewWindow = Pick<ElectionWindow, 'name' | 'act' | 'startsOn' | 'endsOn' | 'kinds' | 'candidates'>;

export async function insertWindow(db: Db, said: NewWindow, by: string | null, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('election_windows')
    .values({
      name: said.name,
      act: said.act,
      starts_on: said.startsOn,
      ends_on: said.endsOn,
      kinds: [...said.kinds],
      candidates: [...said.candidates],
      written_by: by,
      written_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function revokeWindow(db: Db, id: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('election_windows')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

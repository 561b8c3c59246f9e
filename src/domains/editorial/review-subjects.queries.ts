import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { readable } from './pieces.queries.ts';
import type { Reader } from './readers.ts';

export interface NamedPiece {
  readonly id: string;
  readonly name: string;
}

/** What pieces are called, of those that a reader may know of. */
export async function selectPieceNames(db: Db, ids: readonly number[], reader: Reader): Promise<NamedPiece[]> {
  const { rows } = await sql<NamedPiece>`
    select p.id::text as id, p.title as name from pieces p where p.id = any (${ids}::bigint[]) and ${readable(reader)}`.execute(db);
  return rows;
}

export async function selectWindowNames(db: Db, ids: readonly number[]): Promise<NamedPiece[]> {
  const { rows } = await sql<NamedPiece>`select id::text as id, name from election_windows where id = any (${ids}::bigint[])`.execute(db);
  return rows;
}

export async function selectStandInNames(db: Db, ids: readonly number[]): Promise<NamedPiece[]> {
  const { rows } = await sql<NamedPiece>`
    select s.id::text as id, i.name || ' → ' || p.name as name from stand_ins s join people p on p.id = s.person_id
    join people i on i.id = s.stand_in_id where s.id = any (${ids}::bigint[])`.execute(db);
  return rows;
}

import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { PieceVersion } from './pieces.queries.ts';

/** A version without what it says. */
export type VersionHead = Omit<PieceVersion, 'fields' | 'body' | 'text'> & { readonly words: number };

export async function selectVersionHeads(db: Db, piece: number): Promise<VersionHead[]> {
  const { rows } = await sql<VersionHead>`
    select v.id, v.number, v.title, v.class, v.sha256, v.made_by as "madeBy", p.name as "madeByName", v.made_at as "madeAt", v.note,
      coalesce(array_length(regexp_split_to_array(nullif(trim(v.text), ''), '\s+'), 1), 0) as words
    from piece_versions v left join people p on p.id = v.made_by where v.piece_id = ${piece} order by v.number desc`.execute(db);
  return rows;
}

export async function selectVersion(db: Db, piece: number, number: number): Promise<PieceVersion | undefined> {
  const { rows } = await sql<PieceVersion>`
    select v.id, v.number, v.title, v.fields, v.body, v.text, v.class, v.sha256, v.made_by as "madeBy", p.name as "madeByName",
      v.made_at as "madeAt", v.note
    from piece_versions v left join people p on p.id = v.made_by where v.piece_id = ${piece} and v.number = ${number}`.execute(db);
  return rows[0];
}

import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Body } from './body.ts';
import type { Fields, Piece } from './piece.ts';
import type { Written } from './pieces.queries.ts';

export interface PieceVersion {
  readonly id: number;
  readonly number: number;
  readonly title: string;
  readonly fields: Fields;
  readonly body: Body;
  readonly text: string;
  readonly class: Piece['class'];
  readonly sha256: string;
  readonly madeBy: string | null;
  readonly madeByName: string | null;
  readonly madeAt: Date;
  readonly note: string;
}

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

export async function selectVersions(db: Db, piece: number): Promise<PieceVersion[]> {
  const { rows } =
    await sql<PieceVersion>`select v.id, v.number, v.title, v.fields, v.body, v.text, v.class, v.sha256, v.made_by as "madeBy",
      p.name as "madeByName", v.made_at as "madeAt", v.note
    from piece_versions v left join people p on p.id = v.made_by where v.piece_id = ${piece} order by v.number desc`.execute(db);
  return rows;
}

export async function insertVersion(
  db: Db,
  piece: number,
  content: Omit<Written, 'state' | 'words'> & { class: string },
  by: string | null,
  now: Date,
  note: string,
): Promise<{ id: number; number: number }> {
  const { rows } = await sql<{ id: number; number: number }>`
    insert into piece_versions (piece_id, number, title, fields, body, text, class, sha256, made_by, made_at, note)
    select ${piece}, coalesce(max(number), 0) + 1, ${content.title}, ${JSON.stringify(content.fields)}::jsonb, ${JSON.stringify(content.body)}::jsonb,
      ${content.text}, ${content.class}, ${content.sha256}, ${by}, ${now}, ${note}
    from piece_versions where piece_id = ${piece} returning id, number`.execute(db);
  return rows[0]!;
}

import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export interface Rendition {
  readonly channel: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly revision: number;
  readonly changedByName: string | null;
  readonly changedAt: Date;
}

export async function selectRenditionRows(db: Db, piece: number): Promise<Rendition[]> {
  const { rows } = await sql<Rendition>`
    select r.channel, r.fields, r.revision, p.name as "changedByName", r.changed_at as "changedAt"
    from renditions r left join people p on p.id = r.changed_by where r.piece_id = ${piece} order by r.channel`.execute(db);
  return rows;
}

export async function putRendition(
  db: Db,
  piece: number,
  channel: string,
  fields: Readonly<Record<string, string>>,
  by: string | null,
  now: Date,
): Promise<void> {
  await sql`insert into renditions (piece_id, channel, fields, changed_by, changed_at)
    values (${piece}, ${channel}, ${JSON.stringify(fields)}::jsonb, ${by}, ${now})
    on conflict (piece_id, channel) do update set fields = excluded.fields, revision = renditions.revision + 1,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(db);
}

export async function dropRendition(db: Db, piece: number, channel: string): Promise<void> {
  await db.deleteFrom('renditions').where('piece_id', '=', piece).where('channel', '=', channel).execute();
}

/** What a rendition changes in its piece: its hash, and that it is a draft again. */
export async function updateContent(db: Db, piece: number, sha256: string, by: string | null, now: Date): Promise<void> {
  await sql`update pieces set sha256 = ${sha256}, state = 'draft', approved_at = null, revision = revision + 1, changed_by = ${by}, changed_at = ${now}
    where id = ${piece}`.execute(db);
}

import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { MessageLine } from './said-lines.ts';

export interface CampaignBeside {
  readonly id: number;
  readonly name: string;
  readonly tone: string;
  readonly lines: readonly MessageLine[];
}

export async function selectCampaignBeside(db: Db, campaign: number): Promise<CampaignBeside | undefined> {
  const { rows } = await sql<CampaignBeside>`
    select c.id, c.name, c.tone, coalesce((
      select json_agg(json_build_object('id', l.id, 'line', l.line, 'detail', l.detail, 'signs', l.signs) order by l.position, l.id)
      from campaign_lines l where l.campaign_id = c.id and l.removed_at is null), '[]') as lines
    from campaigns c where c.id = ${campaign}`.execute(db);
  return rows[0];
}

export async function selectSnippets(db: Db): Promise<{ id: number; name: string; text: string }[]> {
  return db.selectFrom('snippets').select(['id', 'name', 'text']).where('removed_at', 'is', null).orderBy('name').limit(200).execute();
}

export async function selectNames(db: Db, people: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from people where id = any (${people}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export interface VersionRow {
  readonly number: number;
  readonly madeAt: Date;
  readonly madeByName: string | null;
  readonly note: string;
  readonly sha256: string;
}

export async function selectVersionRows(db: Db, piece: number): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select v.number, v.made_at as "madeAt", p.name as "madeByName", v.note, v.sha256
    from piece_versions v left join people p on p.id = v.made_by where v.piece_id = ${piece} order by v.number desc limit 50`.execute(db);
  return rows;
}

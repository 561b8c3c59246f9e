import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { LineInput } from './campaigns.input.ts';

/** What a campaign says, one idea a line; `signs` are words by which a text shows that it says it. */
export interface MessageLine {
  readonly id: number;
  readonly line: string;
  readonly detail: string;
  readonly signs: readonly string[];
}

export async function selectLines(db: Db, campaign: number): Promise<MessageLine[]> {
  return db
    .selectFrom('campaign_lines')
    .select(['id', 'line', 'detail', 'signs'])
    .where('campaign_id', '=', campaign)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export async function insertLine(db: Db, { campaign, line, detail, signs }: LineInput): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into campaign_lines (campaign_id, position, line, detail, signs)
    select ${campaign}, coalesce(max(position), 0) + 1, ${line}, ${detail}, ${signs}::text[]
    from campaign_lines where campaign_id = ${campaign} returning id`.execute(db);
  return rows[0]!.id;
}

export async function updateLine(db: Db, id: number, { line, detail, signs }: LineInput): Promise<void> {
  await db.updateTable('campaign_lines').set({ line, detail, signs }).where('id', '=', id).execute();
}

export async function updateLineRemoved(db: Db, id: number, now: Date): Promise<void> {
  await db.updateTable('campaign_lines').set({ removed_at: now }).where('id', '=', id).execute();
}

/** Puts the lines in this order. */
export async function updateLinePlaces(db: Db, campaign: number, ids: readonly number[]): Promise<void> {
  await sql`update campaign_lines l set position = n.position from unnest(${[...ids]}::bigint[]) with ordinality as n (id, position)
    where l.campaign_id = ${campaign} and l.id = n.id`.execute(db);
}

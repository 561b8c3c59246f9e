import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { ResultInput } from './campaigns.input.ts';

/** A figure that says what came of a campaign, with what proves it. */
export interface CampaignResult {
  readonly id: number;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly note: string;
  readonly file: string | null;
  readonly fileName: string | null;
  readonly fileSize: number | null;
  readonly writtenByName: string | null;
  readonly writtenAt: Date;
}

export async function selectResults(db: Db, campaign: number): Promise<CampaignResult[]> {
  const { rows } = await sql<CampaignResult>`
    select r.id, r.name, r.value::float8 as value, r.unit, r.note, r.file_id as file, f.name as "fileName", f.size as "fileSize",
      w.name as "writtenByName", r.written_at as "writtenAt"
    from campaign_results r left join files f on f.id = r.file_id left join people w on w.id = r.written_by
    where r.campaign_id = ${campaign} order by r.id`.execute(db);
  return rows;
}

export async function insertResult(db: Db, result: ResultInput, by: string | null, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('campaign_results')
    .values({
      campaign_id: result.campaign,
      name: result.name,
      value: String(result.value),
      unit: result.unit,
      note: result.note,
      file_id: result.file,
      written_by: by,
      written_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import type { SpendInput } from './campaigns.input.ts';

/** One spend of public advertising: who was paid, by which contract. A wrong one is voided with its reason and stays in sight. */
export interface Spend {
  readonly id: number;
  readonly action: number | null;
  readonly actionTitle: string | null;
  readonly concept: string;
  readonly supplier: string;
  readonly contract: string;
  /** In pesos. */
  readonly amount: number;
  readonly spentOn: Day;
  readonly file: string | null;
  readonly fileName: string | null;
  readonly fileSize: number | null;
  readonly writtenByName: string | null;
  readonly voidedAt: Date | null;
  readonly voidedByName: string | null;
  readonly voidReason: string;
}

export async function selectSpends(db: Db, campaign: number): Promise<Spend[]> {
  const { rows } = await sql<Spend>`
    select s.id, s.action_id as action, a.title as "actionTitle", s.concept, s.supplier, s.contract, s.amount::float8 as amount,
      s.spent_on as "spentOn", s.file_id as file, f.name as "fileName", f.size as "fileSize", w.name as "writtenByName",
      s.voided_at as "voidedAt", v.name as "voidedByName", s.void_reason as "voidReason"
    from campaign_spends s left join campaign_actions a on a.id = s.action_id left join files f on f.id = s.file_id
      left join people w on w.id = s.written_by left join people v on v.id = s.voided_by
    where s.campaign_id = ${campaign} order by s.spent_on, s.id`.execute(db);
  return rows;
}

export async function insertSpend(db: Db, spend: SpendInput, by: string | null, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('campaign_spends')
    .values({
      campaign_id: spend.campaign,
      action_id: spend.action,
      concept: spend.concept,
      supplier: spend.supplier,
      contract: spend.contract,
      amount: String(spend.amount),
      spent_on: spend.spentOn,
      file_id: spend.file,
      written_by: by,
      written_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateSpendVoided(db: Db, id: number, reason: string, by: string | null, now: Date): Promise<void> {
  await db.updateTable('campaign_spends').set({ voided_at: now, voided_by: by, void_reason: reason }).where('id', '=', id).execute();
}

import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import type { ActionClass, ActionMode } from './campaign.ts';
import type { ActionInput } from './campaigns.input.ts';

export interface CampaignAction {
  readonly id: number;
  readonly title: string;
  readonly class: ActionClass;
  readonly mode: ActionMode;
  readonly channel: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly state: 'planned' | 'done' | 'cancelled';
  readonly note: string;
  readonly doneAt: Date | null;
  /** In pesos. */
  readonly spent: number;
}

export async function selectActions(db: Db, campaign: number): Promise<CampaignAction[]> {
  const { rows } = await sql<CampaignAction>`
    select a.id, a.title, a.class, a.mode, a.channel, a.starts_on as "startsOn", a.ends_on as "endsOn", a.state, a.note, a.done_at as "doneAt",
      coalesce((select sum(s.amount) from campaign_spends s where s.action_id = a.id and s.voided_at is null), 0)::float8 as spent
    from campaign_actions a where a.campaign_id = ${campaign} order by a.starts_on, a.id`.execute(db);
  return rows;
}

export async function countActions(db: Db, campaign: number): Promise<{ planned: number; done: number; digital: number }> {
  const { rows } = await sql<{ planned: number; done: number; digital: number }>`
    select count(*) filter (where state = 'planned') as planned, count(*) filter (where state = 'done') as done,
      count(*) filter (where class = 'digital' and state <> 'cancelled') as digital
    from campaign_actions where campaign_id = ${campaign}`.execute(db);
  return rows[0]!;
}

export async function insertAction(db: Db, action: ActionInput): Promise<number> {
  const { id } = await db
    .insertInto('campaign_actions')
    .values({
      campaign_id: action.campaign,
      title: action.title,
      class: action.class,
      mode: action.mode,
      channel: action.channel,
      starts_on: action.startsOn,
      ends_on: action.endsOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function selectAction(db: Db, campaign: number, id: number): Promise<CampaignAction | undefined> {
  return (await selectActions(db, campaign)).find((action) => action.id === id);
}

export async function updateActionState(db: Db, id: number, state: CampaignAction['state'], note: string, now: Date): Promise<void> {
  await db
    .updateTable('campaign_actions')
    .set({ state, note, done_at: state === 'done' ? now : null })
    .where('id', '=', id)
    .execute();
}

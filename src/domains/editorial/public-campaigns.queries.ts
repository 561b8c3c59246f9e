import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import type { Campaign } from './campaign.ts';

/** What anybody may know of a campaign: neither who makes it nor what is still a plan. */
export interface PublicCampaign extends Pick<Campaign, 'id' | 'code' | 'name' | 'objective' | 'unitName' | 'segments' | 'regions'> {
  readonly state: 'under_way' | 'closed';
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly report: string;
  /** In pesos. */
  readonly budget: number;
  readonly spent: number;
}

const columns = sql`c.id, c.code, c.name, c.objective, c.state, u.name as "unitName", c.starts_on as "startsOn", c.ends_on as "endsOn",
  c.segments, c.regions, case when c.state = 'closed' then c.report else '' end as report, c.budget::float8 as budget,
  coalesce((select sum(s.amount) from campaign_spends s where s.campaign_id = c.id and s.voided_at is null), 0)::float8 as spent`;

// An internal campaign is never shown, whatever its mark says.
export const shownCampaign = sql`c.public and c.scope = 'external' and c.state in ('under_way', 'closed')`;

export async function selectPublicCampaigns(db: Db, limit: number, offset: number): Promise<PublicCampaign[]> {
  const { rows } = await sql<PublicCampaign>`select ${columns} from campaigns c join units u on u.id = c.unit_id where ${shownCampaign}
    order by c.state = 'under_way' desc, c.starts_on desc, c.id desc limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

export async function countPublicCampaigns(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from campaigns c where ${shownCampaign}`.execute(db);
  return rows[0]!.count;
}

export async function selectPublicCampaign(db: Db, code: string): Promise<PublicCampaign | undefined> {
  const { rows } = await sql<PublicCampaign>`select ${columns} from campaigns c join units u on u.id = c.unit_id
    where c.code = ${code} and ${shownCampaign}`.execute(db);
  return rows[0];
}

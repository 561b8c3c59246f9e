import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Campaign, CampaignState } from './campaign.ts';
import type { CampaignFilter } from './campaigns.input.ts';

const columns = sql`c.id, c.code, c.name, c.objective, c.scope, c.state, c.unit_id as unit, u.name as "unitName", c.item_id as item,
  c.request_id as request, c.owner_id as owner, o.name as "ownerName", c.starts_on as "startsOn", c.ends_on as "endsOn", c.segments, c.regions,
  c.tone, c.budget::float8 as budget, c.report, c.public, c.created_at as "createdAt", c.designed_at as "designedAt", c.closed_at as "closedAt",
  c.revision`;
const from = sql`campaigns c join units u on u.id = c.unit_id left join people o on o.id = c.owner_id`;

export async function selectCampaign(db: Db, id: number, lock = false): Promise<Campaign | undefined> {
  const { rows } = await sql<Campaign>`select ${columns} from ${from} where c.id = ${id} ${lock ? sql`for update of c` : sql``}`.execute(
    db,
  );
  return rows[0];
}

export type CampaignContent = Pick<
  Campaign,
  'code' | 'name' | 'objective' | 'scope' | 'unit' | 'item' | 'owner' | 'startsOn' | 'endsOn' | 'segments' | 'regions' | 'tone' | 'budget'
>;

const valuesOf = (said: CampaignContent) => ({
  code: said.code,
  name: said.name,
  objective: said.objective,
  scope: said.scope,
  unit_id: said.unit,
  item_id: said.item,
  owner_id: said.owner,
  starts_on: said.startsOn,
  ends_on: said.endsOn,
  segments: [...said.segments],
  regions: [...said.regions],
  tone: said.tone,
  budget: String(said.budget),
});

export async function insertCampaign(
  db: Db,
  campaign: CampaignContent & { request: number | null },
  by: string | null,
  now: Date,
): Promise<number> {
  const { id } = await db
    .insertInto('campaigns')
    .values({ ...valuesOf(campaign), request_id: campaign.request, created_by: by, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateCampaign(db: Db, id: number, campaign: CampaignContent & { public: boolean }): Promise<void> {
  await db
    .updateTable('campaigns')
    .set(({ eb }) => ({ ...valuesOf(campaign), public: campaign.public, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function updateCampaignState(db: Db, id: number, state: CampaignState, now: Date): Promise<void> {
  await db
    .updateTable('campaigns')
    .set(({ eb }) => ({
      state,
      revision: eb('revision', '+', 1),
      ...(state === 'designed' && { designed_at: now }),
      ...((state === 'closed' || state === 'cancelled') && { closed_at: now }),
    }))
    .where('id', '=', id)
    .execute();
}

export async function updateReport(db: Db, id: number, report: string): Promise<void> {
  await db
    .updateTable('campaigns')
    .set(({ eb }) => ({ report, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function isCodeFree(db: Db, code: string, campaign: number | null): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`
    select not exists (select from campaigns where code = ${code} and id is distinct from ${campaign}) as free`.execute(db);
  return rows[0]!.free;
}

export interface ListedCampaign extends Campaign {
  readonly actions: number;
  readonly done: number;
  readonly pieces: number;
  /** In pesos. */
  readonly spent: number;
}

/** The wanted campaigns, the last to begin first. */
export async function selectCampaigns(db: Db, filter: CampaignFilter, limit: number, offset: number): Promise<ListedCampaign[]> {
  const { rows } = await sql<ListedCampaign>`
    with found as (select c.id from campaigns c where ${wanted(filter)} order by c.starts_on desc, c.id desc limit ${limit} offset ${offset})
    select ${columns},
      (select count(*) from campaign_actions a where a.campaign_id = c.id and a.state <> 'cancelled') as actions,
      (select count(*) from campaign_actions a where a.campaign_id = c.id and a.state = 'done') as done,
      (select count(*) from pieces p where p.campaign_id = c.id and p.class in ('public', 'internal') and p.state <> 'discarded') as pieces,
      coalesce((select sum(s.amount) from campaign_spends s where s.campaign_id = c.id and s.voided_at is null), 0)::float8 as spent
    from ${from} where c.id in (select id from found) order by c.starts_on desc, c.id desc`.execute(db);
  return rows;
}

export async function countCampaigns(db: Db, filter: CampaignFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from campaigns c where ${wanted(filter)}`.execute(db);
  return rows[0]!.count;
}

export async function countByState(db: Db): Promise<Record<CampaignState, number>> {
  const { rows } = await sql<{
    state: CampaignState;
    count: number;
  }>`select state, count(*) as count from campaigns group by state`.execute(db);
  const none = { draft: 0, designed: 0, under_way: 0, closed: 0, cancelled: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

function wanted({ q, unit, scope, state, segment, region }: CampaignFilter): RawBuilder<boolean> {
  const clauses: RawBuilder<unknown>[] = [sql`true`];
  if (q !== '') clauses.push(sql`plain(c.name) like '%' || plain(${q}) || '%'`);
  if (unit) clauses.push(sql`c.unit_id in (select a.unit_id from unit_ancestors a where a.ancestor_id = ${unit})`);
  if (scope) clauses.push(sql`c.scope = ${scope}`);
  if (state === 'open') clauses.push(sql`c.state in ('draft', 'designed', 'under_way')`);
  else if (state) clauses.push(sql`c.state = ${state}`);
  if (segment) clauses.push(sql`${segment} = any (c.segments)`);
  if (region) clauses.push(sql`exists (select from unnest(c.regions) region where region like ${`${region}%`})`);
  return sql<boolean>`${sql.join(clauses, sql` and `)}`;
}

/** What campaigns are called, by id. */
export async function selectCampaignNames(db: Db, ids: readonly number[]): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select id::text, name from campaigns where id = any (${[...ids]}::bigint[])`.execute(db);
  return rows;
}

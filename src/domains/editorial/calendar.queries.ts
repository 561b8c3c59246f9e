import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import type { CalendarNarrowing } from './calendar.input.ts';
import type { InformationClass, PieceState } from './piece.ts';
import { readable } from './pieces.queries.ts';
import type { Reader } from './readers.ts';

export interface DatedPiece {
  readonly id: number;
  readonly title: string;
  readonly kind: string;
  readonly state: PieceState;
  readonly class: InformationClass;
  readonly day: Day;
  /** When it came out or comes out; null while it has only a day. */
  readonly at: Date | null;
  readonly unitName: string;
  readonly ownerName: string | null;
  readonly campaign: number | null;
  readonly channels: readonly string[];
  readonly slot: number | null;
}

/** The pieces of some days: by when they came out, else by when they come out, else by when they are due. */
export async function selectDatedPieces(
  db: Db,
  reader: Reader,
  filter: CalendarNarrowing,
  zone: string,
  from: Day,
  to: Day,
  most: number,
): Promise<DatedPiece[]> {
  const start = sql`(${from}::date::timestamp at time zone ${zone})`;
  const end = sql`((${to}::date + 1)::timestamp at time zone ${zone})`;
  const { rows } = await sql<DatedPiece>`
    with dated as (
      select id, published_at as at from pieces where published_at >= ${start} and published_at < ${end}
      union all
      select id, publish_at from pieces where publish_at >= ${start} and publish_at < ${end} and published_at is null
      union all
      select id, null from pieces where due_on between ${from} and ${to} and publish_at is null and published_at is null
    )
    select p.id, p.title, p.kind, p.state, p.class, coalesce((d.at at time zone ${zone})::date, p.due_on) as day, d.at, u.name as "unitName",
           o.name as "ownerName", p.campaign_id as campaign, p.channels, p.slot_id as slot
    from dated d join pieces p on p.id = d.id join units u on u.id = p.unit_id left join people o on o.id = p.owner_id
    where p.state <> 'discarded' and ${readable(reader)} and ${wanted(filter)}
    order by day, d.at nulls first, p.id limit ${most}`.execute(db);
  return rows;
}

function wanted(filter: CalendarNarrowing): RawBuilder<boolean> {
  const clauses: RawBuilder<unknown>[] = [sql`true`];
  if (filter.item) clauses.push(sql`p.item_id = ${filter.item}`);
  if (filter.component)
    clauses.push(sql`p.item_id in (
      with recursive below as (
        select r.item_id, r.version_id from plan_rows r join plan_versions v on v.id = r.version_id and v.state = 'in_force' where r.item_id = ${filter.component}
        union all select r.item_id, r.version_id from plan_rows r join below b on r.parent_id = b.item_id and r.version_id = b.version_id
      ) select item_id from below)`);
  if (filter.unit) clauses.push(sql`p.unit_id in (select a.unit_id from unit_ancestors a where a.ancestor_id = ${filter.unit})`);
  if (filter.campaign) clauses.push(sql`p.campaign_id = ${filter.campaign}`);
  if (filter.kind) clauses.push(sql`p.kind = ${filter.kind}`);
  if (filter.channel) clauses.push(sql`${filter.channel} = any (p.channels)`);
  if (filter.segment) clauses.push(sql`${filter.segment} = any (p.segments)`);
  if (filter.region) clauses.push(sql`exists (select from unnest(p.regions) region where region like ${`${filter.region}%`})`);
  if (filter.state) clauses.push(sql`p.state = ${filter.state}`);
  return sql<boolean>`${sql.join(clauses, sql` and `)}`;
}

export interface DatedCampaign {
  readonly id: number;
  readonly name: string;
  readonly state: string;
  readonly from: Day;
  readonly until: Day;
}

export async function selectDatedCampaigns(db: Db, filter: CalendarNarrowing, from: Day, to: Day): Promise<DatedCampaign[]> {
  const { rows } = await sql<DatedCampaign>`
    select c.id, c.name, c.state, c.starts_on as from, c.ends_on as until from campaigns c
    where c.starts_on <= ${to} and c.ends_on >= ${from} and c.state <> 'cancelled'
      and (${filter.campaign ?? null}::bigint is null or c.id = ${filter.campaign ?? null})
      and (${filter.item ?? null}::bigint is null or c.item_id = ${filter.item ?? null})
      and (${filter.unit ?? null}::bigint is null or c.unit_id in (select a.unit_id from unit_ancestors a where a.ancestor_id = ${filter.unit ?? null}))
      and (${filter.segment ?? null}::text is null or ${filter.segment ?? null} = any (c.segments))
    order by c.starts_on, c.id limit 200`.execute(db);
  return rows;
}

export interface DatedActivity {
  readonly item: number;
  readonly number: string;
  readonly title: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly recurrence: 'none' | 'weekly' | 'biweekly' | 'monthly' | 'quarterly' | 'yearly';
  readonly unitName: string | null;
}

export async function selectDatedActivities(db: Db, filter: CalendarNarrowing, from: Day, to: Day): Promise<DatedActivity[]> {
  const { rows } = await sql<DatedActivity>`
    select r.item_id as item, r.number, r.title, r.starts_on as "startsOn", r.ends_on as "endsOn", r.recurrence, u.name as "unitName"
    from plan_rows r join plan_versions v on v.id = r.version_id and v.state = 'in_force' left join units u on u.id = r.unit_id
    where r.kind = 'activity' and r.starts_on <= ${to} and r.ends_on >= ${from}
      and (${filter.item ?? null}::bigint is null or r.item_id = ${filter.item ?? null})
      and (${filter.unit ?? null}::bigint is null or r.unit_id in (select a.unit_id from unit_ancestors a where a.ancestor_id = ${filter.unit ?? null}))
      and (${filter.channel ?? null}::text is null or ${filter.channel ?? null} = any (r.channels))
      and (${filter.segment ?? null}::text is null or ${filter.segment ?? null} = any (r.segments))
    order by r.version_id, r.number limit 500`.execute(db);
  return rows;
}

export async function updateDueDay(db: Db, piece: number, day: string, by: string | null, now: Date): Promise<void> {
  await db.updateTable('pieces').set({ due_on: day, changed_by: by, changed_at: now }).where('id', '=', piece).execute();
}

/** The components of the plans in force. */
export async function selectComponents(db: Db): Promise<{ item: number; title: string }[]> {
  return db
    .selectFrom('plan_rows as r')
    .innerJoin('plan_versions as v', 'v.id', 'r.version_id')
    .select(['r.item_id as item', 'r.title'])
    .where('v.state', '=', 'in_force')
    .where('r.kind', '=', 'component')
    .orderBy('v.plan_id')
    .orderBy('r.position')
    .execute();
}

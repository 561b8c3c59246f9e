import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Dispatch, DispatchMove, InformationClass, Snapshot, Source } from './dispatch.ts';
import type { DispatchState } from './dispatch-states.ts';

const facts = sql`d.id, d.channel, c.name as "channelName", c.means, d.public, json_build_object('type', d.source_type, 'id', d.source_id) as source,
  d.title, d.class, d.content_sha256 as "contentSha256", d.state, d.due_at as "dueAt", d.scheduled_by as "scheduledBy",
  p.name as "scheduledByName", d.scheduled_at as "scheduledAt", d.attempts, d.delivered_at as "deliveredAt",
  d.withdrawn_at as "withdrawnAt", d.error`;
const from = sql`dispatches d join channels c on c.code = d.channel left join people p on p.id = d.scheduled_by`;

export interface NewDispatch {
  readonly channel: string;
  readonly public: boolean;
  readonly source: Source;
  readonly title: string;
  readonly class: InformationClass;
  readonly contentSha256: string;
  readonly dueAt: Date;
  readonly snapshot: Snapshot;
}

export async function insertDispatch(db: Db, given: NewDispatch, by: string | null, now: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with written as (
      insert into dispatches (channel, public, source_type, source_id, title, class, content_sha256, state, due_at, snapshot, scheduled_by, scheduled_at)
      values (${given.channel}, ${given.public}, ${given.source.type}, ${given.source.id}, ${given.title}, ${given.class}, ${given.contentSha256},
        'scheduled', ${given.dueAt}, ${JSON.stringify(given.snapshot)}::jsonb, ${by}, ${now})
      returning id
    ), moved as (
      insert into dispatch_moves (dispatch_id, state, person_id, at) select id, 'scheduled', ${by}, ${now} from written
    )
    select id from written`.execute(db);
  return rows[0]!.id;
}

export interface Step {
  readonly from: readonly DispatchState[];
  readonly to: DispatchState;
  readonly by: string | null;
  readonly now: Date;
  readonly note?: string;
}

/** Moves a dispatch that still is in one of the states said; false when it no longer is. */
export async function moveDispatch(db: Db, id: number, { from: before, to, by, now, note = '' }: Step): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    with moved as (
      update dispatches set state = ${to},
        delivered_at = case when ${to} = 'delivered' then ${now}::timestamptz else delivered_at end,
        withdrawn_at = case when ${to} = 'withdrawn' then ${now}::timestamptz else withdrawn_at end,
        attempts = case when ${to} = 'scheduled' then 0 else attempts end,
        attempted_at = case when ${to} = 'sending' then ${now}::timestamptz when ${to} = 'scheduled' then null else attempted_at end,
        error = case when ${to} in ('scheduled', 'delivered') then null when ${to} = 'failed' and ${note} <> '' then ${note} else error end
      where id = ${id} and state = any (${[...before]}::text[]) returning id
    )
    insert into dispatch_moves (dispatch_id, state, person_id, at, note) select id, ${to}, ${by}, ${now}, ${note} from moved returning id`.execute(
    db,
  );
  return rows.length > 0;
}

/** The dispatches of a source that are in one of these states, locked. */
export async function lockDispatches(
  db: Db,
  source: Source,
  states: readonly DispatchState[],
  channels: readonly string[] | null = null,
): Promise<{ id: number; channel: string; state: DispatchState; means: Dispatch['means']; title: string }[]> {
  const { rows } = await sql<{ id: number; channel: string; state: DispatchState; means: Dispatch['means']; title: string }>`
    select d.id, d.channel, d.state, c.means, d.title from dispatches d join channels c on c.code = d.channel
    where d.source_type = ${source.type} and d.source_id = ${source.id} and d.state = any (${[...states]}::text[])
      ${channels === null ? sql`` : sql`and d.channel = any (${[...channels]}::text[])`}
    order by d.id for update of d`.execute(db);
  return rows;
}

export async function selectDispatch(db: Db, id: number): Promise<Dispatch | undefined> {
  const { rows } = await sql<Dispatch>`select ${facts}, d.snapshot from ${from} where d.id = ${id}`.execute(db);
  return rows[0];
}

export async function selectMoves(db: Db, id: number): Promise<DispatchMove[]> {
  const { rows } = await sql<DispatchMove>`select m.state, m.at, p.name as person, m.note from dispatch_moves m
    left join people p on p.id = m.person_id where m.dispatch_id = ${id} order by m.id`.execute(db);
  return rows;
}

export type ListedDispatch = Omit<Dispatch, 'snapshot'>;

export interface DispatchFilter {
  readonly state?: DispatchState | undefined;
  readonly channel?: string | undefined;
  readonly search?: string | undefined;
  readonly source?: Source | undefined;
}

const narrowed = ({ state, channel, search, source }: DispatchFilter): RawBuilder<unknown> => sql`true
  ${state ? sql`and d.state = ${state}` : sql``} ${channel ? sql`and d.channel = ${channel}` : sql``}
  ${search ? sql`and plain(d.title) like '%' || plain(${search.replace(/[\\%_]/g, '\\$&')}) || '%'` : sql``}
  ${source ? sql`and d.source_type = ${source.type} and d.source_id = ${source.id}` : sql``}`;

/** The last scheduled first. */
export async function selectDispatches(db: Db, filter: DispatchFilter, limit: number, offset: number): Promise<ListedDispatch[]> {
  const { rows } = await sql<ListedDispatch>`with found as materialized (
      select d.id from dispatches d where ${narrowed(filter)} order by d.scheduled_at desc, d.id desc limit ${limit} offset ${offset}
    ) select ${facts} from ${from} where d.id in (select id from found) order by d.scheduled_at desc, d.id desc`.execute(db);
  return rows;
}

export async function countDispatches(db: Db, filter: DispatchFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from dispatches d where ${narrowed(filter)}`.execute(db);
  return rows[0]!.count;
}

export interface Standing {
  readonly scheduled: number;
  readonly waiting: number;
  readonly failed: number;
  readonly unknown: number;
  /** The next to leave. */
  readonly nextAt: Date | null;
  /** What left since the day began. */
  readonly today: number;
}

/** How what goes out stands: each figure is read from the index of its state. */
export async function selectStanding(db: Db, today: string, zone: string): Promise<Standing> {
  const { rows } = await sql<Standing>`select
    (select count(*)::int from dispatches where state in ('scheduled', 'held')) as scheduled,
    (select count(*)::int from dispatches where state = 'waiting') as waiting,
    (select count(*)::int from dispatches where state = 'failed') as failed,
    (select count(*)::int from dispatches where state = 'unknown') as unknown,
    (select min(due_at) from dispatches where state = 'scheduled') as "nextAt",
    (select count(*)::int from dispatch_moves where state = 'delivered' and at >= ${today}::date::timestamp at time zone ${zone}) as today`.execute(
    db,
  );
  return rows[0]!;
}

export async function selectDispatchNames(db: Db, ids: readonly number[]): Promise<{ id: number; title: string; channel: string }[]> {
  const { rows } = await sql<{ id: number; title: string; channel: string }>`select d.id, d.title, c.name as channel
    from dispatches d join channels c on c.code = d.channel where d.id = any (${[...ids]}::bigint[])`.execute(db);
  return rows;
}

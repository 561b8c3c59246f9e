import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { RecipientState } from './mailing.ts';

// All of this goes by the database's clock: that of a worker may be wrong, or be moved.
const alive = sql`exists (select from mailing_workers w where w.id = r.worker and w.alive_until > clock_timestamp())`;

/** Says that a worker is there, for so many milliseconds. */
export async function sayAlive(db: Db, worker: string, lease: number): Promise<void> {
  await sql`insert into mailing_workers (id, alive_until) values (${worker}::uuid, clock_timestamp() + ${lease} * interval '1 millisecond')
    on conflict (id) do update set alive_until = excluded.alive_until`.execute(db);
}

/** What it held and did not try is anybody's. */
export async function sayGone(db: Db, worker: string): Promise<void> {
  await sql`delete from mailing_workers where id = ${worker}::uuid`.execute(db);
}

/** What a worker that is no more had on its way: nobody will hear how it ended. How many, by mailing. */
export async function nameLost(db: Db): Promise<{ mailing: number; count: number }[]> {
  const { rows } = await sql<{ mailing: number; count: number }>`
    with lost as (
      update mailing_recipients r set state = 'unknown', reason = 'lost' where r.state = 'attempted' and not ${alive} returning r.mailing_id
    ), gone as (delete from mailing_workers where alive_until < clock_timestamp() - interval '1 day')
    select mailing_id as mailing, count(*)::int as count from lost group by mailing_id order by mailing_id`.execute(db);
  return rows;
}

export interface Claimed {
  readonly id: number;
  readonly contact: number;
  readonly tries: number;
}

/** Takes some that wait their turn, the first first; several workers share them and none takes what another holds. */
export async function claimRecipients(db: Db, mailing: number, worker: string, now: Date, limit: number): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`
    with picked as (
      select r.id from mailing_recipients r join mailings m on m.id = r.mailing_id
      where r.mailing_id = ${mailing} and m.state = 'sending' and r.wave <= m.wave and r.state = 'queued'
        and (r.next_at is null or r.next_at <= ${now}) and (r.worker is null or not ${alive})
      order by r.wave, r.id limit ${limit} for update of r skip locked
    )
    update mailing_recipients r set worker = ${worker}::uuid from picked where r.id = picked.id
    returning r.id, r.contact_id as contact, r.tries`.execute(db);
  return rows.toSorted((one, other) => one.id - other.id);
}

/** One that is about to leave: by which server and to which address. */
export interface Attempt {
  readonly id: number;
  readonly provider: number;
  readonly address: string;
}

/** How one ended. Back in the queue it waits until `nextAt`. */
export interface Ending {
  readonly id: number;
  readonly state: RecipientState;
  readonly tries: number;
  readonly reason: string | null;
  readonly answer: string | null;
  readonly nextAt: Date | null;
}

/**
 * Writes down who is about to be written to, and how others ended: in one statement, for as many as came together. What another holds, or
 * what was stopped meanwhile, is not among the answer: it must not leave.
 * @returns those that may leave
 */
export async function mark(db: Db, worker: string, attempts: readonly Attempt[], endings: readonly Ending[], now: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with asked as materialized (
      select g.id, g.provider, g.address
      from unnest(${attempts.map(({ id }) => id)}::bigint[], ${attempts.map(({ provider }) => provider)}::int[],
        ${attempts.map(({ address }) => address)}::text[]) as g (id, provider, address)
      -- One by one by its key: joined, it would read the whole queue, which looks short to the planner.
      cross join lateral (
        select from mailing_recipients r where r.id = g.id and r.state = 'queued' and r.worker = ${worker}::uuid
          and exists (select from mailings m where m.id = r.mailing_id and m.state = 'sending') for update of r
      ) held
    ), tried as (
      update mailing_recipients r set state = 'attempted', at = ${now}, provider = a.provider, address = a.address, reason = null, answer = null
      from asked a where r.id = a.id returning r.id
    ), ended as (
      -- Also what was named unknown meanwhile: who hears the answer knows it. What a person has settled is not his any more.
      update mailing_recipients r set state = g.state, at = ${now}, reason = g.reason, answer = g.answer, tries = r.tries + g.tries,
        next_at = g."nextAt", worker = case when g.state = 'queued' then null else r.worker end
      from json_to_recordset(${JSON.stringify(endings)}::json)
        as g (id bigint, state text, tries int, reason text, answer text, "nextAt" timestamptz)
      where r.id = g.id and r.worker = ${worker}::uuid and r.state in ('queued', 'attempted', 'unknown')
    )
    select id from tried`.execute(db);
  return rows.map(({ id }) => id);
}

/** Those that a worker still has and that nobody stopped, locked until their mails are written. */
export async function lockTurns(db: Db, worker: string, ids: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select r.id from mailing_recipients r join mailings m on m.id = r.mailing_id
    where r.id = any(${[...ids]}::bigint[]) and r.worker = ${worker}::uuid and r.state = 'queued' and m.state = 'sending' for update of r`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** They lie in the house's own outbox: in the transaction in which they are written there. */
export async function markKept(db: Db, kept: readonly { id: number; mail: number; address: string }[], now: Date): Promise<void> {
  await sql`update mailing_recipients r set state = 'accepted', at = ${now}, mail_id = g.mail, address = g.address, reason = 'outbox'
    from json_to_recordset(${JSON.stringify(kept)}::json) as g (id bigint, mail bigint, address text)
    where r.id = g.id`.execute(db);
}

/** What is on its way or whose hour has come, the oldest first. */
export async function selectGoing(db: Db, now: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from mailings
    where state = 'sending' or (state = 'scheduled' and due_at <= ${now}) order by due_at nulls first, id limit 100`.execute(db);
  return rows.map(({ id }) => id);
}

export interface Left {
  /** Of the waves that are open: waiting for a turn, whether somebody has them or not. */
  readonly queued: number;
  readonly attempted: number;
  /** Of the waves that are open, what waits for a later hour. */
  readonly later: number;
}

/** What of a mailing is not over. Reads no more of it than it must. */
export async function selectLeft(db: Db, mailing: number, now: Date): Promise<Left> {
  const { rows } = await sql<Left>`select
    (select count(*) from (select from mailing_recipients r where r.mailing_id = m.id and r.state = 'queued' and r.wave <= m.wave
      and (r.next_at is null or r.next_at <= ${now}) limit 1) waiting)::int as queued,
    (select count(*) from (select from mailing_recipients r where r.mailing_id = m.id and r.state = 'queued' and r.wave <= m.wave
      and r.next_at > ${now} limit 1) waiting)::int as later,
    (select count(*) from (select from mailing_recipients r where r.mailing_id = m.id and r.state = 'attempted' limit 1) waiting)::int as attempted
    from mailings m where m.id = ${mailing}`.execute(db);
  return rows[0]!;
}

export async function openWave(db: Db, mailing: number, wave: number, now: Date): Promise<void> {
  await sql`update mailings set wave = ${wave}, wave_at = ${now} where id = ${mailing}`.execute(db);
}

/** When something is to be done next; null when nothing waits. */
export async function selectNextDue(db: Db, now: Date): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(at) as at from (
      select min(due_at) as at from mailings where state = 'scheduled'
      union all
      select ${now}::timestamptz from mailings where state = 'sending' and fixed_at is null
      union all
      select min(m.wave_at + m.wave_minutes * interval '1 minute') from mailings m where m.state = 'sending' and m.wave < m.waves - 1
      union all
      select min(coalesce(first.next_at, ${now})) from mailings m cross join lateral (
        select r.next_at from mailing_recipients r where r.mailing_id = m.id and r.state = 'queued' and r.wave <= m.wave
          and (r.worker is null or not ${alive}) order by r.next_at nulls first limit 1) first
      where m.state = 'sending'
      union all
      -- What another has: it is looked at again when that one should have said that it is there.
      select ${now}::timestamptz + greatest(interval '0', w.alive_until - clock_timestamp()) from mailing_workers w
      where exists (select from mailing_recipients r where r.worker = w.id and r.state = 'attempted')
      union all
      select ${now}::timestamptz from mailing_recipients r where r.state = 'attempted' and not exists (select from mailing_workers w where w.id = r.worker)
    ) soon`.execute(db);
  return rows[0]!.at;
}

/** Who looks at it is told, without a line in the log: it moves many times a minute. */
export async function showProgress(db: Db, mailing: number): Promise<void> {
  await sql`select pg_notify('live', ${JSON.stringify({ topic: `mailing:${mailing}`, event: 'mailing.moved', id: 0 })})`.execute(db);
}

import { sql } from 'kysely';
import { transact, type Database, type Db } from '#platform/db/database.ts';
import type { Limit, Provider } from './servers.ts';

export interface Grant {
  readonly count: number;
  /** When nothing was granted: in how many milliseconds something may be. */
  readonly wait: number;
}

/**
 * How many of those asked for may leave now by a server: a window that slides, by the database's clock, so that it holds for all workers
 * and for one whose clock was moved. What is granted counts whether it is used or not.
 */
export async function grant(database: Database, { number, limits }: Provider, asked: number): Promise<Grant> {
  if (limits.length === 0) return { count: asked, wait: 0 };
  return transact(database.primary, async (db) => {
    await sql`insert into mail_servers (number) values (${number}) on conflict do nothing`.execute(db);
    await sql`select from mail_servers where number = ${number} for update`.execute(db);
    let count = asked;
    let wait = 0;
    for (const limit of limits) {
      const left = await leftOf(db, number, limit);
      count = Math.min(count, left.count);
      if (left.count === 0) wait = Math.max(wait, left.wait);
    }
    if (count > 0) await sql`insert into mail_grants (server, at, count) values (${number}, clock_timestamp(), ${count})`.execute(db);
    return { count, wait };
  });
}

/** A grant of the future is of a clock that was set back: it is not waited for. */
async function leftOf(db: Db, server: number, { count, seconds }: Limit): Promise<Grant> {
  const { rows } = await sql<{ used: number; wait: number }>`
    select coalesce(sum(count), 0)::int as used,
      ceil(coalesce(extract(epoch from min(at) + ${seconds} * interval '1 second' - clock_timestamp()) * 1000, 0))::int as wait
    from mail_grants where server = ${server} and at > clock_timestamp() - ${seconds} * interval '1 second' and at <= clock_timestamp()`.execute(
    db,
  );
  const { used, wait } = rows[0]!;
  return { count: Math.max(0, count - used), wait: Math.max(1, wait) };
}

export async function forgetGrants(db: Db): Promise<void> {
  await sql`delete from mail_grants where at < clock_timestamp() - interval '1 day' or at > clock_timestamp() + interval '1 hour'`.execute(
    db,
  );
}

/** The servers that are not asked for now, and in how many milliseconds they are again. */
export async function selectFailing(db: Db): Promise<{ number: number; wait: number }[]> {
  const { rows } = await sql<{ number: number; wait: number }>`
    select number, ceil(extract(epoch from failing_until - clock_timestamp()) * 1000)::int as wait from mail_servers
    where failing_until > clock_timestamp() and failing_until < clock_timestamp() + interval '1 hour'`.execute(db);
  return rows;
}

export async function markServer(db: Db, number: number, error: string | null, seconds: number): Promise<void> {
  await sql`insert into mail_servers (number, failing_until, error, checked_at)
    values (${number}, case when ${error}::text is not null then clock_timestamp() + ${seconds} * interval '1 second' end, ${error}, clock_timestamp())
    on conflict (number) do update set failing_until = excluded.failing_until, error = excluded.error, checked_at = excluded.checked_at`.execute(
    db,
  );
}

export interface ServerStanding {
  readonly number: number;
  readonly failing: boolean;
  readonly error: string | null;
  readonly checkedAt: Date | null;
}

export async function selectServers(db: Db): Promise<ServerStanding[]> {
  const { rows } = await sql<ServerStanding>`select number, coalesce(failing_until > clock_timestamp(), false) as failing, error,
    checked_at as "checkedAt" from mail_servers order by number`.execute(db);
  return rows;
}

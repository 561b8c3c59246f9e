import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { PushAddress } from '#platform/push/subscription.ts';
import type { PushMessage, PushState } from './messages.queries.ts';

export interface ClaimedPush extends PushAddress {
  readonly messageId: number;
  readonly subscription: number;
  readonly host: string;
  readonly message: PushMessage;
  readonly diesAt: Date;
  readonly tries: number;
}

/** What was never heard of again: its worker is gone, and nobody will say how it ended. It is not sent again. */
export async function nameLostPushes(db: Db, before: Date): Promise<void> {
  await sql`update push_deliveries set state = 'unknown' where state = 'attempted' and attempted_at < ${before}`.execute(db);
}

/**
 * Takes some that are due and marks them as on their way, before a byte of them leaves; several workers share them. Those that nobody
 * wants any more end here, some at a time as well.
 */
export async function claimPushes(db: Db, now: Date, limit: number): Promise<ClaimedPush[]> {
  for (;;) {
    const { rows } = await sql<ClaimedPush & { late: boolean }>`
      with picked as (
        select d.message_id, d.subscription_id, m.message, m.dies_at, m.dies_at <= ${now} as late from (
          select message_id, subscription_id from push_deliveries where state = 'queued' and next_at <= ${now}
          order by next_at, message_id limit ${limit} for update skip locked
        ) d join push_messages m on m.id = d.message_id
      ), taken as (
        update push_deliveries d set state = case when p.late then 'late' else 'attempted' end,
          attempted_at = case when p.late then d.attempted_at else ${now} end, tries = d.tries + (not p.late)::int
        from picked p where d.message_id = p.message_id and d.subscription_id = p.subscription_id
        returning d.message_id, d.subscription_id, d.tries, p.message, p.dies_at, p.late
      )
      select t.message_id as "messageId", t.subscription_id as subscription, t.tries, s.endpoint, s.host, s.p256dh, s.auth, t.message,
        t.dies_at as "diesAt", t.late
      from taken t left join push_subscriptions s on s.id = t.subscription_id`.execute(db);
    const claimed = rows.filter(({ late, endpoint }) => !late && endpoint !== null).map(({ late: _, ...one }) => one);
    if (claimed.length > 0 || rows.length === 0) return claimed;
  }
}

/** How one ended; back in the queue it waits until `nextAt`. */
export async function markPush(
  db: Db,
  { messageId, subscription }: Pick<ClaimedPush, 'messageId' | 'subscription'>,
  { state, status, nextAt }: { state: PushState; status: number | null; nextAt: Date },
): Promise<void> {
  await sql`with marked as (
      update push_deliveries set state = ${state}, status = ${status}, next_at = ${nextAt}
      where message_id = ${messageId} and subscription_id = ${subscription} and state in ('attempted', 'unknown')
    )
    update push_subscriptions set accepted_at = ${nextAt} where id = ${subscription} and ${state} = 'accepted'`.execute(db);
}

/** A push service asks to wait: all that is for it does. */
export async function postponeHost(db: Db, host: string, until: Date): Promise<void> {
  await sql`update push_deliveries d set next_at = ${until} from push_subscriptions s
    where s.id = d.subscription_id and s.host = ${host} and d.state = 'queued' and d.next_at < ${until}`.execute(db);
}

export async function selectNextPush(db: Db): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select min(next_at) as at from push_deliveries where state = 'queued'`.execute(db);
  return rows[0]?.at ?? null;
}

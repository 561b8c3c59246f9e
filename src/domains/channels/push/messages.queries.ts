import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** What a device shows, and where one press leads. A later one of the same tag takes the place of an earlier. */
export interface PushMessage {
  readonly title: string;
  readonly body: string;
  readonly path: string;
  readonly tag: string;
  readonly language: string;
}

interface NewMessage {
  readonly dispatch: number | null;
  readonly message: PushMessage;
  readonly diesAt: Date;
}

async function insertMessage(db: Db, { dispatch, message, diesAt }: NewMessage, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('push_messages')
    .values({ dispatch_id: dispatch, message: JSON.stringify(message), dies_at: diesAt, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** One for each device of whom it is for: outside, who agreed; inside, whoever works here. How many. */
export async function sendToAll(db: Db, given: NewMessage & { readonly outside: boolean }, now: Date): Promise<number> {
  const id = await insertMessage(db, given, now);
  const { numAffectedRows } = await sql`
    insert into push_deliveries (message_id, subscription_id, state, next_at)
    select ${id}, s.id, 'queued', ${now} from push_subscriptions s
    left join people p on p.id = s.person_id left join contacts c on c.id = s.contact_id
    where case when ${given.outside} then 'avisos-navegador' = any (c.purposes) else p.left_at is null and s.person_id is not null end`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0);
}

/** One for each of a person's devices. */
export async function sendToPerson(db: Db, person: string, given: NewMessage, now: Date): Promise<void> {
  const id = await insertMessage(db, given, now);
  await sql`insert into push_deliveries (message_id, subscription_id, state, next_at)
    select ${id}, id, 'queued', ${now} from push_subscriptions where person_id = ${person}`.execute(db);
}

/** What of a dispatch has not left stays; to where it may be, another is sent that takes its place. */
export async function recallMessages(db: Db, dispatch: number, given: NewMessage, now: Date): Promise<void> {
  await sql`update push_deliveries d set state = 'cancelled' from push_messages m
    where m.id = d.message_id and m.dispatch_id = ${dispatch} and d.state = 'queued'`.execute(db);
  const id = await insertMessage(db, given, now);
  await sql`insert into push_deliveries (message_id, subscription_id, state, next_at)
    select distinct ${id}::bigint, d.subscription_id, 'queued', ${now}::timestamptz from push_deliveries d
    join push_messages m on m.id = d.message_id join push_subscriptions s on s.id = d.subscription_id
    where m.dispatch_id = ${dispatch} and d.state in ('accepted', 'unknown', 'attempted')`.execute(db);
}

export type PushState = 'queued' | 'attempted' | 'accepted' | 'unknown' | 'expired' | 'refused' | 'late' | 'cancelled';

/** How many of a dispatch are in each state. */
export async function countPushes(db: Db, dispatch: number): Promise<{ state: PushState; count: number }[]> {
  const { rows } = await sql<{ state: PushState; count: number }>`
    select d.state, count(*)::int as count from push_deliveries d join push_messages m on m.id = d.message_id
    where m.dispatch_id = ${dispatch} group by d.state order by count(*) desc, d.state`.execute(db);
  return rows;
}

/** The people whose devices are on. */
export async function selectPeopleOn(db: Db): Promise<string[]> {
  const { rows } = await sql<{
    person: string;
  }>`select distinct person_id as person from push_subscriptions where person_id is not null`.execute(db);
  return rows.map(({ person }) => person);
}

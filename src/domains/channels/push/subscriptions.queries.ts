import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export interface NewSubscription {
  readonly person: string | null;
  readonly contact: number | null;
  readonly endpoint: string;
  readonly host: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly device: string;
  readonly language: string;
  readonly tokenSha256: string;
}

export interface Device {
  readonly id: number;
  readonly device: string;
  readonly createdAt: Date;
  readonly acceptedAt: Date | null;
  /** Whether it is the one that asks. */
  readonly here: boolean;
}

export async function insertSubscription(db: Db, given: NewSubscription, now: Date): Promise<number> {
  const { person, contact, tokenSha256, ...rest } = given;
  const { id } = await db
    .insertInto('push_subscriptions')
    .values({ ...rest, person_id: person, contact_id: contact, token_sha256: tokenSha256, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function selectDevices(db: Db, person: string, tokenSha256: string | null): Promise<Device[]> {
  const { rows } = await sql<Device>`
    select id, device, created_at as "createdAt", accepted_at as "acceptedAt", token_sha256 is not distinct from ${tokenSha256}::text as here
    from push_subscriptions where person_id = ${person} order by id desc`.execute(db);
  return rows;
}

/** Whose a device is, by its endpoint or by what its browser holds. */
export function selectSubscription(
  db: Db,
  by: { endpoint: string } | { tokenSha256: string },
): Promise<{ id: number; person: string | null; contact: number | null } | undefined> {
  const query = db.selectFrom('push_subscriptions').select(['id', 'person_id as person', 'contact_id as contact']);
  return (
    'endpoint' in by ? query.where('endpoint', '=', by.endpoint) : query.where('token_sha256', '=', by.tokenSha256)
  ).executeTakeFirst();
}

/** Takes devices away: one, one of a person's, or those that are gone; what waited for them ends. @returns the contacts that they were of */
export async function deleteSubscriptions(
  db: Db,
  ids: readonly number[],
  person: string | null = null,
): Promise<{ id: number; contact: number | null }[]> {
  const { rows } = await sql<{ id: number; contact: number | null }>`
    with gone as (
      delete from push_subscriptions where id = any (${[...ids]}::bigint[]) and (${person}::uuid is null or person_id = ${person}::uuid)
      returning id, contact_id
    ), ended as (
      update push_deliveries d set state = 'expired' from gone where d.subscription_id = gone.id and d.state = 'queued'
    )
    select id, contact_id as contact from gone`.execute(db);
  return rows;
}

export async function countDevices(db: Db, person: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from push_subscriptions where person_id = ${person}`.execute(
    db,
  );
  return rows[0]!.count;
}

export async function insertRefusal(db: Db, person: string, now: Date): Promise<void> {
  await sql`insert into push_refusals (person_id, at) values (${person}, ${now}) on conflict (person_id) do update set at = excluded.at`.execute(
    db,
  );
}

/** Whether a person was never asked, has no device, and has read a notice before: then it is known what a notice is good for. */
export async function selectOffer(db: Db, person: string, wished: boolean): Promise<boolean> {
  const { rows } = await sql<{ offer: boolean }>`
    select not exists (select from push_refusals where person_id = ${person})
      and not exists (select from push_subscriptions where person_id = ${person})
      and (${wished} or exists (select from notifications where person_id = ${person} and read_at is not null)) as offer`.execute(db);
  return rows[0]!.offer;
}

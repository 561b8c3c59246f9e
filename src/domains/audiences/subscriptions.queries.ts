import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export interface Subscription {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  readonly language: 'es' | 'en';
  readonly region: string | null;
  readonly purposes: readonly string[];
  readonly numbers: readonly number[];
  readonly askedAt: Date;
}

/** One of an address waits at a time: the last. */
export async function insertSubscription(
  db: Db,
  given: Omit<Subscription, 'id'> & { tokenHash: string; expiresAt: Date },
): Promise<number> {
  await db.deleteFrom('subscriptions').where('email', '=', given.email).execute();
  const { id } = await db
    .insertInto('subscriptions')
    .values({
      token_sha256: given.tokenHash,
      email: given.email,
      name: given.name,
      language: given.language,
      region: given.region,
      purposes: [...given.purposes],
      text_numbers: [...given.numbers],
      asked_at: given.askedAt,
      expires_at: given.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function selectSubscription(db: Db, tokenHash: string, now: Date, lock = false): Promise<Subscription | undefined> {
  const { rows } = await sql<Subscription>`
    select id, email::text as email, name, language, region, purposes, text_numbers as numbers, asked_at as "askedAt"
    from subscriptions where token_sha256 = ${tokenHash} and expires_at > ${now} ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0];
}

export async function deleteSubscription(db: Db, id: number): Promise<void> {
  await db.deleteFrom('subscriptions').where('id', '=', id).execute();
}

export async function deleteExpired(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('subscriptions').where('expires_at', '<', now).execute();
}

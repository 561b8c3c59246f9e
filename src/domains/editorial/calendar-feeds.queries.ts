import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export interface Feed {
  readonly id: number;
  readonly query: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

export async function insertFeed(db: Db, feed: { hash: string; person: string; query: string }, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('calendar_feeds')
    .values({ token_hash: feed.hash, person_id: feed.person, query: feed.query, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function endFeed(db: Db, id: number, person: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('calendar_feeds')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('person_id', '=', person)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export function selectFeeds(db: Db, person: string): Promise<Feed[]> {
  return db
    .selectFrom('calendar_feeds')
    .select(['id', 'query', 'created_at as createdAt', 'read_at as readAt'])
    .where('person_id', '=', person)
    .where('revoked_at', 'is', null)
    .orderBy('id', 'desc')
    .execute();
}

/** Not revoked, and of somebody who still works here. */
export async function selectFeedInForce(db: Db, hash: string): Promise<{ id: number; query: string } | undefined> {
  const { rows } = await sql<{ id: number; query: string }>`
    select f.id, f.query from calendar_feeds f join people p on p.id = f.person_id and p.left_at is null
    where f.token_hash = ${hash} and f.revoked_at is null`.execute(db);
  return rows[0];
}

/** Once an hour at most: an agenda asks often. */
export async function touchFeed(db: Db, id: number, now: Date): Promise<void> {
  await sql`update calendar_feeds set read_at = ${now} where id = ${id} and (read_at is null or read_at < ${now}::timestamptz - interval '1 hour')`.execute(
    db,
  );
}

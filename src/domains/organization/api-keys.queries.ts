import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

interface NewKey {
  name: string;
  prefix: string;
  secretHash: string;
  scopes: readonly string[];
  by: string;
  now: Date;
  expires: string | null;
}

export async function insertKey(db: Db, key: NewKey): Promise<number> {
  const { id } = await db
    .insertInto('api_keys')
    .values({
      name: key.name,
      prefix: key.prefix,
      secret_hash: key.secretHash,
      scopes: [...key.scopes],
      issued_by: key.by,
      issued_at: key.now,
      expires_on: key.expires,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The keys of the house, those in use first. */
export function selectKeys(db: Db) {
  return db
    .selectFrom('api_keys as k')
    .innerJoin('people as p', 'p.id', 'k.issued_by')
    .select([
      'k.id',
      'k.name',
      'k.prefix',
      'k.scopes',
      'k.issued_at',
      'k.expires_on',
      'k.last_used_at',
      'k.revoked_at',
      'p.name as issued_by',
    ])
    .orderBy(sql`k.revoked_at is not null`)
    .orderBy('k.id', 'desc')
    .limit(500)
    .execute();
}

export function selectKey(db: Db, id: number) {
  return db.selectFrom('api_keys').select(['id', 'name', 'scopes', 'revoked_at']).where('id', '=', id).executeTakeFirst();
}

/** A key in force, by its prefix: not revoked, not expired in the institution's zone, of somebody who is here. */
export async function selectKeyInForce(db: Db, prefix: string, now: Date) {
  const { rows } = await sql<{
    id: number;
    name: string;
    secret_hash: string;
    scopes: string[];
    issued_by: string;
    last_used_at: Date | null;
  }>`
    select k.id, k.name, k.secret_hash, k.scopes, k.issued_by, k.last_used_at
    from api_keys k join people p on p.id = k.issued_by cross join institution i
    where k.prefix = ${prefix} and k.revoked_at is null and p.left_at is null
      and (k.expires_on is null or k.expires_on >= (${now}::timestamptz at time zone i.zone)::date)`.execute(db);
  return rows[0];
}

export async function touchKey(db: Db, id: number, now: Date): Promise<void> {
  await db.updateTable('api_keys').set({ last_used_at: now }).where('id', '=', id).execute();
}

export async function revokeKey(db: Db, id: number, by: string | null, now: Date): Promise<void> {
  await db.updateTable('api_keys').set({ revoked_at: now, revoked_by: by }).where('id', '=', id).where('revoked_at', 'is', null).execute();
}

export async function revokeKeysOf(db: Db, person: string, by: string | null, now: Date): Promise<void> {
  await db
    .updateTable('api_keys')
    .set({ revoked_at: now, revoked_by: by })
    .where('issued_by', '=', person)
    .where('revoked_at', 'is', null)
    .execute();
}

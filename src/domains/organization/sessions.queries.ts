import { sql } from 'kysely';
import type { Grant } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import type { Locale } from '#platform/i18n/locale.ts';

interface NewSession {
  tokenHash: string;
  person: string;
  device: string;
  now: Date;
  expires: Date;
  secondFactorAt: Date | null;
  trusted: number | null;
}

export async function insertSession(db: Db, session: NewSession): Promise<number> {
  const { id } = await db
    .insertInto('sessions')
    .values({
      token_hash: session.tokenHash,
      person_id: session.person,
      device: session.device,
      created_at: session.now,
      seen_at: session.now,
      expires_at: session.expires,
      second_factor_at: session.secondFactorAt,
      trusted_device_id: session.trusted,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function selectSession(db: Db, tokenHash: string, now: Date, seenSince: Date) {
  const { rows } = await sql<{
    id: number;
    person_id: string;
    name: string;
    position: string;
    language: Locale;
    seen_at: Date;
    grants: Grant[];
  }>`
    select s.id, s.person_id, p.name, p.position, p.language, s.seen_at, coalesce((
      -- each role with the dependencies it covers: the one named and all below it
      select json_agg(json_build_object('role', g.role, 'unit', g.unit_id, 'units', coalesce((
        select json_agg(a.unit_id) from unit_ancestors a where a.ancestor_id = g.unit_id), '[]')))
      from grants g where g.person_id = p.id and g.ended_at is null), '[]') as grants
    from sessions s join people p on p.id = s.person_id
    where s.token_hash = ${tokenHash} and s.ended_at is null and s.expires_at > ${now} and s.seen_at > ${seenSince}
      and p.left_at is null`.execute(db);
  return rows[0];
}

export async function touchSession(db: Db, id: number, person: string, now: Date): Promise<void> {
  await db.updateTable('sessions').set({ seen_at: now }).where('id', '=', id).execute();
  await db.updateTable('people').set({ last_seen_at: now }).where('id', '=', person).execute();
}

export function listSessions(db: Db, person: string, now: Date, seenSince: Date) {
  return db
    .selectFrom('sessions')
    .select(['id', 'device', 'created_at', 'seen_at'])
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .where('seen_at', '>', seenSince)
    .orderBy('seen_at', 'desc')
    .execute();
}

export async function endSession(db: Db, id: number, person: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function endSessions(db: Db, person: string, but: number | null, now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .where('id', '<>', but ?? 0)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

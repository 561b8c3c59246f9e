import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export interface Pairing {
  readonly id: number;
  readonly code: string;
  readonly expiresAt: Date;
  readonly screen: number | null;
  readonly width: number;
  readonly height: number;
}

const columns = sql`id, code, expires_at as "expiresAt", screen_id as screen, width, height`;

export async function insertPairing(
  db: Db,
  given: { code: string; secretHash: Buffer; width: number; height: number; expiresAt: Date },
): Promise<boolean> {
  const { rows } = await sql`insert into screen_pairings (code, secret_sha256, width, height, expires_at)
    values (${given.code}, ${given.secretHash}, ${given.width}, ${given.height}, ${given.expiresAt}) on conflict (code) do nothing returning id`.execute(
    db,
  );
  return rows.length > 0;
}

export async function countOpenPairings(db: Db, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from screen_pairings where expires_at > ${now}`.execute(db);
  return rows[0]!.count;
}

export async function deleteOldPairings(db: Db, now: Date): Promise<void> {
  await sql`delete from screen_pairings where expires_at <= ${now}`.execute(db);
}

/** The one that shows a code and still waits. */
export async function lockPairingByCode(db: Db, code: string, now: Date): Promise<Pairing | undefined> {
  const { rows } = await sql<Pairing>`select ${columns} from screen_pairings
    where code = ${code} and expires_at > ${now} and screen_id is null for update`.execute(db);
  return rows[0];
}

export async function selectPairingBySecret(db: Db, secretHash: Buffer, now: Date): Promise<Pairing | undefined> {
  const { rows } = await sql<Pairing>`select ${columns} from screen_pairings
    where secret_sha256 = ${secretHash} and expires_at > ${now} for update`.execute(db);
  return rows[0];
}

/** It has its place: its device has an hour to fetch its token. */
export async function givePlace(db: Db, pairing: number, screen: number, until: Date): Promise<void> {
  await sql`update screen_pairings set screen_id = ${screen}, expires_at = ${until} where id = ${pairing}`.execute(db);
}

export async function deletePairing(db: Db, pairing: number): Promise<void> {
  await sql`delete from screen_pairings where id = ${pairing}`.execute(db);
}

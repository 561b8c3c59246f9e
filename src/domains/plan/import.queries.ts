import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** Open dependencies that have one of these codes or names, in whatever letters and accents. */
export async function selectUnitsNamed(
  db: Db,
  codes: readonly string[],
  names: readonly string[],
): Promise<{ id: number; code: string; name: string; plainName: string }[]> {
  const { rows } = await sql<{ id: number; code: string; name: string; plainName: string }>`
    select id, code, name, plain(name) as "plainName" from units
    where closed_at is null and (code = any(${codes}::text[]) or plain(name) in (select plain(n) from unnest(${names}::text[]) n))`.execute(
    db,
  );
  return rows;
}

export async function selectPlain(db: Db, names: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{
    plain: string;
  }>`select plain(n) as plain from unnest(${names}::text[]) with ordinality as t (n, at) order by at`.execute(db);
  return rows.map((row) => row.plain);
}

export async function selectPeopleByMail(db: Db, mails: readonly string[]): Promise<Map<string, string>> {
  if (mails.length === 0) return new Map();
  const rows = await db.selectFrom('people').select(['id', 'email']).where('left_at', 'is', null).where('email', 'in', mails).execute();
  return new Map(rows.map((row) => [row.email.toLowerCase(), row.id]));
}

export async function selectMails(db: Db, people: readonly string[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map();
  const rows = await db.selectFrom('people').select(['id', 'email']).where('id', 'in', people).execute();
  return new Map(rows.map((row) => [row.id, row.email.toLowerCase()]));
}

export async function selectUnitCodes(db: Db, units: readonly number[]) {
  if (units.length === 0) return [];
  return db.selectFrom('units').select(['id', 'code', 'name']).where('id', 'in', units).execute();
}

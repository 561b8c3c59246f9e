import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Known, Waived } from './checks/checked.ts';
import type { Check } from './kind.ts';

export async function selectTerms(db: Db): Promise<Known['terms']> {
  const { rows } = await sql<Known['terms'][number]>`
    select term, meaning, instead_of as "insteadOf", sort from terms where removed_at is null order by term`.execute(db);
  return rows;
}

/** Whoever leads a dependency that is open. */
export async function selectOfficials(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct p.name from units u join people p on p.id = u.head_id where u.closed_at is null order by p.name`.execute(db);
  return rows.map(({ name }) => name);
}

export async function selectWaivers(db: Db, piece: number): Promise<Map<Check, Waived>> {
  const { rows } = await sql<Waived & { check: Check }>`
    select w."check", coalesce(p.name, '') as who, w.reason, w.at from waivers w left join people p on p.id = w.person_id
    where w.piece_id = ${piece} and w.ended_at is null`.execute(db);
  return new Map(rows.map(({ check, ...waived }) => [check, waived]));
}

export async function insertWaiver(
  db: Db,
  waiver: { piece: number; check: Check; reason: string },
  by: string | null,
  now: Date,
): Promise<void> {
  await sql`insert into waivers (piece_id, "check", reason, person_id, at)
    values (${waiver.piece}, ${waiver.check}, ${waiver.reason}, ${by}, ${now})`.execute(db);
}

export async function endWaiver(db: Db, piece: number, check: Check, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`update waivers set ended_at = ${now}
    where piece_id = ${piece} and "check" = ${check} and ended_at is null`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}

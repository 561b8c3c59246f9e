import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** What one agrees to whose visits are remembered. */
export const visitsPurpose = 'visitas';

/** Somebody's browser looked at a section; it has remembered since it was told so. */
export interface Visited {
  readonly contact: number;
  readonly since: Date;
  readonly section: string;
}

/**
 * Notes visits of those who agree, now and ever since their browser remembers, to its being done. @returns the places, in what was given, of
 * those that may not be noted
 */
export async function insertVisits(db: Db, seen: readonly Visited[], today: string): Promise<number[]> {
  const { rows } = await sql<{ at: number }>`
    with seen as materialized (
      select * from json_to_recordset(${JSON.stringify(seen.map((one, at) => ({ ...one, at })))}::json)
        as s(at int, contact bigint, since timestamptz, section text)),
    -- Locked, so that who takes it back meanwhile finds what was noted, or it is not noted.
    agree as materialized (
      select c.id from contacts c where c.id in (select contact from seen) and c.erased_at is null and 'visitas' = any (c.purposes)
        and exists (select from purposes where code = 'visitas' and closed_at is null) for share of c),
    allowed as (
      select s.* from seen s join agree a on a.id = s.contact
      where not exists (select from consents k where k.contact_id = s.contact and k.purpose = 'visitas' and k.act = 'withdrawn' and k.at > s.since)),
    noted as (
      insert into interactions (contact_id, act, about, day, source)
      select distinct contact, 'visited', section, ${today}::date, 'portal' from allowed on conflict do nothing)
    select at from seen where at not in (select at from allowed)`.execute(db);
  return rows.map(({ at }) => at);
}

export async function deleteVisits(db: Db): Promise<void> {
  await db.deleteFrom('interactions').where('act', '=', 'visited').execute();
}

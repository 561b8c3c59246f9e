import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export async function selectUnitNames(db: Db): Promise<{ id: number; code: string; name: string }[]> {
  const { rows } = await sql<{
    id: number;
    code: string;
    name: string;
  }>`select id, code, plain(name) as name from units where closed_at is null`.execute(db);
  return rows;
}

/** Which of these mails somebody here has, or had. */
export async function selectKnownMails(db: Db, mails: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{
    email: string;
  }>`select lower(email::text) as email from people where email = any(${mails}::citext[])`.execute(db);
  return new Set(rows.map(({ email }) => email));
}

interface Row {
  name: string;
  email: string;
  position: string;
  employment: string;
  unit: number | null;
  roles: readonly string[];
}

/** Somebody who came in by a file, with each role and the id of its grant. */
export interface Joined {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly position: string;
  readonly employment: string;
  readonly language: string;
  readonly unit: string | null;
  readonly grants: readonly { readonly id: number; readonly role: string }[];
}

/** Many at once, with their roles in the whole institution. */
export async function insertPeople(db: Db, people: readonly Row[], by: string | null, now: Date): Promise<Joined[]> {
  const { rows } = await sql<Joined>`
    with given as (select * from json_to_recordset(${JSON.stringify(people)}::json) as g(name text, email text, position text, employment text, unit bigint, roles json)),
    added as (
      insert into people (name, email, position, employment, unit_id, joined_at)
      select name, email::citext, position, employment, unit, ${now}::timestamptz from given returning id, name, email, position, employment, language, unit_id),
    granted as (
      insert into grants (person_id, role, granted_by, granted_at)
      select a.id, r.role, ${by}::uuid, ${now}::timestamptz
      from added a join given g on g.email::citext = a.email, json_array_elements_text(g.roles) as r(role)
      returning id, person_id, role)
    select a.id, a.name, a.email, a.position, a.employment, a.language, u.name as unit,
           coalesce(json_agg(json_build_object('id', r.id, 'role', r.role) order by r.id) filter (where r.id is not null), '[]') as grants
    from added a left join units u on u.id = a.unit_id left join granted r on r.person_id = a.id
    group by a.id, a.name, a.email, a.position, a.employment, a.language, u.name`.execute(db);
  return rows;
}

import { sql, type SqlBool } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { forgiving } from '#platform/db/forgiving.ts';

export interface PeopleFilter {
  readonly search?: string | undefined;
  /** Small typos too: for when the text as it was written finds nobody. */
  readonly forgive?: boolean;
  /** This dependency and all below it. */
  readonly unit?: number | undefined;
  readonly role?: string | undefined;
  /** `invited`: has never come in. */
  readonly state?: 'active' | 'invited' | 'left' | undefined;
}

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly position: string;
  readonly employment: 'servant' | 'contractor';
  readonly unit_id: number | null;
  readonly unit: string | null;
  readonly roles: readonly { role: string; unit: string | null }[];
  readonly joined_at: Date;
  readonly left_at: Date | null;
  readonly last_seen_at: Date | null;
}

/** People in order of name; `after` is the last one of the page before. */
export async function selectPeople(
  db: Db,
  filter: PeopleFilter,
  page: { after?: string | undefined; limit: number },
): Promise<PersonRow[]> {
  const wanted = filtered(filter);
  const start =
    page.after === undefined
      ? sql<SqlBool>`true`
      : sql<SqlBool>`(plain(p.name), p.id) > (select plain(name), id from people where id = ${page.after})`;
  return searching(db, filter, async (inside) => {
    const { rows } = await sql<PersonRow>`
      select p.id, p.name, p.email, p.position, p.employment, p.unit_id, u.name as unit, p.joined_at, p.left_at, p.last_seen_at,
        coalesce((select json_agg(json_build_object('role', g.role, 'unit', gu.name) order by g.id)
          from grants g left join units gu on gu.id = g.unit_id where g.person_id = p.id and g.ended_at is null), '[]') as roles
      from people p left join units u on u.id = p.unit_id
      where ${wanted} and ${start} order by plain(p.name), p.id limit ${page.limit}`.execute(inside);
    return rows;
  });
}

export async function countPeople(db: Db, filter: PeopleFilter): Promise<number> {
  return searching(db, filter, async (inside) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from people p where ${filtered(filter)}`.execute(inside);
    return rows[0]!.count;
  });
}

const searching = <T>(db: Db, filter: PeopleFilter, read: (db: Db) => Promise<T>) => (filter.forgive ? forgiving(db, read) : read(db));

function filtered({ search, forgive = false, unit, role, state }: PeopleFilter) {
  const all = [sql<SqlBool>`true`];
  if (search && forgive) all.push(sql`plain(${search}) <% plain(p.name)`);
  else if (search)
    all.push(sql`(plain(p.name) like '%' || plain(${search}) || '%' or plain(p.email::text) like '%' || plain(${search}) || '%')`);
  if (unit) all.push(sql`p.unit_id in (select unit_id from unit_ancestors where ancestor_id = ${unit})`);
  if (role) all.push(sql`exists (select from grants g where g.person_id = p.id and g.role = ${role} and g.ended_at is null)`);
  if (state === 'left') all.push(sql`p.left_at is not null`);
  else all.push(sql`p.left_at is null`);
  if (state === 'invited') all.push(sql`p.last_seen_at is null`);
  if (state === 'active') all.push(sql`p.last_seen_at is not null`);
  return sql.join(all, sql` and `);
}

export function selectPerson(db: Db, id: string) {
  return db
    .selectFrom('people as p')
    .leftJoin('units as u', 'u.id', 'p.unit_id')
    .select([
      'p.id',
      'p.name',
      'p.email',
      'p.position',
      'p.employment',
      'p.unit_id',
      'p.language',
      'p.joined_at',
      'p.left_at',
      'p.last_seen_at',
      'p.totp_confirmed_at',
      'p.version',
      'u.name as unit',
    ])
    .where('p.id', '=', id)
    .executeTakeFirst();
}

/** Somebody who is here, named by id or mail; undefined when he is not, null when nobody was named. */
export async function selectPersonRef(db: Db, ref: string | null): Promise<{ id: string; name: string } | null | undefined> {
  if (ref === null) return null;
  return db
    .selectFrom('people')
    .select(['id', 'name'])
    .where(ref.includes('@') ? 'email' : 'id', '=', ref)
    .where('left_at', 'is', null)
    .executeTakeFirst();
}

export function selectPersonByMail(db: Db, email: string) {
  return db.selectFrom('people').select(['id', 'name', 'left_at']).where('email', '=', email).executeTakeFirst();
}

export interface PersonFields {
  readonly name: string;
  readonly email: string;
  readonly position: string;
  readonly employment: 'servant' | 'contractor';
  readonly unit: number | null;
  readonly language: 'es' | 'en';
}

export async function insertPerson(db: Db, person: PersonFields, now: Date): Promise<string> {
  const { id } = await db
    .insertInto('people')
    .values({ ...columns(person), joined_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updatePerson(db: Db, id: string, person: PersonFields): Promise<void> {
  await db
    .updateTable('people')
    .set((row) => ({ ...columns(person), version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

const columns = ({ name, email, position, employment, unit, language }: PersonFields) => ({
  name,
  email,
  position,
  employment,
  unit_id: unit,
  language,
});

export async function markLeft(db: Db, id: string, at: Date | null): Promise<void> {
  await db
    .updateTable('people')
    .set((row) => ({ left_at: at, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Hands the places of head and liaison that somebody held to another, or leaves them empty. */
export async function handOverPlaces(db: Db, from: string, to: string | null): Promise<void> {
  await sql`update units set version = version + 1, head_id = case when head_id = ${from} then ${to}::uuid else head_id end,
    liaison_id = case when liaison_id = ${from} then ${to}::uuid else liaison_id end
    where head_id = ${from} or liaison_id = ${from}`.execute(db);
}

export function selectPlaces(db: Db, person: string) {
  return db
    .selectFrom('units')
    .select(['id', 'name', 'head_id', 'liaison_id'])
    .where('closed_at', 'is', null)
    .where((where) => where.or([where('head_id', '=', person), where('liaison_id', '=', person)]))
    .orderBy('name')
    .execute();
}

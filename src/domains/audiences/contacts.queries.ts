import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Contact } from './contact.ts';
import type { ContactFilter, ContactInput } from './contacts.input.ts';
import { copyInteractions, deleteInteractions } from './interactions.queries.ts';

const columns = sql`c.id, c.kind, c.name, c.email::text as email, c.phone, c.organization, c.language, c.region, c.person_id as person,
  c.unit_id as unit, u.name as "unitName", c.employment, c.interests, c.attributes, c.purposes, c.stopped, c.import_id as "importId",
  c.created_at as "createdAt", c.changed_at as "changedAt", c.version`;

const searched = sql`plain(c.name || ' ' || coalesce(c.email::text, '') || ' ' || c.organization)`;

/** A filter, and the condition of the segment that it names. */
export type Wanted = ContactFilter & { readonly condition?: RawBuilder<SqlBool> | undefined };

function wanted({ q, kind, region, unit, purpose, import: importId, state, condition }: Wanted): RawBuilder<SqlBool> {
  const all = [sql<SqlBool>`c.erased_at is null`];
  if (condition) all.push(condition);
  if (q) all.push(sql`${searched} like '%' || plain(${q}) || '%'`);
  if (kind) all.push(sql`c.kind = ${kind}`);
  if (region) all.push(region.length === 2 ? sql`c.region >= ${region} and c.region < ${`${region}~`}` : sql`c.region = ${region}`);
  if (unit) all.push(sql`c.unit_id in (select unit_id from unit_ancestors where ancestor_id = ${unit})`);
  if (purpose) all.push(sql`c.purposes @> array[${purpose}]`);
  if (importId) all.push(sql`c.import_id = ${importId}`);
  if (state === 'stopped') all.push(sql`c.stopped`);
  if (state === 'silent') all.push(sql`c.purposes = '{}' and c.kind <> 'staff'`);
  return sql.join(all, sql` and `) as RawBuilder<SqlBool>;
}

/**
 * In order of name; `after` is the last one of the page before. Of `few` all are found by what narrows them, and then put in order: walking the
 * order until a page is full, as is right for many, would look at everybody.
 */
export async function selectContacts(db: Db, filter: Wanted, limit: number, few: boolean): Promise<Contact[]> {
  const start = filter.after
    ? sql<SqlBool>`(plain(c.name), c.id) > (select plain(name), id from contacts where id = ${filter.after})`
    : sql<SqlBool>`true`;
  const found = few
    ? sql`with found as materialized (select c.id from contacts c where ${wanted(filter)})
        select ${columns} from found join contacts c on c.id = found.id left join units u on u.id = c.unit_id where ${start}`
    : sql`select ${columns} from contacts c left join units u on u.id = c.unit_id where ${wanted(filter)} and ${start}`;
  const { rows } = await sql<Contact>`${found} order by plain(c.name), c.id limit ${limit}`.execute(db);
  return rows;
}

/** How many there are, or `limit` when there are more: nobody reads further than that. */
export async function countContacts(db: Db, filter: Wanted, limit: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (select from contacts c where ${wanted(filter)} limit ${limit}) seen`.execute(db);
  return rows[0]!.count;
}

export interface Standing {
  readonly kind: string;
  readonly count: number;
}

export async function countByKind(db: Db): Promise<Standing[]> {
  const { rows } = await sql<Standing>`select kind, count(*) as count from contacts where erased_at is null group by kind`.execute(db);
  return rows;
}

export async function selectContact(db: Db, id: number, lock = false): Promise<Contact | undefined> {
  const { rows } = await sql<Contact>`select ${columns} from contacts c left join units u on u.id = c.unit_id
    where c.id = ${id} and c.erased_at is null ${lock ? sql`for update of c` : sql``}`.execute(db);
  return rows[0];
}

export async function selectContactByMail(db: Db, email: string): Promise<{ id: number; name: string; kind: string } | undefined> {
  return db
    .selectFrom('contacts')
    .select(['id', 'name', 'kind'])
    .where('email', '=', email)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
}

/** Others that may be the same: of the same telephone, or of the same name in the same place. */
export async function selectAlike(db: Db, contact: Contact): Promise<Contact[]> {
  const { rows } = await sql<Contact>`
    select ${columns} from contacts c left join units u on u.id = c.unit_id where c.id in (
      (select id from contacts where erased_at is null and phone = ${contact.phone} and id <> ${contact.id} limit 5)
      union
      (select id from contacts where erased_at is null and plain(name) = plain(${contact.name}) and id <> ${contact.id}
         and region is not distinct from ${contact.region} limit 5))
    order by c.id limit 8`.execute(db);
  return rows;
}

export async function insertContact(db: Db, given: ContactInput, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('contacts')
    .values({ ...row(given), created_at: now, changed_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateContact(db: Db, id: number, given: ContactInput, now: Date): Promise<void> {
  await db
    .updateTable('contacts')
    .set((own) => ({ ...row(given), changed_at: now, version: own('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

const row = ({ kind, name, email, phone, organization, language, region, interests, attributes }: ContactInput) => ({
  kind,
  name,
  email,
  phone,
  organization,
  language,
  region,
  interests: [...interests],
  attributes: JSON.stringify(attributes),
});

/** Takes out all that is personal; what it agreed to stays as proof, without whom. */
export async function eraseContact(db: Db, id: number, now: Date, mergedInto: number | null = null): Promise<void> {
  await sql`update contacts set name = '', email = null, phone = null, organization = '', region = null, interests = '{}', attributes = '{}',
      purposes = '{}', kind = 'citizen', person_id = null, unit_id = null, employment = null, import_id = null, erased_at = ${now},
      changed_at = ${now}, merged_into = ${mergedInto}, version = version + 1 where id = ${id}`.execute(db);
  await sql`delete from contact_import_changes where contact_id = ${id}`.execute(db);
  await deleteInteractions(db, [id]);
}

/** What one agreed to, asked and did goes on as the other's. */
export async function handOver(db: Db, from: number, to: number): Promise<void> {
  await sql`update data_requests set contact_id = ${to} where contact_id = ${from}`.execute(db);
  // A copy, so that the trigger adds up what holds now; the first ones stay where they were given.
  await sql`insert into consents (contact_id, purpose, text_number, act, channel, at, proof, person_id)
    select ${to}, purpose, text_number, act, channel, at, proof, person_id from consents where contact_id = ${from} order by at, id`.execute(
    db,
  );
  await copyInteractions(db, from, to);
}

export async function selectContactNames(db: Db, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id::text as id, name from contacts where id = any(${ids.filter((id) => /^\d{1,15}$/.test(id))}::bigint[]) and erased_at is null`.execute(
    db,
  );
  return rows;
}

const fewest = 5_000;

/**
 * Whom a search finds, as a condition on the column that names a contact in a list of something else: `few` of them by their ids, else each is
 * asked about as the list is walked.
 */
export async function foundIn(
  db: Db,
  search: string,
  contact: RawBuilder<unknown>,
): Promise<{ readonly few: boolean; readonly condition: RawBuilder<SqlBool> }> {
  const fits = sql<SqlBool>`${searched} like '%' || plain(${search.replace(/[\\%_]/g, '\\$&')}) || '%'`;
  const { rows } = await sql<{ id: number }>`select c.id from contacts c where c.erased_at is null and ${fits} limit ${fewest + 1}`.execute(
    db,
  );
  if (rows.length <= fewest) return { few: true, condition: sql<SqlBool>`${contact} = any (${rows.map(({ id }) => id)}::bigint[])` };
  const asked = sql<SqlBool>`coalesce((select ${fits} from contacts c where c.id = ${contact} and c.erased_at is null), false)`;
  return { few: false, condition: asked };
}

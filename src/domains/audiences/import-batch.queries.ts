import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { ContactInput } from './contacts.input.ts';
import { deleteInteractions } from './interactions.queries.ts';

type Given = Omit<ContactInput, 'kind' | 'interests'> & { readonly kind: string; readonly interests: readonly string[] };

/** A contact that is there already for a row of a file. */
export interface KnownContact extends Given {
  readonly at: number;
  readonly id: number;
  readonly stopped: boolean;
  readonly version: number;
}

/** By mail; without one, by telephone and name. `at` is the place in what was given. */
export async function selectKnown(
  db: Db,
  given: readonly { email: string | null; phone: string | null; name: string }[],
): Promise<KnownContact[]> {
  const rows = given.map(({ email, phone, name }, at) => ({ at, email, phone, name }));
  const found = await sql<KnownContact>`
    with given as materialized (select * from json_to_recordset(${JSON.stringify(rows)}::json) as g(at int, email citext, phone text, name text)),
    known as (
      select g.at, c.id from given g join contacts c on c.email = g.email and c.erased_at is null
      union
      select g.at, min(c.id) from given g join contacts c on c.phone = g.phone and c.erased_at is null and plain(c.name) = plain(g.name)
      where g.email is null group by g.at)
    select k.at, c.id, c.kind, c.name, c.email::text as email, c.phone, c.organization, c.language, c.region, c.interests, c.attributes, c.stopped, c.version
    from known k join contacts c on c.id = k.id order by k.at for update of c`.execute(db);
  return found.rows;
}

/** Many at once; `purposes` are what they agree to, unless their address is on the list of those not to write to. */
export async function insertMany(
  db: Db,
  given: readonly Given[],
  { importId, purposes, now }: { importId: number; purposes: readonly string[]; now: Date },
): Promise<{ id: number; stopped: boolean }[]> {
  if (given.length === 0) return [];
  const { rows } = await sql<{ id: number; stopped: boolean }>`
    insert into contacts (kind, name, email, phone, organization, language, region, interests, attributes, purposes, import_id, created_at, changed_at)
    select g.kind, g.name, g.email, g.phone, g.organization, g.language, g.region, g.interests, g.attributes,
      case when g.email is not null and exists (select from suppressions where email_sha256 = mail_hash(g.email)) then '{}' else ${[...purposes]}::text[] end,
      ${importId}, ${now}, ${now}
    from json_to_recordset(${JSON.stringify(given)}::json) as g(kind text, name text, email citext, phone text, organization text, language text,
      region text, interests text[], attributes jsonb)
    returning id, stopped`.execute(db);
  return rows;
}

/** Changes many, and keeps what was before so that it can be undone. */
export async function changeMany(
  db: Db,
  changed: readonly (Given & { readonly id: number; readonly before: object })[],
  { importId, now }: { importId: number; now: Date },
): Promise<void> {
  if (changed.length === 0) return;
  await sql`
    with given as (select * from json_to_recordset(${JSON.stringify(changed)}::json) as g(id bigint, name text, email citext, phone text,
      organization text, language text, region text, interests text[], attributes jsonb, before jsonb)),
    done as (
      update contacts c set name = g.name, email = g.email, phone = g.phone, organization = g.organization, language = g.language, region = g.region,
        interests = g.interests, attributes = g.attributes, changed_at = ${now}, version = c.version + 1
      from given g where c.id = g.id returning c.id, c.version)
    insert into contact_import_changes (import_id, contact_id, version, before)
    select ${importId}, g.id, d.version, g.before from given g join done d on d.id = g.id
    on conflict (import_id, contact_id) do update set version = excluded.version`.execute(db);
}

/** What they agreed to in the file: on the day it says, so that whoever took it back since stays as he wants. */
export async function insertImportConsents(
  db: Db,
  contacts: readonly number[],
  given: { importId: number; purposes: readonly string[]; proof: string; on: string; by: string | null },
): Promise<void> {
  if (contacts.length === 0 || given.purposes.length === 0) return;
  await sql`insert into consents (contact_id, purpose, text_number, act, channel, at, proof, person_id, import_id)
    select c.id, p.purpose, (select max(number) from purpose_texts t where t.purpose = p.purpose), 'given', 'import', ${given.on}::date, ${given.proof},
      ${given.by}::uuid, ${given.importId}
    from unnest(${[...contacts]}::bigint[]) c(id) cross join unnest(${[...given.purposes]}::text[]) p(purpose)`.execute(db);
}

/** Takes out some of what came in with an import: those whom nobody touched since. @returns how many were left out or put back */
export async function undoSome(db: Db, importId: number, limit: number, now: Date): Promise<{ looked: number; undone: number }> {
  const { rows: untouched } = await sql<{ id: number }>`
    select c.id from contacts c where c.import_id = ${importId} and c.version = 1 and c.erased_at is null
      and not exists (select from consents k where k.contact_id = c.id and k.import_id is distinct from ${importId})
      and not exists (select from interactions n where n.contact_id = c.id and n.import_id is distinct from ${importId})
      and not exists (select from data_requests d where d.contact_id = c.id)
      and not exists (select from contact_import_changes h where h.contact_id = c.id)
      and not exists (select from contacts m where m.merged_into = c.id)
    order by c.id limit ${limit} for update of c`.execute(db);
  if (untouched.length > 0) {
    const ids = untouched.map(({ id }) => id);
    await sql`delete from consents where contact_id = any(${ids}::bigint[])`.execute(db);
    await deleteInteractions(db, ids);
    await sql`delete from contacts where id = any(${ids}::bigint[])`.execute(db);
    return { looked: ids.length, undone: ids.length };
  }
  const { rows } = await sql<{ id: number; put: boolean }>`
    with some_of as (
      delete from contact_import_changes where (import_id, contact_id) in (
        select import_id, contact_id from contact_import_changes where import_id = ${importId} order by contact_id limit ${limit})
      returning contact_id, version, before),
    put as (
      update contacts c set name = s.before->>'name', email = (s.before->>'email')::citext, phone = s.before->>'phone',
        organization = s.before->>'organization', language = s.before->>'language', region = s.before->>'region',
        interests = array(select jsonb_array_elements_text(s.before->'interests')), attributes = s.before->'attributes', changed_at = ${now},
        version = c.version + 1
      from some_of s where c.id = s.contact_id and c.version = s.version and c.erased_at is null returning c.id)
    select s.contact_id as id, p.id is not null as put from some_of s left join put p on p.id = s.contact_id`.execute(db);
  return { looked: rows.length, undone: rows.filter(({ put }) => put).length };
}

/** What was agreed to in the file by those who stay is no more: what holds is added up again. */
export async function forgetImportConsents(db: Db, importId: number, limit: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with gone as (
      delete from consents where id in (select id from consents where import_id = ${importId} order by id limit ${limit}) returning id, contact_id),
    held as (
      select contact_id, array_agg(purpose order by purpose) filter (where act = 'given') as purposes from (
        select distinct on (contact_id, purpose) contact_id, purpose, act from consents
        where contact_id in (select contact_id from gone) and id not in (select id from gone) order by contact_id, purpose, at desc, id desc) last
      group by contact_id)
    update contacts c set purposes = coalesce((select purposes from held where held.contact_id = c.id), '{}')
    where c.id in (select contact_id from gone) returning c.id`.execute(db);
  return rows.length;
}

import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Act } from './interactions.input.ts';

/** What something is done with: an event, a survey, a section of the portal (its code, as its address begins). */
export interface InteractionSubject {
  readonly act: Act;
  readonly code: string;
  readonly name: string;
}

/** A contact did something, on a day. */
export interface Interaction {
  readonly id: number;
  readonly act: Act;
  readonly about: string;
  readonly name: string;
  readonly day: string;
  readonly source: 'import' | 'api' | 'portal';
  readonly importId: number | null;
  /** Its file. */
  readonly importName: string | null;
}

/** One that is known keeps its name. */
export async function keepSubjects(db: Db, given: readonly InteractionSubject[], now: Date): Promise<void> {
  await db
    .insertInto('interaction_subjects')
    .values(given.map(({ act, code, name }) => ({ act, code, name, created_at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const most = 500;

/** Those with which somebody did something, the newest first. */
export async function selectSubjects(db: Db): Promise<InteractionSubject[]> {
  const { rows } = await sql<InteractionSubject>`
    select s.act, s.code, s.name from interaction_subjects s
    where exists (select from interactions i where i.act = s.act and i.about = s.code)
    order by s.created_at desc, s.act, s.code limit ${most}`.execute(db);
  return rows;
}

interface Done {
  readonly act: Act;
  readonly about: string;
  readonly on: string;
  readonly importId: number | null;
}

/** @returns how many are new */
export async function insertInteractions(db: Db, contacts: readonly number[], { act, about, on, importId }: Done): Promise<number> {
  if (contacts.length === 0) return 0;
  const { numAffectedRows } = await sql`
    insert into interactions (contact_id, act, about, day, source, import_id)
    select c.id, ${act}, ${about}, ${on}::date, ${importId === null ? 'api' : 'import'}, ${importId}
    from unnest(${[...contacts]}::bigint[]) c(id) on conflict do nothing`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** The last first. */
export async function selectInteractions(db: Db, contact: number, limit: number): Promise<Interaction[]> {
  const { rows } = await sql<Interaction>`
    select i.id, i.act, i.about, s.name, i.day, i.source, i.import_id as "importId", f.name as "importName"
    from interactions i join interaction_subjects s on s.act = i.act and s.code = i.about left join contact_imports f on f.id = i.import_id
    where i.contact_id = ${contact} order by i.day desc, i.id desc limit ${limit}`.execute(db);
  return rows;
}

/** What one did with something: on how many days, and the last of them. */
export interface DoneThing extends InteractionSubject {
  readonly contact: number;
  readonly times: number;
  readonly last: string;
}

export async function selectDone(db: Db, contacts: readonly number[]): Promise<DoneThing[]> {
  const { rows } = await sql<DoneThing>`
    select i.contact_id as contact, i.act, i.about as code, s.name, count(*) as times, max(i.day) as last
    from interactions i join interaction_subjects s on s.act = i.act and s.code = i.about
    where i.contact_id = any(${[...contacts]}::bigint[]) group by i.contact_id, i.act, i.about, s.name
    order by i.contact_id, last desc, i.act, i.about`.execute(db);
  return rows;
}

/** @returns what had been done; undefined when the contact has no such interaction */
export async function deleteInteraction(db: Db, contact: number, id: number): Promise<Act | undefined> {
  const { rows } = await sql<{ act: Act }>`delete from interactions where id = ${id} and contact_id = ${contact} returning act`.execute(db);
  return rows[0]?.act;
}

/** What one did goes on as the other's; what he looked at only if the other, as he is now, agrees to its being remembered. */
export async function copyInteractions(db: Db, from: number, to: number): Promise<void> {
  await sql`insert into interactions (contact_id, act, about, day, source, import_id)
    select c.id, i.act, i.about, i.day, i.source, i.import_id from interactions i join contacts c on c.id = ${to}
    where i.contact_id = ${from} and (i.act <> 'visited' or 'visitas' = any (c.purposes)) on conflict do nothing`.execute(db);
}

export async function deleteInteractions(db: Db, contacts: readonly number[]): Promise<void> {
  await sql`delete from interactions where contact_id = any(${[...contacts]}::bigint[])`.execute(db);
}

/** What came with an import and stayed on contacts that stay, some at a time. */
export async function forgetImportInteractions(db: Db, importId: number, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from interactions where id in (select id from interactions where import_id = ${importId} order by id limit ${limit})`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0);
}

/** @returns how many there were */
export async function deleteOldInteractions(db: Db, before: { listed: string; visited: string }): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from interactions where day < case act when 'visited' then ${before.visited}::date else ${before.listed}::date end`.execute(db);
  return Number(numAffectedRows ?? 0);
}

import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** Another contact that has the mail of one of the house. */
export async function selectSameMail(db: Db, person: string): Promise<{ id: number } | undefined> {
  const { rows } = await sql<{ id: number }>`
    select c.id from contacts c join people p on p.email = c.email
    where p.id = ${person} and c.erased_at is null and c.person_id is null`.execute(db);
  return rows[0];
}

export async function selectStaffContact(db: Db, person: string): Promise<{ id: number } | undefined> {
  return db.selectFrom('contacts').select('id').where('person_id', '=', person).executeTakeFirst();
}

/** A contact that was written before becomes one of the house. */
export async function takeAsStaff(db: Db, id: number, person: string): Promise<void> {
  await sql`update contacts set kind = 'staff', person_id = ${person} where id = ${id}`.execute(db);
}

/** What the directory says now, in the contact of whoever is in it; undefined when he has left. */
export async function upsertStaff(db: Db, person: string, now: Date): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    insert into contacts (kind, name, email, language, person_id, unit_id, employment, created_at, changed_at)
    select 'staff', name, email, language, id, unit_id, employment, ${now}, ${now} from people where id = ${person} and left_at is null
    on conflict (person_id) do update set name = excluded.name, email = excluded.email, language = excluded.language,
      unit_id = excluded.unit_id, employment = excluded.employment, changed_at = excluded.changed_at, version = contacts.version + 1
    returning id`.execute(db);
  return rows[0]?.id;
}

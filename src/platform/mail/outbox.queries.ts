import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Mail } from './outbox.ts';

export async function insertMail(db: Db, mail: Mail, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('outbox_mails')
    .values({
      to_address: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html ?? null,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Many in one statement; their ids in the order given. */
export async function insertMails(db: Db, mails: readonly Mail[], now: Date): Promise<number[]> {
  const given = mails.map(({ to, subject, text, html }, at) => ({ at, to, subject, text, html: html ?? null }));
  const { rows } = await sql<{ id: number }>`
    with given as materialized (
      select g.*, nextval(pg_get_serial_sequence('outbox_mails', 'id')) as id
      from json_to_recordset(${JSON.stringify(given)}::json) as g(at int, "to" text, subject text, text text, html text) order by g.at
    ), written as (
      insert into outbox_mails (id, to_address, subject, text, html, created_at) overriding system value
      select id, "to", subject, text, html, ${now}::timestamptz from given
    )
    select id from given order by at`.execute(db);
  return rows.map(({ id }) => id);
}

/** Takes the oldest that nobody has tried, and marks it tried before it leaves: whatever happens then, it is not sent twice. */
export async function claimMail(db: Db, now: Date) {
  const { rows } = await sql<{ id: number; to_address: string; subject: string; text: string; html: string | null }>`
    update outbox_mails set attempted_at = ${now}, attempts = attempts + 1, error = null
    where id = (select id from outbox_mails where attempted_at is null order by id limit 1 for update skip locked)
    returning id, to_address, subject, text, html`.execute(db);
  return rows[0];
}

export async function markSent(db: Db, id: number, now: Date): Promise<void> {
  await db.updateTable('outbox_mails').set({ sent_at: now }).where('id', '=', id).execute();
}

export async function markRefused(db: Db, id: number, error: string): Promise<void> {
  await db.updateTable('outbox_mails').set({ error }).where('id', '=', id).execute();
}

/** Puts a mail whose refusal is certain back among those that wait. */
export async function releaseMail(db: Db, id: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox_mails')
    .set({ attempted_at: null })
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where('error', 'is not', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export function listMails(db: Db, search: string, limit: number, offset: number) {
  let query = db
    .selectFrom('outbox_mails')
    .select(['id', 'to_address', 'subject', 'created_at', 'attempted_at', 'sent_at', 'kept_at', 'error'])
    .select(sql<number>`count(*) over ()`.as('total'));
  if (search) {
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(({ or, eb }) =>
      or([eb(sql`plain(subject)`, 'like', sql`plain(${pattern})`), eb(sql`plain(to_address)`, 'like', sql`plain(${pattern})`)]),
    );
  }
  return query.orderBy('id', 'desc').limit(limit).offset(offset).execute();
}

export function selectMail(db: Db, id: number) {
  return db.selectFrom('outbox_mails').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function selectRecipients(db: Db): Promise<{ id: number; to: string }[]> {
  return db.selectFrom('outbox_mails').select(['id', 'to_address as to']).forUpdate().execute();
}

/** Other texts, without HTML; one that waited counts as tried, with an unknown outcome. */
export async function replaceTexts(db: Db, texts: readonly { id: number; text: string }[], now: Date): Promise<void> {
  await sql`
    update outbox_mails m set text = given.text, html = null, letter_id = null, attempted_at = coalesce(m.attempted_at, ${now}::timestamptz)
    from json_to_recordset(${JSON.stringify(texts)}::json) as given(id bigint, text text) where m.id = given.id`.execute(db);
}

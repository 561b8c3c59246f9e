import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export async function insertLetter(db: Db, { key, text, html }: { key: string; text: string; html: string }, now: Date): Promise<number> {
  // Written over itself: two that come at once both learn its number.
  const { rows } = await sql<{ id: number }>`
    insert into outbox_letters (key, text, html, created_at) values (${key}, ${text}, ${html}, ${now})
    on conflict (key) do update set key = excluded.key returning id`.execute(db);
  return rows[0]!.id;
}

export async function selectLetter(db: Db, id: number): Promise<{ key: string; text: string; html: string }> {
  return db.selectFrom('outbox_letters').select(['key', 'text', 'html']).where('id', '=', id).executeTakeFirstOrThrow();
}

/** Many in one statement; nobody sends them, because they count as tried. */
export async function insertKept(
  db: Db,
  letter: number,
  mails: readonly { to: string; subject: string; text: string; html: string }[],
  now: Date,
): Promise<number[]> {
  const given = mails.map((mail, at) => ({ at, ...mail }));
  const { rows } = await sql<{ id: number }>`
    with given as materialized (
      select g.*, nextval(pg_get_serial_sequence('outbox_mails', 'id')) as id
      from json_to_recordset(${JSON.stringify(given)}::json) as g(at int, "to" text, subject text, text text, html text) order by g.at
    ), written as (
      insert into outbox_mails (id, to_address, subject, text, html, created_at, attempted_at, kept_at, letter_id) overriding system value
      select id, "to", subject, text, html, ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz, ${letter}::bigint from given
    )
    select id from given order by at`.execute(db);
  return rows.map(({ id }) => id);
}

export async function forgetLetters(db: Db): Promise<void> {
  await db.deleteFrom('outbox_letters').execute();
}

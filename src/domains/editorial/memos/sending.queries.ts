import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export async function markSent(
  db: Db,
  memo: number,
  { people, remindOn, by }: { people: number; remindOn: string | null; by: string | null },
  now: Date,
): Promise<void> {
  await sql`update memos set state = 'sent', sent_at = ${now}, sent_by = ${by}, recipients = ${people}, remind_on = ${remindOn}::date
    where id = ${memo}`.execute(db);
  // So many at once change what every plan should know of the table, long before it is looked at by itself.
  if (people >= 1000) await sql`analyze memo_recipients`.execute(db);
}

/** Memos of which somebody is reminded today, locked; another worker's are left to it. */
export async function selectReminding(
  db: Db,
  today: string,
): Promise<
  { id: number; title: string; label: string; slug: string; reminded: number; remindTimes: number; remindAfter: number; remindOn: string }[]
> {
  const { rows } = await sql<{
    id: number;
    title: string;
    label: string;
    slug: string;
    reminded: number;
    remindTimes: number;
    remindAfter: number;
    remindOn: string;
  }>`select m.id, v.title, m.label, p.slug, m.reminded, m.remind_times as "remindTimes", m.remind_after as "remindAfter", m.remind_on as "remindOn"
    from memos m join piece_versions v on v.id = m.version_id join pieces p on p.id = m.piece_id
    where m.state = 'sent' and m.remind_on <= ${today}::date order by m.id for update of m skip locked`.execute(db);
  return rows;
}

export async function markReminded(db: Db, memo: number, next: string | null): Promise<void> {
  await sql`update memos set reminded = reminded + 1, remind_on = ${next}::date where id = ${memo}`.execute(db);
}

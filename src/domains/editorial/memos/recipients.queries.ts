import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Addressed } from './memo.ts';

/** Whoever a memo goes to, each once, with the dependency by which he gets it. */
function addressees({ units, below, headsOnly }: Addressed): RawBuilder<unknown> {
  const within = (unit: RawBuilder<unknown>) =>
    units.length === 0
      ? sql`true`
      : sql`${unit} in (select a.unit_id from unit_ancestors a where a.ancestor_id = any (${[...units]}::bigint[]) ${below ? sql`` : sql`and a.depth = 0`})`;
  return headsOnly
    ? sql`select distinct on (p.id) p.id as person, u.id as unit from units u join people p on p.id = u.head_id
        where p.left_at is null and u.closed_at is null and ${within(sql`u.id`)} order by p.id, u.id`
    : sql`select p.id as person, p.unit_id as unit from people p where p.left_at is null and ${within(sql`p.unit_id`)}`;
}

/** How many they are, apart from whoever signs. */
export async function countAddressed(db: Db, to: Addressed, signs: string | null): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from (${addressees(to)}) x where x.person is distinct from ${signs}::uuid`.execute(db);
  return rows[0]!.count;
}

/** Fixes for whom a memo is, in one statement; whoever signed it has read it. How many, by dependency. */
export async function insertMemoRecipients(
  db: Db,
  memo: { id: number; signedBy: string } & Addressed,
): Promise<{ unit: number | null; people: number }[]> {
  const { rows } = await sql<{ unit: number | null; people: number }>`
    with written as (
      insert into memo_recipients (memo_id, person_id, unit_id)
      select ${memo.id}, x.person, x.unit from (${addressees(memo)}) x where x.person <> ${memo.signedBy} returning unit_id)
    select unit_id as unit, count(*)::int as people from written group by 1 order by 1`.execute(db);
  return rows;
}

export async function selectUnread(db: Db, memo: number): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    select r.person_id as person from memo_recipients r join people p on p.id = r.person_id and p.left_at is null
    where r.memo_id = ${memo} and r.read_at is null order by r.id`.execute(db);
  return rows.map(({ person }) => person);
}

export async function selectRecipientIds(db: Db, memo: number): Promise<string[]> {
  const { rows } = await sql<{
    person: string;
  }>`select person_id as person from memo_recipients where memo_id = ${memo} and person_id is not null`.execute(db);
  return rows.map(({ person }) => person);
}

/** One more reminder for each of these. */
export async function countReminder(db: Db, memo: number, people: readonly string[]): Promise<void> {
  await sql`update memo_recipients set reminders = reminders + 1 where memo_id = ${memo} and person_id = any (${[...people]}::uuid[])`.execute(
    db,
  );
}

/** A person read what is out, the first time; by which dependency he got it. Undefined when it is not for him or he had. */
export async function markRead(db: Db, memo: number, person: string, now: Date): Promise<{ unit: number | null } | undefined> {
  const { rows } = await sql<{ unit: number | null }>`
    update memo_recipients r set read_at = ${now}, means = 'intranet' from memos m
    where m.id = r.memo_id and m.state = 'sent' and r.memo_id = ${memo} and r.person_id = ${person} and r.read_at is null
    returning r.unit_id as unit`.execute(db);
  return rows[0];
}

/** The memo that is out at a publication, and when a person read it, when it is for him. */
export async function selectOwnCopy(
  db: Db,
  dispatch: number,
  person: string,
): Promise<{ memo: number; readAt: Date | null; means: string | null } | undefined> {
  const { rows } = await sql<{ memo: number; readAt: Date | null; means: string | null }>`
    select m.id as memo, r.read_at as "readAt", r.means from publications o join memos m on m.piece_id = o.piece_id and m.state = 'sent'
    join memo_recipients r on r.memo_id = m.id and r.person_id = ${person} where o.dispatch_id = ${dispatch}`.execute(db);
  return rows[0];
}

import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';

export async function insertCountedLetter(db: Db, now: Date): Promise<number> {
  const { id } = await db.insertInto('counted_letters').values({ made_at: now }).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function insertCountedLinks(db: Db, letter: number, addresses: readonly string[]): Promise<void> {
  await sql`insert into counted_links (letter_id, number, address)
    select ${letter}, at, address from unnest(${[...addresses]}::text[]) with ordinality as g(address, at)`.execute(db);
}

export async function markMailing(db: Db, letter: number, mailing: number): Promise<void> {
  await db.updateTable('counted_letters').set({ mailing_id: mailing }).where('id', '=', letter).execute();
}

export async function selectAddress(db: Db, letter: number, number: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('counted_links')
    .select('address')
    .where('letter_id', '=', letter)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.address;
}

/** One more on a day. What is counted is the letter's and the link's; nothing says who. */
export async function countOne(db: Db, letter: number, number: number, day: Day): Promise<void> {
  await sql`insert into letter_days (letter_id, number, day, shard, count)
    select ${letter}, ${number}, ${day}::date, floor(random() * 8)::int, 1 where exists (select from counted_letters where id = ${letter})
    on conflict (letter_id, number, day, shard) do update set count = letter_days.count + 1`.execute(db);
}

export interface CountedLink {
  /** 0 are openings. */
  readonly number: number;
  readonly address: string;
  readonly count: number;
}

export interface CountedDay {
  readonly day: Day;
  readonly opens: number;
  readonly clicks: number;
}

/** What of a mailing was opened and pressed: each link with its count, in the letter's order, and each day. */
export async function selectCounts(
  db: Db,
  mailing: number,
): Promise<{ links: CountedLink[]; days: CountedDay[]; opens: number } | undefined> {
  const letter = await db
    .selectFrom('counted_letters')
    .select('id')
    .where('mailing_id', '=', mailing)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!letter) return undefined;
  const [{ rows: links }, { rows: days }] = await Promise.all([
    sql<CountedLink>`select l.number, l.address, coalesce(sum(d.count), 0)::int as count from counted_links l
      left join letter_days d on d.letter_id = l.letter_id and d.number = l.number where l.letter_id = ${letter.id}
      group by l.number, l.address order by l.number`.execute(db),
    sql<CountedDay>`select day, coalesce(sum(count) filter (where number = 0), 0)::int as opens, coalesce(sum(count) filter (where number > 0), 0)::int as clicks
      from letter_days where letter_id = ${letter.id} group by day order by day`.execute(db),
  ]);
  return { links, days, opens: days.reduce((sum, { opens }) => sum + opens, 0) };
}

export interface UntoldCounts {
  readonly mailing: number;
  readonly day: Day;
  readonly opens: number;
  readonly clicks: number;
}

/** Takes what the ledger does not know yet of letters that are mailings, added up by day; with the transaction it is told. */
export async function takeUntold(db: Db, limit: number): Promise<UntoldCounts[]> {
  const { rows } = await sql<UntoldCounts>`
    with untold as (
      select d.letter_id, d.number, d.day, d.shard, d.count, d.told from letter_days d
      where d.told <> d.count order by d.letter_id, d.number, d.day, d.shard limit ${limit} for update skip locked
    ), marked as (
      update letter_days d set told = u.count from untold u
      where (d.letter_id, d.number, d.day, d.shard) = (u.letter_id, u.number, u.day, u.shard)
      returning d.letter_id, d.day, d.number, u.count - u.told as count
    )
    select l.mailing_id as mailing, m.day, coalesce(sum(m.count) filter (where m.number = 0), 0)::int as opens,
      coalesce(sum(m.count) filter (where m.number > 0), 0)::int as clicks
    from marked m join counted_letters l on l.id = m.letter_id where l.mailing_id is not null group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

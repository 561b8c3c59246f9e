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

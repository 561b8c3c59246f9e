import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

interface Sheet {
  readonly memo: number;
  readonly unit: number;
  readonly means: 'print' | 'screen';
}

export async function insertSheet(
  db: Db,
  sheet: Sheet & { heldOn: string; note: string; file: string | null; people: number },
  by: string | null,
  now: Date,
): Promise<number> {
  const { id } = await db
    .insertInto('memo_sheets')
    .values({
      memo_id: sheet.memo,
      unit_id: sheet.unit,
      means: sheet.means,
      held_on: sheet.heldOn,
      note: sheet.note,
      file_id: sheet.file,
      people: sheet.people,
      written_by: by,
      written_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Of some people and names, those of a dependency who have not read: by number, and by a name that is written as theirs. */
export async function selectUnreadOf(
  db: Db,
  { memo, unit }: Pick<Sheet, 'memo' | 'unit'>,
  people: readonly string[],
  names: readonly string[],
): Promise<{ id: number; person: string; name: string }[]> {
  const { rows } = await sql<{ id: number; person: string; name: string }>`
    select r.id, r.person_id as person, p.name from memo_recipients r join people p on p.id = r.person_id
    where r.memo_id = ${memo} and r.read_at is null
      and r.unit_id in (select a.unit_id from unit_ancestors a where a.ancestor_id = ${unit})
      and (r.person_id = any (${[...people]}::uuid[]) or plain(p.name) = any (select plain(n) from unnest(${[...names]}::text[]) n))`.execute(
    db,
  );
  return rows;
}

/** Of some names, those that somebody noted already in a dependency, or that are of people who have read. */
export async function selectNamed(db: Db, { memo, unit }: Pick<Sheet, 'memo' | 'unit'>, names: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select n as name from unnest(${[...names]}::text[]) n where exists (
      select from memo_recipients r left join people p on p.id = r.person_id
      where r.memo_id = ${memo} and r.unit_id in (select a.unit_id from unit_ancestors a where a.ancestor_id = ${unit})
        and plain(n) = plain(coalesce(p.name, r.name)))`.execute(db);
  return rows.map(({ name }) => name);
}

export async function markReached(
  db: Db,
  sheet: Sheet & { id: number },
  { recipients, names }: { recipients: readonly number[]; names: readonly string[] },
  now: Date,
): Promise<void> {
  await sql`update memo_recipients set read_at = ${now}, means = ${sheet.means}, sheet_id = ${sheet.id} where id = any (${[...recipients]}::bigint[])`.execute(
    db,
  );
  await sql`insert into memo_recipients (memo_id, name, unit_id, read_at, means, sheet_id)
    select ${sheet.memo}, n, ${sheet.unit}, ${now}, ${sheet.means}, ${sheet.id} from unnest(${[...names]}::text[]) n`.execute(db);
}

/** Whether somebody leads or speaks for a dependency, or for one above it. */
export async function leads(db: Db, unit: number, person: string): Promise<boolean> {
  const { rows } = await sql`select from unit_ancestors a join units u on u.id = a.ancestor_id
    where a.unit_id = ${unit} and ${person} in (u.head_id, u.liaison_id) limit 1`.execute(db);
  return rows.length > 0;
}

import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

interface Sheet {
  readonly memo: number;
  readonly unit: number;
  readonly means: 'print' | 'screen';
}

export interface SheetRow extends Sheet {
  readonly heldOn: string;
  readonly note: string;
  /** The signed sheet. */
  readonly file: string | null;
  readonly persons: readonly string[];
  readonly names: readonly string[];
  /** The one that it corrects. */
  readonly corrects: number | null;
  readonly reason: string;
}

export async function insertSheet(db: Db, sheet: SheetRow, by: string | null, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('memo_sheets')
    .values({
      memo_id: sheet.memo,
      unit_id: sheet.unit,
      means: sheet.means,
      held_on: sheet.heldOn,
      note: sheet.note,
      file_id: sheet.file,
      persons: [...sheet.persons],
      names: [...sheet.names],
      people: sheet.persons.length + sheet.names.length,
      corrects: sheet.corrects,
      reason: sheet.reason,
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

export interface WrittenSheet extends SheetRow {
  readonly id: number;
  readonly unitName: string;
  readonly people: number;
  readonly writtenByName: string | null;
  readonly writtenAt: Date;
  /** The one that corrected it. */
  readonly corrected: number | null;
}

export const sheetColumns = sql`r.id, r.memo_id as memo, r.unit_id as unit, u.name as "unitName", r.means, r.held_on as "heldOn", r.note, r.file_id as file,
  r.persons, r.names, r.people, r.corrects, r.reason, w.name as "writtenByName", r.written_at as "writtenAt", c.id as corrected`;
export const sheetFrom = sql`memo_sheets r join units u on u.id = r.unit_id left join people w on w.id = r.written_by
  left join memo_sheets c on c.corrects = r.id`;

export async function selectSheet(db: Db, memo: number, id: number): Promise<WrittenSheet | undefined> {
  const { rows } = await sql<WrittenSheet>`select ${sheetColumns} from ${sheetFrom} where r.id = ${id} and r.memo_id = ${memo}`.execute(db);
  return rows[0];
}

/** A list with all those that it came from, the last first. */
export async function selectSheetHistory(db: Db, id: number): Promise<WrittenSheet[]> {
  const { rows } = await sql<WrittenSheet>`
    with recursive chain as (
      select s.id, s.corrects from memo_sheets s where s.id = ${id}
      union all select s.id, s.corrects from chain c join memo_sheets s on s.id = c.corrects)
    select ${sheetColumns} from ${sheetFrom} where r.id in (select id from chain) order by r.id desc`.execute(db);
  return rows;
}

/** Whoever a list noted has not read again, and who has no account is no reader any more; since when they had. */
export async function releaseSheet(db: Db, id: number): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select min(read_at) as at from memo_recipients where sheet_id = ${id}`.execute(db);
  await sql`delete from memo_recipients where sheet_id = ${id} and person_id is null`.execute(db);
  await sql`update memo_recipients set read_at = null, means = null, sheet_id = null where sheet_id = ${id}`.execute(db);
  return rows[0]!.at;
}

export async function selectPeopleNames(db: Db, people: readonly string[]): Promise<{ person: string; name: string }[]> {
  return people.length === 0
    ? []
    : db.selectFrom('people').select(['id as person', 'name']).where('id', 'in', people).orderBy('name').execute();
}

/** Whether somebody leads or speaks for a dependency, or for one above it. */
export async function leads(db: Db, unit: number, person: string): Promise<boolean> {
  const { rows } = await sql`select from unit_ancestors a join units u on u.id = a.ancestor_id
    where a.unit_id = ${unit} and ${person} in (u.head_id, u.liaison_id) limit 1`.execute(db);
  return rows.length > 0;
}

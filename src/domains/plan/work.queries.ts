import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** The head and the liaison of a dependency. */
export async function selectUnitPeople(db: Db, unit: number): Promise<string[]> {
  const row = await db.selectFrom('units').select(['head_id', 'liaison_id']).where('id', '=', unit).executeTakeFirst();
  return [row?.head_id, row?.liaison_id].filter((id): id is string => typeof id === 'string');
}

/** How many of these files are kept. */
export async function countFiles(db: Db, files: readonly string[]): Promise<number> {
  if (files.length === 0) return 0;
  const { count } = await db
    .selectFrom('files')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('id', 'in', files)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function insertEvidences(db: Db, of: { report: number } | { reading: number }, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  const to = 'report' in of ? { report_id: of.report } : { reading_id: of.reading };
  await db
    .insertInto('evidences')
    .values(files.map((file) => ({ ...to, file_id: file })))
    .execute();
}

export interface Evidence {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly report: number | null;
  readonly reading: number | null;
}

/** The evidence of reports or readings, in the order in which it was given. */
export async function selectEvidences(db: Db, of: { reports: readonly number[] } | { readings: readonly number[] }): Promise<Evidence[]> {
  const [column, ids] = 'reports' in of ? ['e.report_id' as const, of.reports] : ['e.reading_id' as const, of.readings];
  if (ids.length === 0) return [];
  return db
    .selectFrom('evidences as e')
    .innerJoin('files as f', 'f.id', 'e.file_id')
    .select(['f.id', 'f.name', 'f.size', 'f.sha256', 'e.report_id as report', 'e.reading_id as reading'])
    .where(column, 'in', ids)
    .orderBy('e.id')
    .execute();
}

export async function selectPlansInForce(db: Db): Promise<number[]> {
  const rows = await db.selectFrom('plan_versions').select('plan_id as plan').where('state', '=', 'in_force').orderBy('plan_id').execute();
  return rows.map(({ plan }) => plan);
}

/** The occurrences of these activities whose lateness was told already, as `item:first day`. */
export async function selectNoticed(db: Db, items: readonly number[]): Promise<Set<string>> {
  if (items.length === 0) return new Set();
  const rows = await db
    .selectFrom('events')
    .select(['subject_id as item', sql<string>`payload->>'periodStart'`.as('periodStart')])
    .where('subject_type', '=', 'plan_item')
    .where('subject_id', 'in', items.map(String))
    .where('name', '=', 'activity.fell_late')
    .execute();
  return new Set(rows.map(({ item, periodStart }) => `${item}:${periodStart}`));
}

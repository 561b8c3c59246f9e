import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import type { ReportState, Told } from './lateness.ts';
import type { ReportInput } from './reports.input.ts';

export interface Report extends Told {
  readonly id: number;
  readonly note: string;
  readonly person: string | null;
  readonly personName: string | null;
  readonly reportedAt: Date;
}

const reports = (db: Db) =>
  db
    .selectFrom('progress_reports as r')
    .leftJoin('people as p', 'p.id', 'r.person_id')
    .select([
      'r.id',
      'r.item_id as item',
      'r.period_start as periodStart',
      'r.state',
      'r.percent',
      'r.note',
      'r.person_id as person',
      'p.name as personName',
      'r.reported_at as reportedAt',
    ])
    .$narrowType<{ periodStart: Day; state: ReportState }>();

/** The last word on one occurrence. */
export function selectLastReport(db: Db, item: number, periodStart: Day): Promise<Report | undefined> {
  return reports(db)
    .where('r.item_id', '=', item)
    .where('r.period_start', '=', periodStart)
    .orderBy('r.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Everything told of an activity, newest first. */
export function selectReports(db: Db, item: number, limit = 200): Promise<Report[]> {
  return reports(db).where('r.item_id', '=', item).orderBy('r.id', 'desc').limit(limit).execute();
}

/** The last word on every occurrence of these activities, as it was at an instant. */
export async function selectTold(db: Db, items: readonly number[], at: Date): Promise<Told[]> {
  if (items.length === 0) return [];
  const { rows } = await sql<Told>`
    select distinct on (item_id, period_start) item_id as item, period_start as "periodStart", state, percent
    from progress_reports where item_id = any(${items}::bigint[]) and reported_at <= ${at}
    order by item_id, period_start, id desc`.execute(db);
  return rows;
}

export async function insertReport(db: Db, report: Omit<ReportInput, 'files'>, by: string | null, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('progress_reports')
    .values({
      item_id: report.item,
      period_start: report.periodStart,
      state: report.state,
      percent: report.percent,
      note: report.note,
      person_id: by,
      reported_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

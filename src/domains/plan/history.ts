import type { Ctx } from '#platform/ctx.ts';
import { selectAnnotations, type Annotation } from './annotations.queries.ts';
import { selectReadings, type Reading } from './readings.queries.ts';
import { selectReports, type Report } from './reports.queries.ts';
import { selectEvidences, type Evidence } from './work.queries.ts';

export interface ActivityHistory {
  readonly reports: readonly (Report & { files: readonly Evidence[] })[];
  readonly notes: readonly Annotation[];
}

/** Everything told of an activity, newest first, each with its evidence; and its annotations. */
export async function activityHistory(ctx: Ctx, item: number): Promise<ActivityHistory> {
  const [reports, notes] = await Promise.all([selectReports(ctx.db, item), selectAnnotations(ctx.db, item)]);
  const files = Map.groupBy(await selectEvidences(ctx.db, { reports: reports.map(({ id }) => id) }), ({ report }) => report);
  return { reports: reports.map((report) => ({ ...report, files: files.get(report.id) ?? [] })), notes };
}

export interface IndicatorNotes {
  readonly readings: readonly Reading[];
  readonly files: readonly Evidence[];
  readonly notes: readonly Annotation[];
}

/** What stands beside an indicator's figure: readings with their evidence, causes and actions. */
export async function indicatorNotes(ctx: Ctx, item: number): Promise<IndicatorNotes> {
  const [readings, notes] = await Promise.all([selectReadings(ctx.db, [item]), selectAnnotations(ctx.db, item)]);
  return { readings, notes, files: await selectEvidences(ctx.db, { readings: readings.map(({ id }) => id) }) };
}

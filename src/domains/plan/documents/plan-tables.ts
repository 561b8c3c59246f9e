import type { DocumentWriter } from '#platform/documents/writer.ts';
import type { Format } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';
import type { PrintedRow } from './printed.ts';

/** Every activity of the plan in a row: what it hangs from, who answers, when, and what measures it. */
export function writeTable(to: DocumentWriter, rows: readonly PrintedRow[], say: Say, format: Format): void {
  const byItem = new Map(rows.map((row) => [row.item, row]));
  const above = (row: PrintedRow) => (row.parent === null ? undefined : byItem.get(row.parent));
  const activities = rows.filter(({ kind }) => kind === 'activity');
  if (activities.length === 0) return to.paragraph(say('plan.document.no_activities'));
  to.table(
    say('plan.document.table'),
    [
      { head: say('plan.document.responsibility'), parts: 5 },
      { head: say('plan.document.activity'), parts: 5 },
      { head: say('plan.document.who'), parts: 3 },
      { head: say('plan.document.dates'), parts: 3 },
      { head: say('plan.document.figure'), parts: 4 },
    ],
    activities.map((activity) => {
      const responsibility = above(activity);
      return [
        [responsibility && above(responsibility)?.title, responsibility && `${responsibility.number} ${responsibility.title}`]
          .filter(Boolean)
          .join(': '),
        `${activity.number} ${activity.title}`,
        activity.answers || '–',
        say('plan.document.span', { from: format.shortDay(activity.startsOn!, '0000'), to: format.shortDay(activity.endsOn!, '0000') }),
        rows
          .filter(({ kind, parent }) => kind === 'indicator' && parent === activity.item)
          .map(({ title }) => title)
          .join('; ') || '–',
      ];
    }),
  );
}

/** Every indicator with its baseline and targets. */
export function writeFigures(to: DocumentWriter, rows: readonly PrintedRow[], say: Say, format: Format): void {
  const figures = rows.filter(({ kind }) => kind === 'indicator');
  if (figures.length === 0) return to.paragraph(say('plan.document.no_figures'));
  const written = (value: number, unit: string | null) => (unit === '%' ? format.percent(value, 1) : format.number(value, 1));
  to.table(
    say('plan.document.figures'),
    [
      { head: say('plan.document.figure'), parts: 6 },
      { head: say('plan.document.unit'), parts: 3 },
      { head: say('plan.document.often'), parts: 2.4 },
      { head: say('plan.document.baseline'), parts: 2, number: true },
      { head: say('plan.document.targets'), parts: 5 },
    ],
    figures.map((row) => [
      row.title,
      row.figureUnit ?? '',
      say(`plan.document.frequency.${row.frequency}`),
      row.baseline === null ? '–' : written(row.baseline, row.figureUnit),
      row.targets.length === 0
        ? say('plan.document.no_target')
        : row.targets
            .map((target) =>
              say('plan.document.target', {
                value: written(target.value, row.figureUnit),
                from: format.shortDay(target.startsOn, '0000'),
                to: format.shortDay(target.endsOn, '0000'),
              }),
            )
            .join('; '),
    ]),
  );
}

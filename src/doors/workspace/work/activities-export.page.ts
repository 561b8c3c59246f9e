import { listActivities } from '#domains/plan/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { NotFound } from '#platform/refusal.ts';
import { download, type Cell } from '#platform/sheets/write.ts';
import { activitiesFilter } from './activities-filter.ts';

/** The activities as they are filtered, to take away. */
export const loader = load(async ({ ctx, url, params, visit }) => {
  if (!/^\d+$/.test(params.plan ?? '')) throw new NotFound(`plan ${params.plan}`);
  const say = sayIn(visit.locale);
  const { plan, rows, today } = await listActivities(ctx, Number(params.plan), activitiesFilter(url));
  return download(
    {
      name: `${plan.code}-${say('work.activities').toLowerCase()}-${today}`,
      heads: [
        say('work.number'),
        say('work.activity'),
        say('work.component'),
        say('work.unit'),
        say('work.owner'),
        say('work.rhythm'),
        say('work.from'),
        say('work.to'),
        say('work.state'),
        say('work.delivery'),
        say('work.lateness'),
      ],
      rows: rows.map((row): Cell[] => [
        row.number,
        row.title,
        row.component,
        row.unitName ?? '',
        row.personName ?? '',
        say(`work.recurrence.${row.recurrence}`),
        row.startsOn,
        row.endsOn,
        say(`work.state.${row.standing.state}`),
        row.standing.next?.endsOn ?? null,
        row.standing.late[0]?.daysLate ?? 0,
      ]),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

import { publicActivities, publicPlan } from '#domains/plan/index.ts';
import { load } from '#platform/http/page.ts';
import { download, type Cell } from '#platform/sheets/write.ts';
import { asked } from '../plan/activities-asked.ts';
import { csvText, open } from './open-data.ts';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const heads = [
  'plan',
  'version',
  'number',
  'activity',
  'unit',
  'answers',
  'starts_on',
  'ends_on',
  'recurrence',
  'state',
  'percent',
  'days_late',
];

/** The activities that the filters of their page let through, all of them. */
export const loader = load(async ({ ctx, params, url }) => {
  const found = await publicPlan(ctx, params.code!);
  const { code } = found.plan;
  const { rows } = await publicActivities(ctx, found, asked(url));
  const sheet = {
    name: `${code}-activities`,
    heads,
    rows: rows.map((row): Cell[] => [
      code,
      found.version.number,
      row.number,
      row.title,
      row.unitName ?? found.plan.unitName,
      row.post,
      row.startsOn,
      row.endsOn,
      row.recurrence,
      row.state,
      row.percent,
      row.daysLate,
    ]),
  };
  const text = await csvText(sheet);
  if (url.pathname.endsWith('.csv')) return open(text, 'text/csv; charset=utf-8', { name: `${sheet.name}.csv` });
  const book = new Uint8Array(await download(sheet, 'xlsx').arrayBuffer());
  return open(book, workbook, { tag: text, name: `${sheet.name}.xlsx` });
});

import { listMeasures } from '#domains/metrics/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';
import { passes } from './measures-filter.ts';

/** The catalogue of measures as it is filtered, to take away. */
export const loader = load(async ({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const rows = (await listMeasures(ctx)).filter(passes(url, say));
  return download(
    {
      name: say('metrics.measures'),
      heads: [
        'code',
        ...['measure', 'unit', 'how_it_adds', 'stage', 'reads', 'records_this_year'].map((key) => say(`metrics.${key}`)),
        say('work.indicators'),
      ],
      rows: rows.map((row): Cell[] => [
        row.code,
        say(`metrics.measure.${row.code}`),
        say(`metrics.unit.${row.unit}`),
        say(`metrics.adds_up.${row.addsUp}`),
        say(`metrics.stage.${row.stage}`),
        say(`metrics.reads.${row.reads}`),
        row.entries,
        row.indicators,
      ]),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

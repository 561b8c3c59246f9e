import { measureInput, measureRecords } from '#domains/metrics/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';

/** The records that a measure counted, as the page has them filtered, to take away. */
export const loader = load(async ({ ctx, url, params, visit }) => {
  const say = sayIn(visit.locale);
  const code = params.measure ?? '';
  const records = await measureRecords(ctx, code, measureInput.parse(Object.fromEntries(url.searchParams)));
  return download(
    {
      name: say(`metrics.measure.${code}`),
      heads: [
        say('work.day'),
        say('work.record'),
        ...['unit', 'kind', 'line', 'channel', 'class'].map((part) => say(`metrics.part.${part}`)),
        say('work.counts'),
        say('metrics.base'),
        say('metrics.address'),
      ],
      rows: (async function* () {
        for await (const row of records) {
          const { day, name, recordType, recordId, unitName, kind, line, channels, classes, amount, base, opens } = row;
          const cells: Cell[] = [day, name ?? `${say(`metrics.record.${recordType}`)} ${recordId}`, unitName, kind, line];
          yield [...cells, channels.join('; '), classes.join('; '), amount, base, visit.origin + opens];
        }
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

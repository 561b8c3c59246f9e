import { directionsBoard, measureInput } from '#domains/metrics/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';
import { sourceName, sourceRows } from './direction-rows.ts';

/** The four directions with what tells each, to take away. */
export const loader = load(async ({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const board = await directionsBoard(ctx, measureInput.parse(Object.fromEntries(url.searchParams)));
  return download(
    {
      name: say('metrics.directions.short'),
      heads: [say('metrics.direction'), say('metrics.directions.source'), say('metrics.directions.messages'), say('work.measured')],
      rows: sourceRows(board).map(({ direction, source, later }): Cell[] => [
        say(`metrics.direction.${direction}`),
        source ? sourceName(source, say) : say(`metrics.direction.later.${later}`),
        source?.count ?? null,
        source?.lastOn ?? null,
      ]),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

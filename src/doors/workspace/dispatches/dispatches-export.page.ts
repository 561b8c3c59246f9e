import { dispatchesFilterInput, everyDispatch } from '#domains/channels/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';

/** The dispatches as they are filtered, to take away. */
export const loader = load(({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const { page: _, ...filter } = dispatchesFilterInput.parse(Object.fromEntries(url.searchParams));
  return download(
    {
      name: say('dispatches.dispatches').toLowerCase(),
      heads: ['what', 'channel', 'state', 'who', 'scheduled_at', 'due_at', 'delivered_at'].map((key) => say(`dispatches.${key}`)),
      rows: (async function* (): AsyncGenerator<Cell[]> {
        for await (const row of everyDispatch(ctx, filter))
          yield [
            row.title,
            row.channelName,
            say(`dispatches.state.${row.state}`),
            row.scheduledByName ?? '',
            row.scheduledAt,
            row.dueAt,
            row.deliveredAt,
          ];
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

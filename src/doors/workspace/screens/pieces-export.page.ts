import { piecesOnScreens, playlistsFilterInput } from '#domains/channels/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';

/** What is on screen as it is filtered, to take away. */
export const loader = load(({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const { page: _, ...filter } = playlistsFilterInput.parse(Object.fromEntries(url.searchParams));
  return download(
    {
      name: say('screens.tab.pieces').toLowerCase(),
      heads: ['piece', 'where', 'since'].map((key) => say(`screens.${key}`)),
      rows: (async function* (): AsyncGenerator<Cell[]> {
        for (let page = 1; ; page++) {
          const { pieces } = await piecesOnScreens(ctx, { ...filter, page }, 1000);
          for (const { title, groupNames, deliveredAt } of pieces)
            yield [title, groupNames.length > 0 ? groupNames.join(', ') : say('screens.everywhere'), deliveredAt];
          if (pieces.length < 1000) return;
        }
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

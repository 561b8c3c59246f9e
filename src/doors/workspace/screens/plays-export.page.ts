import { getScreen, playedDays } from '#domains/channels/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { NotFound } from '#platform/refusal.ts';
import { download, type Cell } from '#platform/sheets/write.ts';

/** The proof of play of one screen by day, a year back, to take away. */
export const loader = load(async ({ ctx, params, url, visit }) => {
  if (!/^\d{1,15}$/.test(params.screen ?? '')) throw new NotFound(`screen ${params.screen}`);
  const say = sayIn(visit.locale);
  const { id, name } = await getScreen(ctx, Number(params.screen));
  const days = await playedDays(ctx, { screen: id, days: 366 }, 100_000);
  return download(
    {
      name: `${say('screens.played').toLowerCase()} ${name}`,
      heads: ['played_day', 'played_item', 'plays', 'seconds_total'].map((key) => say(`screens.${key}`)),
      rows: (async function* (): AsyncGenerator<Cell[]> {
        for (const { day, title, plays, seconds } of days) yield [day, title || say('screens.shows_hour'), plays, seconds];
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

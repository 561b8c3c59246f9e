import { everyVisitRow, trafficInput } from '#domains/metrics/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';
import { sectionName } from './traffic-words.ts';

/** The rows of the board as it is narrowed, to take away. */
export const loader = load(({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const asked = trafficInput.parse(Object.fromEntries(url.searchParams));
  return download(
    {
      name: say('traffic.traffic').toLowerCase(),
      heads: ['day', 'site', 'section', 'source', 'origin', 'views', 'section_sessions', 'begun'].map((key) => say(`traffic.${key}`)),
      rows: (async function* (): AsyncGenerator<Cell[]> {
        for await (const { day, site, siteName, section, source, origin, views, sessions, begun } of everyVisitRow(ctx, asked))
          yield [
            day,
            siteName ?? say('traffic.portal'),
            sectionName(say, site, section),
            say(`traffic.source.${source}`),
            say(`traffic.origin.${origin}`),
            views,
            sessions,
            begun,
          ];
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

import { everyVisitImport, visitImportsFilterInput } from '#domains/metrics/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';

/** The imports as they are filtered, to take away. */
export const loader = load(({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const filter = visitImportsFilterInput.parse(Object.fromEntries(url.searchParams));
  const heads = ['import.file', 'state', 'origin', 'site', 'import.rows', 'import.faulted', 'import.left_out_days', 'views', 'sessions'];
  return download(
    {
      name: say('traffic.place.imports').toLowerCase(),
      heads: [...heads, 'import.who', 'day'].map((key) => say(`traffic.${key}`)),
      rows: (async function* (): AsyncGenerator<Cell[]> {
        for await (const one of everyVisitImport(ctx, filter))
          yield [
            one.name,
            say(`traffic.import.state.${one.state}`),
            say(`traffic.origin.${one.origin}`),
            one.site === null ? '' : (one.siteName ?? say('traffic.portal')),
            one.rows,
            one.faulted,
            one.leftOut,
            one.views,
            one.sessions,
            one.createdBy,
            one.createdAt,
          ];
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

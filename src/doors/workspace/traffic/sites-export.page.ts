import { everySite, sitesFilterInput, writtenRules } from '#domains/metrics/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';

/** The sites as they are filtered, to take away. */
export const loader = load(({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const filter = sitesFilterInput.parse(Object.fromEntries(url.searchParams));
  return download(
    {
      name: say('traffic.sites').toLowerCase(),
      heads: ['site', 'hosts', 'rules', 'unit', 'state', 'last_on', 'last_sessions', 'last_days'].map((key) => say(`traffic.${key}`)),
      rows: (async function* (): AsyncGenerator<Cell[]> {
        for await (const { name, hosts, rules, unitName, closedAt, lastOn, sessions, views } of everySite(ctx, filter))
          yield [
            name,
            hosts.join(', '),
            writtenRules(rules),
            unitName,
            say(`traffic.${closedAt ? 'closed' : lastOn ? 'counting' : 'waiting'}`),
            lastOn,
            sessions,
            views,
          ];
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

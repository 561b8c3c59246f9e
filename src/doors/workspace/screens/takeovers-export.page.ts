import { everyTakeover, takeoversFilterInput } from '#domains/channels/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';

/** What covered screens, as it is filtered, to take away. */
export const loader = load(async ({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const { page: _, ...filter } = takeoversFilterInput.parse(Object.fromEntries(url.searchParams));
  return download(
    {
      name: say('screens.tab.takeovers').toLowerCase(),
      heads: ['takeover', 'takeover_kind', 'takeover_reason', 'groups', 'takeover_by', 'takeover_from', 'takeover_to'].map((key) =>
        say(`screens.${key}`),
      ),
      rows: (async function* (): AsyncGenerator<Cell[]> {
        for await (const { title, kind, reason, groupNames, startedByName, startedAt, givenBackAt, until } of everyTakeover(ctx, filter))
          yield [title, say(`screens.kind.${kind}`), reason, groupNames.join(', '), startedByName, startedAt, givenBackAt ?? until];
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

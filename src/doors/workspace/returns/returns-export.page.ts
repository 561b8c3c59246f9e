import { everyReturn, returnsFilterInput } from '#domains/channels/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';

/** What came back, as it is filtered, to take away. */
export const loader = load(({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const filter = returnsFilterInput.parse(Object.fromEntries(url.searchParams));
  return download(
    {
      name: say('returns.returns').toLowerCase(),
      heads: ['kind', 'address', 'mailing', 'says', 'done', 'means', 'at'].map((key) => say(`returns.${key}`)),
      rows: (async function* (): AsyncGenerator<Cell[]> {
        for await (const row of everyReturn(ctx, filter))
          yield [
            say(`returns.kind.${row.kind}`),
            row.address ?? '',
            row.mailingTitle ?? '',
            `${row.status} ${row.says}`.trim(),
            say(`returns.done.${row.done}`),
            say(`returns.means.${row.means}`),
            row.at,
          ];
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

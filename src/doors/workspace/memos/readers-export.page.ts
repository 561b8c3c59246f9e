import { everyReader, getMemo, readersFilterInput } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { NotFound } from '#platform/refusal.ts';
import { download, type Cell } from '#platform/sheets/write.ts';

/** Who read a memo and who did not, to take away. */
export const loader = load(async ({ ctx, params, url, visit }) => {
  if (!/^\d{1,15}$/.test(params.memo ?? '')) throw new NotFound(`memo ${params.memo}`);
  const say = sayIn(visit.locale);
  const memo = await getMemo(ctx, Number(params.memo));
  const filter = readersFilterInput.parse(Object.fromEntries(url.searchParams));
  return download(
    {
      name: memo.label,
      heads: ['reader', 'unit', 'outside', 'read', 'means', 'when', 'reminders'].map((key) => say(`memos.${key}`)),
      rows: (async function* (): AsyncGenerator<Cell[]> {
        for await (const row of everyReader(ctx, memo.id, filter))
          yield [
            row.name,
            row.unitName ?? '',
            say(row.person === null ? 'memos.yes' : 'memos.no'),
            say(row.readAt ? 'memos.yes' : 'memos.no'),
            row.means ? say(`memos.col.${row.means}`) : '',
            row.readAt,
            row.reminders,
          ];
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

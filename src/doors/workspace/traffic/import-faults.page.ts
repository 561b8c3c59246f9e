import { getVisitImport, visitFaults } from '#domains/metrics/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download } from '#platform/sheets/write.ts';

/** The rows that were not counted, as they were, with what is wrong beside each: mended, the same file is loaded again. */
export const loader = load(async ({ ctx, params, url, visit }) => {
  const say = sayIn(visit.locale);
  const { id, name, heads } = await getVisitImport(ctx, Number(params.import));
  return download(
    {
      name: `${name.replace(/\.\w+$/, '')} ${say('ui.sheet.faults').toLowerCase()}`,
      heads: [...heads, say('ui.sheet.problem')],
      rows: (async function* () {
        for await (const { cells, problem, value } of visitFaults(ctx, id))
          yield [...heads.map((_, at) => cells[at] ?? ''), say(`refusals.${problem}`, { value, cell: value })];
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

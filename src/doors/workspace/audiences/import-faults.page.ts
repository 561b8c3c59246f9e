import { everyFault, getImport } from '#domains/audiences/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download } from '#platform/sheets/write.ts';

/** The rows that did not come in, as they were, with what is wrong beside each: mended, the same file is loaded again. */
export const loader = load(async ({ ctx, params, url, visit }) => {
  const say = sayIn(visit.locale);
  const asked = await getImport(ctx, Number(params.import));
  return download(
    {
      name: say('audiences.import.faults_file', { name: asked.name.replace(/\.\w+$/, '') }),
      heads: [...asked.heads, say('ui.sheet.problem')],
      rows: (async function* () {
        for await (const { cells, problems } of everyFault(ctx, asked.id)) {
          const said = problems.map(({ problem }) => say(`refusals.${problem.refused}`, problem.details)).join(' ');
          yield [...asked.heads.map((_, at) => cells[at] ?? ''), said];
        }
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

import { everyTerm, termFilterInput } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';

/** The terms as they are filtered, in the columns that the import reads. */
export const loader = load(({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  async function* rows(): AsyncGenerator<Cell[]> {
    for await (const { term, sort, meaning, insteadOf } of everyTerm(ctx, termFilterInput.parse(Object.fromEntries(url.searchParams))))
      yield [term, say(`terms.sort.${sort}`), meaning, insteadOf.join('; ')];
  }
  const heads = ['term', 'sort', 'meaning', 'instead_of'].map((head) => say(`terms.${head}`).toLowerCase());
  return download(
    { name: say('terms.terms').toLowerCase(), heads, rows: rows() },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

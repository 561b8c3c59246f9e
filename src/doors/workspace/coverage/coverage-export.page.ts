import { coverage, coverageInput } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download } from '#platform/sheets/write.ts';

export const loader = load(async ({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const asked = coverageInput.parse(Object.fromEntries(url.searchParams));
  const { regions } = await coverage(ctx, asked);
  return download(
    {
      name: say('coverage.coverage').toLowerCase(),
      heads: ['DIVIPOLA', say(asked.department ? 'coverage.municipality' : 'coverage.department'), say('coverage.pieces')],
      rows: regions.map(({ code, name, pieces }) => [code, name, pieces]),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

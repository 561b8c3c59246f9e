import { todayOf } from '#domains/organization/index.ts';
import { assetProblems, everyAsset } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';
import { assetsFilter } from './assets-filter.ts';

const columns = [
  'title',
  'kind',
  'file_name',
  'size',
  'alt',
  'credit',
  'licence',
  'expires_on',
  'tags',
  'unit',
  'uploaded_by',
  'uploaded_at',
  'uses',
  'lacking',
] as const;

/** The library as it is filtered, to take away. */
export const loader = load(async ({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const today = await todayOf(ctx);
  async function* rows(): AsyncGenerator<Cell[]> {
    for await (const asset of everyAsset(ctx, assetsFilter(url))) {
      yield [
        asset.id,
        asset.title,
        say(`assets.kind.${asset.kind}`),
        asset.fileName,
        asset.size,
        asset.alt,
        asset.credit,
        asset.licence,
        asset.expiresOn,
        asset.tags.join(', '),
        asset.unitName,
        asset.uploadedByName,
        asset.uploadedAt,
        asset.uses,
        assetProblems(asset, today)
          .map((problem) => say(`assets.lacks.${problem}`))
          .join('; '),
      ];
    }
  }
  return download(
    { name: say('assets.assets').toLowerCase(), heads: ['N.º', ...columns.map((column) => say(`assets.${column}`))], rows: rows() },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

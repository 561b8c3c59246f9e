import { everyPiece } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';
import { piecesFilter } from './pieces-filter.ts';

/** The pieces as they are filtered, to take away. */
export const loader = load(({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  async function* rows(): AsyncGenerator<Cell[]> {
    for await (const piece of everyPiece(ctx, piecesFilter(url))) {
      yield [
        piece.id,
        piece.title,
        say(`pieces.kind.${piece.kind}`),
        say(`pieces.state.${piece.state}`),
        say(`pieces.class.${piece.class}`),
        piece.unitName,
        piece.campaignName ?? '',
        piece.ownerName ?? '',
        piece.dueOn,
        piece.publishedAt,
        piece.words,
      ];
    }
  }
  return download(
    {
      name: say('pieces.pieces').toLowerCase(),
      heads: [
        'N.º',
        ...(['title', 'kind', 'state', 'class', 'unit', 'campaign', 'owner', 'due', 'state.published', 'words'] as const).map((key) =>
          say(`pieces.${key}`),
        ),
      ],
      rows: rows(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

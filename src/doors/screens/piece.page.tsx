import { useLoaderData } from 'react-router';
import { channelCodes, drawnSlide, orientations, slideOf } from '#domains/channels/index.ts';
import { previewPiece } from '#domains/editorial/index.ts';
import { institutionOf } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';
import { Still, stillOf } from './still.tsx';

/** How a piece will look on a screen, for who works on it. */
export const loader = load(async ({ ctx, params, url, visit }) => {
  if (!/^\d{1,15}$/.test(params.piece ?? '')) throw new NotFound(`piece ${params.piece}`);
  const [channel] = await channelCodes(ctx, ['screen']);
  if (!channel) throw new NotFound('no channel of screens');
  const { piece, shown } = await previewPiece(ctx, Number(params.piece), channel);
  const { zone } = await institutionOf(ctx);
  const slide = slideOf({ source: { type: 'piece', id: String(piece.id) }, snapshot: shown }, zone);
  const orientation = orientations.find((one) => one === url.searchParams.get('orientation')) ?? 'lying';
  const html = await drawnSlide(ctx, slide, { orientation, large: url.searchParams.has('large'), origin: visit.origin });
  return { title: piece.title, html: stillOf(html, visit.now, zone) };
});

export default function PiecePreview() {
  return <Still {...useLoaderData<typeof loader>()} />;
}

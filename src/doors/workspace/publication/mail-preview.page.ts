import { mailPreview } from '#domains/channels/index.ts';
import { previewPiece } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';

/** The mail that would go out of a piece, whole. Mail carries its style in its tags; nothing of it runs here. */
export const loader = load(async ({ ctx, params, visit }) => {
  const { shown } = await previewPiece(ctx, Number(params.piece), params.channel ?? '');
  return new Response(await mailPreview(ctx, shown, visit.origin, 'es'), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    },
  });
});

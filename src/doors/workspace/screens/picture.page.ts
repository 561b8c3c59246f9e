import { screenPicture } from '#domains/channels/index.ts';
import { load } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';

/** The small picture that a screen sent last of what it shows. */
export const loader = load(async ({ ctx, params }) => {
  if (!/^\d{1,15}$/.test(params.screen ?? '')) throw new NotFound(`screen ${params.screen}`);
  return new Response(new Uint8Array(await screenPicture(ctx, Number(params.screen))), {
    headers: {
      'content-type': 'image/webp',
      'cache-control': 'private, max-age=3600',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
});

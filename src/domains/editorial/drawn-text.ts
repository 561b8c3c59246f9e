import type { Ctx } from '#platform/ctx.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import { renditions as sizes } from '#platform/files/files.ts';
import { institutionOf } from '#domains/organization/index.ts';
import type { Asset } from './asset.ts';
import type { ShownAsset } from './asset-html.ts';
import { drawBody } from './body-html.ts';
import type { Piece } from './piece.ts';

/** The text of a piece as HTML for whoever writes or reads it in the house, with its assets as they are now. */
export async function drawnText(ctx: Ctx, { body }: Pick<Piece, 'body'>, assets: readonly Asset[], locale: Locale): Promise<string> {
  const { zone } = await institutionOf(ctx);
  return drawBody(body, {
    assets: new Map(assets.map((asset) => [asset.id, shown(asset)])),
    say: say(locale),
    format: formatIn(locale, zone),
  });
}

const shown = ({
  id,
  kind,
  file,
  fileName,
  type,
  size,
  width,
  height,
  title,
  credit,
  focalX,
  focalY,
  captions,
  transcript,
}: Asset): ShownAsset => ({
  id,
  kind,
  file,
  name: fileName,
  type,
  size,
  width,
  height,
  renditions:
    kind === 'image' && type !== 'image/svg+xml'
      ? Object.entries(sizes).map(([name, most]) => ({ name, width: Math.min(most, width ?? most) }))
      : [],
  title,
  credit,
  focalX,
  focalY,
  captions: captions?.id ?? null,
  transcript,
});

import type { Ctx } from '#platform/ctx.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import type { Body } from './body.ts';
import { assetsIn } from './body-text.ts';
import type { Fields } from './piece.ts';
import { selectAssetsByIds, selectBornSecret } from './assets.queries.ts';
import { readerOf } from './readers.ts';

/**
 * Whether a piece may show these assets of the library: null when it may. Refuses `piece.no_such_asset` {asset} for one that the writer
 * may not know of, and `piece.secret_asset` {title} when a piece that is not secret would show what came within another that is. What it
 * `shows` already may stay.
 */
export async function mayShow(
  ctx: Ctx,
  piece: { readonly id: number; readonly secret: boolean; readonly shows: readonly number[] },
  ids: readonly number[],
): Promise<Refusal | null> {
  const fresh = ids.filter((id) => !piece.shows.includes(id));
  if (fresh.length === 0) return null;
  const known = new Set((await selectAssetsByIds(ctx.db, fresh, await readerOf(ctx))).map(({ id }) => id));
  const unknown = fresh.find((id) => !known.has(id));
  if (unknown !== undefined) return refuse('piece.no_such_asset', { asset: unknown }, 'body');
  const [born] = piece.secret ? [] : await selectBornSecret(ctx.db, fresh, piece.id);
  return born ? refuse('piece.secret_asset', { title: born.title }, 'body') : null;
}

/** The assets that a piece's text and fields show, each once. */
export function assetsOf({ body, fields }: { readonly body: Body; readonly fields: Fields }): number[] {
  const held = Object.values(fields).flatMap((value) => (typeof value === 'string' ? [] : [value.asset]));
  return [...new Set([...assetsIn(body), ...held])];
}

import type { Ctx } from '#platform/ctx.ts';
import { NotFound } from '#platform/refusal.ts';
import type { Source } from './dispatch.ts';
import { countReached, selectOrigin } from './reach.queries.ts';

/** For the ledger: how many people something reached by name over all channels, each counted once. Who merely passed a screen or page is not known. */
export const reachOf = (ctx: Ctx, source: Source): Promise<number> => countReached(ctx.db, source);

/** For the ledger: of what a dispatch is, and by which channel. @throws NotFound */
export async function dispatchOrigin(ctx: Ctx, dispatch: number): Promise<{ source: Source; channel: string }> {
  const origin = await selectOrigin(ctx.db, dispatch);
  if (!origin) throw new NotFound(`dispatch ${dispatch}`);
  return origin;
}

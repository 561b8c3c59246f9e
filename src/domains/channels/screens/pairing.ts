import type { Ctx } from '#platform/ctx.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { codeMinutes, hashOf, newCode, newSecret } from './pairing-code.ts';
import { countOpenPairings, deleteOldPairings, deletePairing, insertPairing, selectPairingBySecret } from './pairings.queries.ts';
import { updateToken } from './screens.queries.ts';

/** More than any house hangs in a quarter of an hour; with it a guess at a code hits an open one once in 370,000 times. */
const mostOpen = 400;

export interface OpenPairing {
  readonly code: string;
  /** Only its device keeps it. */
  readonly secret: string;
  readonly expiresAt: Date;
}

/** A code for a screen that has no place yet. Refuses `screen.too_many_wait` when somebody floods the house with them. */
export async function beginPairing(ctx: Ctx, size: { width: number; height: number }): Promise<OpenPairing | Refusal> {
  await deleteOldPairings(ctx.db, ctx.now);
  if ((await countOpenPairings(ctx.db, ctx.now)) >= mostOpen) return refuse('screen.too_many_wait');
  const { secret, hash } = newSecret();
  const expiresAt = new Date(ctx.now.getTime() + codeMinutes * 60_000);
  for (;;) {
    const code = newCode();
    if (await insertPairing(ctx.db, { ...size, code, secretHash: hash, expiresAt })) return { code, secret, expiresAt };
  }
}

/** What became of a code: its screen's token, given once; that it waits still; or that its time is over. */
export async function fetchPlace(ctx: Ctx, secret: string): Promise<{ token: string; screen: number } | 'waits' | 'over'> {
  const pairing = await selectPairingBySecret(ctx.db, hashOf(secret), ctx.now);
  if (!pairing) return 'over';
  if (pairing.screen === null) return 'waits';
  const token = newSecret();
  await updateToken(ctx.db, pairing.screen, token.hash);
  await deletePairing(ctx.db, pairing.id);
  return { token: token.secret, screen: pairing.screen };
}

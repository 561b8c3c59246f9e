import webPush from 'web-push';
import type { Ctx } from '#platform/ctx.ts';
import type { SealedColumn } from '#platform/secrets/sealed-columns.queries.ts';
import { insertKeys, selectKeys } from './keys.queries.ts';

const place = 'push_keys.private_key:1';

/** What channels keep sealed (see `#platform/secrets/vault.ts`). */
export const channelsSealed: readonly SealedColumn[] = [{ table: 'push_keys', column: 'private_key', id: 'id', place: 'id' }];

/** The house's own pair of keys for web push (RFC 8292), made when it is first needed; one that was made meanwhile stays. */
export async function pushKeys(ctx: Pick<Ctx, 'db' | 'vault' | 'now'>): Promise<{ publicKey: string; privateKey: string }> {
  const kept = await selectKeys(ctx.db);
  if (kept) return { publicKey: kept.publicKey, privateKey: ctx.vault.open(place, kept.privateKey) };
  const fresh = webPush.generateVAPIDKeys();
  await insertKeys(ctx.db, { publicKey: fresh.publicKey, privateKey: ctx.vault.seal(place, fresh.privateKey), now: ctx.now });
  return pushKeys(ctx);
}

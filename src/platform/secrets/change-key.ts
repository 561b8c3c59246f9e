import type { Db } from '#platform/db/database.ts';
import { replaceKey } from './house-key.queries.ts';
import { selectSealed, updateSealed, type SealedColumn } from './sealed-columns.queries.ts';
import type { Vault } from './vault.ts';

/**
 * Seals everything anew with another key, in the caller's transaction.
 * @returns how many texts
 * @throws CannotOpen when something was sealed with a key that is not `from`
 */
export async function changeKey(db: Db, columns: readonly SealedColumn[], from: Vault, to: Vault, now: Date): Promise<number> {
  let changed = 0;
  for (const column of columns) {
    const kept = await selectSealed(db, column);
    const again = kept.map(({ id, place, text }) => ({ id, text: to.seal(place, from.open(place, text)) }));
    await updateSealed(db, column, again);
    changed += again.length;
  }
  await replaceKey(db, to.fingerprint, now);
  return changed;
}

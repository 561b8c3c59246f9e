import type { Db } from '#platform/db/database.ts';
import { holdsHash, selectHead, selectLinks, selectUnsealed } from './audit-chain.queries.ts';

/** What is wrong with the log: which entry, and how. `cut`: a head kept elsewhere is no longer in the chain. */
export type Fault =
  | { readonly kind: 'changed' | 'inserted'; readonly entry: number }
  | { readonly kind: 'removed'; readonly from: number; readonly to: number }
  | { readonly kind: 'cut'; readonly head: string };

export interface Verdict {
  readonly entries: number;
  readonly head: string | null;
  readonly faults: readonly Fault[];
}

const batch = 5_000;
const enough = 100;

/**
 * Recomputes the whole chain in the database, in batches. Whoever rewrites the chain to its end, or cuts its end, leaves it
 * consistent: only `head`, a hash printed before and kept elsewhere, tells.
 */
export async function verifyAudit(db: Db, head?: string): Promise<Verdict> {
  const faults: Fault[] = [];
  let entries = 0;
  let position = 0;
  for (;;) {
    const links = await selectLinks(db, position, batch);
    for (const link of links) {
      entries++;
      if (link.position !== position + 1) faults.push({ kind: 'removed', from: position + 1, to: link.position - 1 });
      else if (link.missing) faults.push({ kind: 'removed', from: link.position, to: link.position });
      else if (!link.right) faults.push({ kind: 'changed', entry: link.entry });
      position = link.position;
    }
    if (links.length < batch || faults.length >= enough) break;
  }
  for (const entry of await selectUnsealed(db, enough)) faults.push({ kind: 'inserted', entry });
  if (head !== undefined && !(await holdsHash(db, head))) faults.push({ kind: 'cut', head });
  return { entries, head: (await selectHead(db))?.hash ?? null, faults: faults.slice(0, enough) };
}

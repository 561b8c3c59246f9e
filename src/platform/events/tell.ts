import type { Actor, Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import { passingVault, type Vault } from '#platform/secrets/vault.ts';
import { insertTold } from './events.queries.ts';

/** Which reactions each event owes, by event name: made once in wiring.ts. */
export type ReactionNames = (event: string) => readonly string[];

/**
 * Makes the context of one command: everything it writes and tells shares one transaction.
 * An event told leaves an audit row, owes its reactions, and wakes the pages that watch its topics; all of it only if the
 * transaction commits. Without a vault what is sealed opens only in this process.
 */
export function commandContext(db: Db, actor: Actor, now: Date, owed: ReactionNames, vault: Vault = passingVault): Ctx {
  return { db, actor, now, vault, tell: (told) => insertTold(db, actor, now, [told].flat(), owed) };
}

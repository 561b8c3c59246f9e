import { sql } from 'kysely';
import type { Actor, Ctx, Told } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import { insertAuditEntry, insertEvent, insertReactions } from './events.queries.ts';

/** Which reactions each event owes, by event name: made once in wiring.ts. */
export type ReactionNames = (event: string) => readonly string[];

/**
 * Makes the context of one command: everything it writes and tells shares one transaction.
 * An event told leaves an audit row, owes its reactions, and wakes the pages that watch its topics; all of it only if the
 * transaction commits.
 */
export function commandContext(db: Db, actor: Actor, now: Date, owed: ReactionNames): Ctx {
  return { db, actor, now, tell: (event) => tell(db, actor, now, owed, event) };
}

async function tell(db: Db, actor: Actor, now: Date, owed: ReactionNames, event: Told): Promise<void> {
  await insertAuditEntry(db, actor, now, event);
  const id = await insertEvent(db, actor, now, event);
  const reactions = owed(event.name);
  if (reactions.length > 0) {
    await insertReactions(db, id, reactions, now);
    await sql`select pg_notify('reactions', '')`.execute(db);
  }
  for (const topic of event.topics ?? []) {
    await sql`select pg_notify('live', ${JSON.stringify({ topic, event: event.name, id })})`.execute(db);
  }
}

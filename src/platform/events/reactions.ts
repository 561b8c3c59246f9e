import type { Ctx } from '#platform/ctx.ts';
import { system } from '#platform/ctx.ts';
import type { Database } from '#platform/db/database.ts';
import type { EventName } from './names.ts';
import type { Vault } from '#platform/secrets/vault.ts';
import type { Log } from '#platform/log/log.ts';
import { claimReaction, markReactionDone, markReactionFailed, type DueReaction } from './events.queries.ts';
import { commandContext, type ReactionNames } from './tell.ts';

export type HappenedEvent = DueReaction['event'];

/** What one domain does when another tells something. It runs in a transaction of its own, at least once, and may tell more. */
export interface Reaction {
  readonly name: string;
  readonly to: readonly EventName[];
  readonly react: (ctx: Ctx, event: HappenedEvent) => Promise<void>;
}

export function reactionNames(reactions: readonly Reaction[]): ReactionNames {
  const byEvent = new Map<string, string[]>();
  for (const { name, to } of reactions) for (const event of to) byEvent.set(event, [...(byEvent.get(event) ?? []), name]);
  return (event) => byEvent.get(event) ?? [];
}

const attemptsBeforeDead = 8;

/**
 * Carries out every reaction that is due, one transaction each: the reaction's writes and its «done» commit together.
 * @returns how many were tried.
 */
export async function carryOutReactions(
  database: Database,
  reactions: readonly Reaction[],
  log: Log,
  clock: () => Date,
  vault?: Vault,
): Promise<number> {
  const owed = reactionNames(reactions);
  for (let tried = 0; ; tried++) {
    if (!(await carryOutNext(database, reactions, owed, log, clock, vault))) return tried;
  }
}

async function carryOutNext(
  database: Database,
  reactions: readonly Reaction[],
  owed: ReactionNames,
  log: Log,
  clock: () => Date,
  vault: Vault | undefined,
): Promise<boolean> {
  let due: DueReaction | undefined;
  try {
    await database.primary.transaction().execute(async (db) => {
      due = await claimReaction(db, clock());
      if (!due) return;
      const reaction = reactions.find(({ name }) => name === due!.reaction);
      if (!reaction) throw new Error(`no reaction is called ${due.reaction}`);
      await reaction.react(commandContext(db, system, clock(), owed, vault), due.event);
      await markReactionDone(db, due.id, clock());
    });
  } catch (cause) {
    if (!due) throw cause;
    log.error({ reaction: due.reaction, event: due.event.id, err: cause }, 'a reaction failed');
    await markReactionFailed(database.primary, due.id, String(cause), nextAttempt(due.attempts + 1, clock()), clock());
  }
  return due !== undefined;
}

/** 2, 4, 8 … seconds, eight times in all. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  return attempts >= attemptsBeforeDead ? null : new Date(now.getTime() + 1000 * 2 ** attempts);
}

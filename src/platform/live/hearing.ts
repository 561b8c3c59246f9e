import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import { may, type Policy } from '#platform/http/policy.ts';
import { reading, type Visit } from '#platform/http/visit.ts';
import { Forbidden, NotFound } from '#platform/refusal.ts';

/** Who hears a live topic, `plan:3` or `units`: its rule is found by the word before the colon. */
export interface Hearing {
  /** What one must be allowed to read. */
  readonly action?: string;
  /** Of a topic that names one thing: reads it, or throws NotFound or Forbidden to whom it is not there. */
  readonly one?: (ctx: Ctx, id: number) => Promise<unknown>;
  /** Whether only some may know of that thing: then what happens to it is told, on every topic, to nobody else. */
  readonly isSecret?: (db: Db, id: number) => Promise<boolean>;
}
export type Hearings = Readonly<Record<string, Hearing>>;

/** Whether somebody may hear a topic, as things stand now. What has no rule nobody hears. */
export async function mayHear(visit: Visit, policy: Policy, hearings: Hearings, topic: string): Promise<boolean> {
  const { hearing, id } = ruleOf(hearings, topic);
  if (!hearing || (id === null) !== (hearing.one === undefined)) return false;
  if (hearing.action && !may(visit.actor, policy[hearing.action]!)) return false;
  if (!hearing.one) return true;
  try {
    // A right that was just taken away must not come back through a replica that lags behind, or from what was asked before.
    await hearing.one({ ...reading(visit), db: visit.app.database.primary, asked: new Map() }, id!);
    return true;
  } catch (cause) {
    if (cause instanceof NotFound || cause instanceof Forbidden) return false;
    throw cause;
  }
}

/** Of the things that a notice is about, those of which the rule has secrets. */
export function guardedOf(hearings: Hearings, things: readonly string[]): string[] {
  return things.filter((thing) => ruleOf(hearings, thing).hearing?.isSecret);
}

/** Of such things, those of which only some may know now. */
export async function secretsOf(db: Db, hearings: Hearings, guarded: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    guarded.map(async (thing) => {
      const { hearing, id } = ruleOf(hearings, thing);
      return hearing?.isSecret && id !== null && (await hearing.isSecret(db, id)) ? [thing] : [];
    }),
  );
  return found.flat();
}

function ruleOf(hearings: Hearings, topic: string): { hearing: Hearing | undefined; id: number | null } {
  const [, word = '', id] = /^([a-z_]{1,40})(?::(\d{1,15}))?$/.exec(topic) ?? [];
  return { hearing: Object.hasOwn(hearings, word) ? hearings[word] : undefined, id: id === undefined ? null : Number(id) };
}

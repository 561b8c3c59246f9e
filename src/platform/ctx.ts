import type { Db } from '#platform/db/database.ts';
import type { Vault } from '#platform/secrets/vault.ts';
import type { EventName, SubjectType } from '#platform/events/names.ts';

/** Who acts: a person with grants, a key with scopes, the system itself, or nobody yet. */
export interface Actor {
  readonly kind: 'person' | 'key' | 'system' | 'nobody';
  /** people.id, or the key's owner; null for system and nobody. */
  readonly id: string | null;
  readonly name: string;
  /** What the person is in the institution, such as «Jefa de Prensa». */
  readonly position?: string;
  readonly grants: readonly Grant[];
  /** The api_keys.id when a key acts. */
  readonly key?: number;
  /** The key's scopes, such as `plan:read`; absent when a person acts. */
  readonly scopes?: readonly string[];
}

/** A role, for the whole institution (`unit` null) or within one dependency and all below it (`units`, its ids). */
export interface Grant {
  readonly role: string;
  readonly unit: number | null;
  readonly units: readonly number[];
}

/** Something that happened, told inside the transaction that made it so. It leaves an audit row and wakes its reactions. */
export interface Told {
  /** `noun.happened`, such as `activity.reported`: a key of locales/<language>/audit.json, where its sentence is. */
  readonly name: EventName;
  readonly subject: { readonly type: SubjectType; readonly id: string | number };
  readonly before?: unknown;
  readonly after?: unknown;
  /** What reactions need to know besides the subject. */
  readonly payload?: Record<string, unknown>;
  /** Who did it, when that is not whoever acts: somebody who has just proved who he is. */
  readonly by?: Actor;
  /** Live topics whose pages should look again, such as `plan:3`. */
  readonly topics?: readonly string[];
  /** Told to all who watch those topics, also to whoever may no longer know of what they name: it has just become secret. */
  readonly openly?: boolean;
}

export interface Ctx {
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Date;
  /** One event, or many in one statement. */
  readonly vault: Vault;
  readonly tell: (told: Told | readonly Told[]) => Promise<void>;
  /** Of a reading: what it asked already. Absent in a command, under which things change. */
  readonly asked?: Map<string, Promise<unknown>>;
  /** Of a reading by nobody: what is the same for everybody, until something public changes. */
  readonly kept?: { ask<T>(name: string, now: Date, ask: () => Promise<T>): Promise<T> };
}

/** Asks once in a reading, however many parts of a page want to know; in a command, each time. */
export function once<T>(ctx: Ctx, name: string, ask: () => Promise<T>): Promise<T> {
  const known = ctx.asked?.get(name) as Promise<T> | undefined;
  if (known) return known;
  const asking = ask();
  ctx.asked?.set(name, asking);
  return asking;
}

/** Asks once for everybody who reads what is public; whoever is known to the house asks for himself. */
export function shared<T>(ctx: Ctx, name: string, ask: () => Promise<T>): Promise<T> {
  return once(ctx, name, () => (ctx.kept ? ctx.kept.ask(name, ctx.now, ask) : ask()));
}

/** The same context, with another actor: from here on it is he who does things. */
export function acting(ctx: Ctx, actor: Actor): Ctx {
  return { ...ctx, actor, tell: (told) => ctx.tell([told].flat().map((event) => ({ by: actor, ...event }))) };
}

export const system: Actor = { kind: 'system', id: null, name: 'Pregón', grants: [] };
export const nobody: Actor = { kind: 'nobody', id: null, name: '', grants: [] };

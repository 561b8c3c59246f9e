import type { Db } from '#platform/db/database.ts';

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
  /** `noun.happened`, such as `activity.reported`. */
  readonly name: string;
  readonly subject: { readonly type: string; readonly id: string | number };
  readonly before?: unknown;
  readonly after?: unknown;
  /** What reactions need to know besides the subject. */
  readonly payload?: Record<string, unknown>;
  /** Live topics whose pages should look again, such as `plan:3`. */
  readonly topics?: readonly string[];
}

export interface Ctx {
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Date;
  readonly tell: (event: Told) => Promise<void>;
}

export const system: Actor = { kind: 'system', id: null, name: 'Pregón', grants: [] };
export const nobody: Actor = { kind: 'nobody', id: null, name: '', grants: [] };

import { createContext } from 'react-router';
import type { Actor, Ctx } from '#platform/ctx.ts';
import type { Config } from '#config';
import type { Database, Db } from '#platform/db/database.ts';
import { transact } from '#platform/db/database.ts';
import { commandContext, type ReactionNames } from '#platform/events/tell.ts';
import type { Files } from '#platform/files/files.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import type { KeptAnswers } from '#platform/live/kept-answers.ts';
import type { Listener } from '#platform/live/listener.ts';
import type { Log } from '#platform/log/log.ts';
import type { Vault } from '#platform/secrets/vault.ts';
import { isRefusal, type Refusal } from '#platform/refusal.ts';
import type { SlideSource } from '#platform/slides/slide.ts';
import type { KeptForm } from './kept-forms.ts';

/** What one running process holds: made in main.ts, handed to every door. */
export interface App {
  readonly config: Config;
  readonly database: Database;
  readonly files: Files;
  readonly vault: Vault;
  readonly log: Log;
  readonly listener: Listener;
  /** What is the same for everybody and asked for again and again by pages that anybody may see. */
  readonly frame: KeptAnswers;
  readonly clock: () => Date;
  readonly owed: ReactionNames;
  readonly demonstration: Demonstration;
  /** What screens can show besides what goes out by them, from the domains that supply it. */
  readonly slides: readonly SlideSource[];
}

/** An invented institution to look around in, for an empty database. */
export interface Demonstration {
  /** Waits for whoever loads it already; says so when that takes too long, or when there is an institution. */
  readonly load: (app: App) => Promise<'loaded' | 'under_way' | 'not_empty'>;
  /** Whom one may come in as, shown at its sign-in. */
  readonly accounts: () => Promise<readonly { readonly email: string; readonly password: string; readonly says: string }[]>;
}

/** Who is at the door, with what: one for each request. */
export interface Visit {
  readonly app: App;
  readonly actor: Actor;
  /** The sessions.id when a person came in with a cookie. */
  readonly session: number | null;
  readonly locale: Locale;
  readonly now: Date;
  readonly requestId: string;
  /** For inline scripts of the page build (Content-Security-Policy). */
  readonly nonce: string;
  /** `https://…` as the outside sees it, without a final slash. */
  readonly origin: string;
  /** Whether this visitor wrote a moment ago and must read the primary, not a replica that lags behind. */
  readonly readsPrimary: boolean;
  /** What was typed on this page before its session was gone: its action shows it again and does nothing else. */
  readonly kept?: KeptForm;
  /** A key for rate limits: a keyed hash of the address, which itself is not kept. */
  readonly addressKey: string;
  /** A hash of the visitor's address and browser under a salt, for who counts visits; the address itself is not kept. */
  readonly visitorKey: (salt: Uint8Array) => Buffer;
}

export const visitContext = createContext<Visit>();

/** Runs a command in a transaction of its own; a refusal rolls it back and is returned. */
export async function perform<T>(visit: Visit, work: (ctx: Ctx) => Promise<T | Refusal>): Promise<T | Refusal> {
  try {
    return await transact(visit.app.database.primary, async (db) => {
      const result = await work(commandContext(db, visit.actor, visit.now, visit.app.owed, visit.app.vault));
      if (isRefusal(result)) throw new Rollback(result);
      return result;
    });
  } catch (cause) {
    if (cause instanceof Rollback) return cause.refusal;
    throw cause;
  }
}

class Rollback extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

const readings = new WeakMap<Visit, Ctx>();

/** The context of a reading, one for each request: the replica when there is one. Telling from it is a bug. */
export function reading(visit: Visit): Ctx {
  const known = readings.get(visit);
  if (known) return known;
  const db: Db = visit.readsPrimary ? visit.app.database.primary : visit.app.database.reader;
  const ctx: Ctx = {
    db,
    actor: visit.actor,
    now: visit.now,
    vault: visit.app.vault,
    tell: () => Promise.reject(new Error('a reading tells nothing')),
    asked: new Map(),
    ...(visit.actor.kind === 'nobody' ? { kept: visit.app.frame } : {}),
  };
  readings.set(visit, ctx);
  return ctx;
}

import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { refuse, type Refusal } from '#platform/refusal.ts';

/**
 * How many times in how many minutes, by what the caller counts: an account, a key, or an address. A whole town hall may
 * stand behind one address, so those are high.
 */
const limits = {
  /** By account. */
  sign_in: { times: 5, minutes: 15 },
  /** By address, for accounts that do not exist: 300 people who mistype on a Monday stay below it. */
  unknown_account: { times: 300, minutes: 15 },
  /** By account. */
  forgotten: { times: 5, minutes: 60 },
  /** By address: forms that anybody may send. */
  public_form: { times: 60, minutes: 10 },
  /** By address: codes of printed documents that are of none; eighty bits are guessed by nobody. */
  verification: { times: 30, minutes: 15 },
  /** By person: codes of screens that are typed; thirty in a quarter of an hour guess none of 148 million. */
  screen_code: { times: 30, minutes: 15 },
  /** By address: screens that ask for a code. All of a building may stand behind one. */
  screen_pairing: { times: 120, minutes: 15 },
  /** By screen: what it says and asks, some six times more than it needs. */
  screen: { times: 600, minutes: 10 },
  /** By key. */
  api: { times: 3000, minutes: 5 },
} as const;

export type LimitName = keyof typeof limits;

/** A visit, or whatever else knows the database. */
interface Limited {
  readonly app: { readonly database: { readonly pool: Pool } };
}

/**
 * Counts one time more, in every process of the house together; refuses with `rate.wait` {minutes} once they are too many.
 * Count before the thing is tried, and `forgive` when it went well.
 */
export async function limit(visit: Limited, name: LimitName, key: string): Promise<Refusal | null> {
  try {
    await limiter(visit.app.database.pool, name).consume(digest(key));
    return null;
  } catch (cause) {
    if (!(cause instanceof RateLimiterRes)) throw cause;
    return refuse('rate.wait', { minutes: Math.max(1, Math.ceil(cause.msBeforeNext / 60_000)) });
  }
}

/** How many times are left before the wait. */
export async function timesLeft(visit: Limited, name: LimitName, key: string): Promise<number> {
  const counted = await limiter(visit.app.database.pool, name).get(digest(key));
  return counted ? counted.remainingPoints : limits[name].times;
}

/** Starts counting again, as after a right password. */
export async function forgive(visit: Limited, name: LimitName, key: string): Promise<void> {
  await limiter(visit.app.database.pool, name).delete(digest(key));
}

const limiters = new WeakMap<Pool, Map<LimitName, RateLimiterPostgres>>();

function limiter(pool: Pool, name: LimitName): RateLimiterPostgres {
  const known = limiters.get(pool) ?? new Map<LimitName, RateLimiterPostgres>();
  limiters.set(pool, known);
  const made =
    known.get(name) ??
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limits',
      tableCreated: true,
      keyPrefix: name,
      points: limits[name].times,
      duration: limits[name].minutes * 60,
    });
  known.set(name, made);
  return made;
}

/** What is counted may be somebody's mail: only its hash is kept. */
const digest = (key: string) => createHash('sha256').update(key.trim().toLowerCase()).digest('base64url');

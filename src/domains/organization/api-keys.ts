import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Actor, Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import { authorize } from '#platform/http/policy.ts';
import { Forbidden, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { insertKey, revokeKey, selectKey, selectKeyInForce, selectKeys, touchKey } from './api-keys.queries.ts';
import { organizationPolicy as policy } from './policy.ts';
import { hash } from './tokens.ts';

/**
 * Issues a key for another system: `pregon_<prefix>_<secret>`. The whole key is told this once; only its hash is kept.
 * A key issues no keys: it could give itself what it was not given.
 */
export async function issueKey(
  ctx: Ctx,
  input: { name: string; scopes: readonly string[]; expires_on: string | null },
): Promise<{ id: number; key: string } | Refusal> {
  authorize(ctx.actor, policy, 'keys.edit', null);
  if (ctx.actor.kind !== 'person') throw new Forbidden('keys.edit', policy['keys.edit'].roles);
  if (input.expires_on !== null && input.expires_on <= ctx.now.toISOString().slice(0, 10))
    return refuse('key.expires_past', {}, 'expires_on');
  const prefix = randomBytes(5).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  const { name, scopes } = input;
  const id = await insertKey(ctx.db, {
    name,
    prefix,
    secretHash: hash(secret),
    scopes,
    by: ctx.actor.id!,
    now: ctx.now,
    expires: input.expires_on,
  });
  await ctx.tell({
    name: 'key.issued',
    subject: { type: 'key', id },
    after: { name, scopes, expires: input.expires_on },
    topics: ['keys'],
  });
  return { id, key: `pregon_${prefix}_${secret}` };
}

export async function withdrawKey(ctx: Ctx, id: number): Promise<void> {
  authorize(ctx.actor, policy, 'keys.edit', null);
  const key = await selectKey(ctx.db, id);
  if (!key || key.revoked_at) throw new NotFound(`key ${id}`);
  await revokeKey(ctx.db, id, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'key.revoked',
    subject: { type: 'key', id },
    before: { name: key.name, scopes: key.scopes },
    after: { revoked: true },
    topics: ['keys'],
  });
}

export function listKeys(ctx: Ctx) {
  authorize(ctx.actor, policy, 'keys.read', null);
  return selectKeys(ctx.db);
}

/** Who comes with a key: it acts in the name of whoever issued it, within its scopes. undefined when it is not in force. */
export async function keyActor(db: Db, now: Date, bearer: string): Promise<Actor | undefined> {
  const [, prefix, secret] = /^pregon_([0-9a-f]{10})_([\w-]{43})$/.exec(bearer) ?? [];
  const key = prefix && (await selectKeyInForce(db, prefix, now));
  if (!key || !timingSafeEqual(Buffer.from(key.secret_hash), Buffer.from(hash(secret!)))) return undefined;
  // Once a minute is enough to know that it is in use.
  if (!key.last_used_at || now.getTime() - key.last_used_at.getTime() > 60_000) await touchKey(db, key.id, now);
  return { kind: 'key', id: key.issued_by, name: key.name, grants: [], key: key.id, scopes: key.scopes };
}

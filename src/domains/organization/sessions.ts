import { createHash, randomBytes } from 'node:crypto';
import type { Actor, Ctx } from '#platform/ctx.ts';
import { nobody } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import type { Visitor } from '#platform/http/server.ts';
import { insertSession, selectSession, touchSession } from './sessions.queries.ts';

const days = 24 * 60 * 60 * 1000;
const lifetime = 14 * days;
const idle = 2 * days;

/** Opens a session for a person who has just proved who he is. Only the token's hash is kept; the token goes into the cookie. */
export async function openSession(ctx: Ctx, input: { person: string; device: string; secondFactor: boolean }): Promise<{ token: string; session: number }> {
  const token = randomBytes(32).toString('base64url');
  const session = await insertSession(ctx.db, {
    tokenHash: hash(token), person: input.person, device: input.device, now: ctx.now,
    expires: new Date(ctx.now.getTime() + lifetime), secondFactorAt: input.secondFactor ? ctx.now : null,
  });
  await ctx.tell({ name: 'session.opened', subject: { type: 'person', id: input.person }, after: { device: input.device } });
  return { token, session };
}

/** Who comes with this cookie: nobody when it is unknown, ended, expired, idle for two days, or the person has left. */
export async function identify(db: Db, now: Date, { cookie }: { cookie?: string; bearer?: string }): Promise<Visitor> {
  const stranger: Visitor = { actor: nobody, session: null };
  if (!cookie) return stranger;
  const row = await selectSession(db, hash(cookie), now, new Date(now.getTime() - idle));
  if (!row) return stranger;
  if (now.getTime() - row.seen_at.getTime() > 60_000) await touchSession(db, row.id, row.person_id, now);
  const actor: Actor = { kind: 'person', id: row.person_id, name: row.name, grants: row.grants };
  return { actor, session: row.id, locale: row.language };
}

export function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

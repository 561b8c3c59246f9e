import type { Actor, Ctx } from '#platform/ctx.ts';
import { nobody } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import type { Visitor } from '#platform/http/server.ts';
import { NotFound } from '#platform/refusal.ts';
import { keyActor } from './api-keys.ts';
import { listSessions, endSession, endSessions, insertSession, selectSession, touchSession } from './sessions.queries.ts';
import { freshToken, hash } from './tokens.ts';

const days = 24 * 60 * 60 * 1000;
const lifetime = 14 * days;
const idle = 2 * days;

/** Opens a session for a person who has just proved who he is. Only the token's hash is kept; the token goes into the cookie. */
export async function openSession(
  ctx: Ctx,
  input: { person: string; device: string; secondFactor: boolean; trusted?: number | null },
): Promise<{ token: string; session: number }> {
  const token = freshToken();
  const session = await insertSession(ctx.db, {
    tokenHash: hash(token),
    person: input.person,
    device: input.device,
    now: ctx.now,
    expires: new Date(ctx.now.getTime() + lifetime),
    secondFactorAt: input.secondFactor ? ctx.now : null,
    trusted: input.trusted ?? null,
  });
  await ctx.tell({ name: 'session.opened', subject: { type: 'person', id: input.person }, after: { device: input.device } });
  return { token, session };
}

/** Who comes with this cookie or key: nobody when it is unknown, ended, expired, idle for two days, or the person has left. */
export async function identify(db: Db, now: Date, { cookie, bearer }: { cookie?: string; bearer?: string }): Promise<Visitor> {
  const stranger: Visitor = { actor: nobody, session: null };
  if (bearer) return { actor: (await keyActor(db, now, bearer)) ?? nobody, session: null };
  if (!cookie) return stranger;
  const row = await selectSession(db, hash(cookie), now, new Date(now.getTime() - idle));
  if (!row) return stranger;
  if (now.getTime() - row.seen_at.getTime() > 60_000) await touchSession(db, row.id, row.person_id, now);
  const actor: Actor = { kind: 'person', id: row.person_id, name: row.name, position: row.position, grants: row.grants };
  return { actor, session: row.id, locale: row.language };
}

/** How long a browser keeps the cookie, in seconds: as long as a session can live. */
export const sessionSeconds = lifetime / 1000;

export interface OpenSession {
  readonly id: number;
  readonly device: string;
  readonly openedAt: Date;
  readonly seenAt: Date;
  readonly this: boolean;
}

/** The person's own open sessions, the last seen first. */
export async function sessionsOf(ctx: Ctx, person: string, current: number | null): Promise<OpenSession[]> {
  const rows = await listSessions(ctx.db, person, ctx.now, new Date(ctx.now.getTime() - idle));
  return rows.map((row) => ({ id: row.id, device: row.device, openedAt: row.created_at, seenAt: row.seen_at, this: row.id === current }));
}

/** Ends one of the actor's own sessions. @throws NotFound when it is not his or has ended. */
export async function endOwnSession(ctx: Ctx, session: number): Promise<void> {
  if (!(await endSession(ctx.db, session, ctx.actor.id!, ctx.now))) throw new NotFound('session');
  await ctx.tell({ name: 'session.ended', subject: { type: 'person', id: ctx.actor.id! }, before: { session } });
}

/** Ends every session of a person but the one given: after a new password, when he leaves, or because he asks. */
export async function endSessionsOf(ctx: Ctx, person: string, but: number | null = null): Promise<number> {
  const ended = await endSessions(ctx.db, person, but, ctx.now);
  if (ended > 0) await ctx.tell({ name: 'sessions.ended', subject: { type: 'person', id: person }, before: { sessions: ended } });
  return ended;
}

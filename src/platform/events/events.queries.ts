import { sql } from 'kysely';
import type { Actor, Told } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';

export async function insertEvent(db: Db, actor: Actor, now: Date, event: Told): Promise<number> {
  const { id } = await db
    .insertInto('events')
    .values({
      name: event.name,
      subject_type: event.subject.type,
      subject_id: String(event.subject.id),
      payload: JSON.stringify(event.payload ?? {}),
      actor_id: actor.id,
      happened_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertAuditEntry(db: Db, actor: Actor, now: Date, event: Told): Promise<void> {
  await db
    .insertInto('audit_entries')
    .values({
      at: now,
      actor_kind: actor.kind,
      actor_id: actor.id,
      actor_name: actor.name,
      key_id: actor.key ?? null,
      action: event.name,
      subject_type: event.subject.type,
      subject_id: String(event.subject.id),
      before: json(event.before),
      after: json(event.after),
    })
    .execute();
}

export async function insertReactions(db: Db, event: number, reactions: readonly string[], now: Date): Promise<void> {
  await db
    .insertInto('reactions')
    .values(reactions.map((reaction) => ({ event_id: event, reaction, due_at: now })))
    .execute();
}

export interface DueReaction {
  readonly id: number;
  readonly reaction: string;
  readonly attempts: number;
  readonly event: {
    id: number;
    name: string;
    subject_type: string;
    subject_id: string;
    payload: Record<string, unknown>;
    actor_id: string | null;
    happened_at: Date;
  };
}

/** Takes the next reaction owed, locked so that no other worker takes it. */
export async function claimReaction(db: Db, now: Date): Promise<DueReaction | undefined> {
  const { rows } = await sql<DueReaction & { happened: string }>`
    select r.id, r.reaction, r.attempts,
           json_build_object('id', e.id, 'name', e.name, 'subject_type', e.subject_type, 'subject_id', e.subject_id,
                             'payload', e.payload, 'actor_id', e.actor_id) as event,
           e.happened_at as happened
    from reactions r join events e on e.id = r.event_id
    where r.done_at is null and r.dead_at is null and r.due_at <= ${now}
    order by r.due_at, r.id limit 1
    for update of r skip locked`.execute(db);
  const row = rows[0];
  return row && { ...row, event: { ...row.event, happened_at: new Date(row.happened) } };
}

export async function markReactionDone(db: Db, id: number, now: Date): Promise<void> {
  await db.updateTable('reactions').set({ done_at: now, error: null }).where('id', '=', id).execute();
}

/** Counts the failure: tried again at `due`, or dead when there is no next time. */
export async function markReactionFailed(db: Db, id: number, error: string, due: Date | null, now: Date): Promise<void> {
  await db
    .updateTable('reactions')
    .set((row) => ({
      attempts: row('attempts', '+', 1),
      error,
      ...(due ? { due_at: due } : { dead_at: now }),
    }))
    .where('id', '=', id)
    .execute();
}

export async function listDeadReactions(db: Db, limit: number, offset: number) {
  return db
    .selectFrom('reactions as r')
    .innerJoin('events as e', 'e.id', 'r.event_id')
    .select(['r.id', 'r.reaction', 'r.attempts', 'r.error', 'r.dead_at', 'e.name', 'e.subject_type', 'e.subject_id'])
    .where('r.dead_at', 'is not', null)
    .orderBy('r.dead_at', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
}

export async function reviveReaction(db: Db, id: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('reactions')
    .set({ dead_at: null, attempts: 0, due_at: now })
    .where('id', '=', id)
    .where('dead_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

import { sql } from 'kysely';
import type { Actor, Told } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';

/** All that told events leave, in one statement: their audit entries, themselves, the reactions owed, and the notices. */
export async function insertTold(
  db: Db,
  actor: Actor,
  now: Date,
  events: readonly Told[],
  owed: (event: string) => readonly string[],
): Promise<void> {
  if (events.length === 0) return;
  const told = events.map(({ by = actor, ...event }, at) => ({
    at,
    name: event.name,
    type: event.subject.type,
    subject: String(event.subject.id),
    kind: by.kind,
    actor: by.id,
    actor_name: by.name,
    key: by.key ?? null,
    before: event.before,
    after: event.after,
    payload: event.payload ?? {},
    topics: event.topics ?? [],
    // What it is about, so that nobody hears of what he may not know.
    about: event.openly ? [] : (event.topics ?? []).filter((topic) => topic.includes(':')),
    owes: owed(event.name),
  }));
  await sql`
    with given as materialized (
      select g.*, nextval('events_id_seq') as event from json_to_recordset(${JSON.stringify(told)}::json)
        as g(at int, name text, type text, subject text, kind text, actor uuid, actor_name text, key bigint, before jsonb, after jsonb,
             payload jsonb, topics text[], about text[], owes text[])
      order by g.at
    ),
    entry as (
      insert into audit_entries (at, actor_kind, actor_id, actor_name, key_id, action, subject_type, subject_id, before, after)
      select ${now}::timestamptz, kind, actor, actor_name, key, name, type, subject, before, after from given order by at
    ),
    told as (
      insert into events (id, name, subject_type, subject_id, payload, actor_id, happened_at) overriding system value
      select event, name, type, subject, payload, actor, ${now}::timestamptz from given order by at
    ),
    owed as (
      insert into reactions (event_id, reaction, due_at)
      select event, reaction, ${now}::timestamptz from given, unnest(owes) reaction order by at returning id
    )
    -- notices leave at commit; equal ones of one transaction leave once
    select (select count(pg_notify('reactions', '')) from owed),
           (select count(pg_notify('live', json_build_object('topic', topic, 'event', name, 'id', event, 'about', about)::text))
            from (select topic, name, about, max(event) as event from given, unnest(topics) topic group by topic, name, about) notices)`.execute(
    db,
  );
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

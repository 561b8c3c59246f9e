import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export interface NewNotification {
  readonly kind: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly path: string;
  readonly subjectType: string;
  readonly subjectId: string;
}

export interface KeptNotice {
  readonly id: number;
  readonly kind: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly path: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

export async function insertNotifications(
  db: Db,
  people: readonly string[],
  { kind, facts, path, subjectType, subjectId }: NewNotification,
  now: Date,
): Promise<void> {
  // One array, however many they are: a statement takes 65,535 parameters.
  await sql`insert into notifications (person_id, kind, facts, path, subject_type, subject_id, created_at)
    select person, ${kind}, ${JSON.stringify(facts)}::jsonb, ${path}, ${subjectType}, ${subjectId}, ${now}
    from unnest(${[...people]}::uuid[]) as person`.execute(db);
}

export async function selectNotices(db: Db, person: string, limit: number, offset: number): Promise<KeptNotice[]> {
  const { rows } = await sql<KeptNotice>`
    select id, kind, facts, path, created_at as "createdAt", read_at as "readAt" from notifications
    where person_id = ${person} order by read_at is not null, id desc limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

export async function countUnread(db: Db, person: string): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*) as count from notifications where person_id = ${person} and read_at is null`.execute(db);
  return rows[0]!.count;
}

export function selectNotice(db: Db, person: string, id: number): Promise<{ path: string } | undefined> {
  return db.selectFrom('notifications').select('path').where('id', '=', id).where('person_id', '=', person).executeTakeFirst();
}

/** One, or all of a person's. */
export async function updateRead(db: Db, person: string, id: number | null, now: Date): Promise<void> {
  await sql`update notifications set read_at = ${now} where person_id = ${person} and read_at is null and (${id}::bigint is null or id = ${id})`.execute(
    db,
  );
}

/** What asked people, all or these, for something about a subject that is done now. */
export async function updateDone(
  db: Db,
  { kinds, subject, people }: { kinds: readonly string[]; subject: { type: string; id: string }; people: readonly string[] | null },
  now: Date,
): Promise<void> {
  await sql`update notifications set read_at = ${now} where subject_type = ${subject.type} and subject_id = ${subject.id} and read_at is null
    and kind = any (${[...kinds]}::text[]) and (${people}::uuid[] is null or person_id = any (${people}::uuid[]))`.execute(db);
}

export function selectChoices(db: Db, person: string): Promise<{ kind: string; mail: string; push: boolean }[]> {
  return db.selectFrom('notification_choices').select(['kind', 'mail', 'push']).where('person_id', '=', person).execute();
}

export async function updateChoice(db: Db, person: string, kind: string, mail: string, push: boolean): Promise<void> {
  await db
    .insertInto('notification_choices')
    .values({ person_id: person, kind, mail, push })
    .onConflict((conflict) => conflict.columns(['person_id', 'kind']).doUpdateSet({ mail, push }))
    .execute();
}

export interface Unmailed extends KeptNotice {
  readonly person: string;
  readonly email: string;
  readonly name: string;
  readonly language: string;
}

/** What no mail has told yet of those who chose it so (`digest` is also who chose nothing), and marks it told; of who left, nothing. */
export async function claimUnmailed(db: Db, mail: 'at_once' | 'digest', now: Date, limit: number): Promise<Unmailed[]> {
  const { rows } = await sql<Unmailed>`
    with due as (
      select n.id from notifications n join people p on p.id = n.person_id and p.left_at is null
      left join notification_choices c on c.person_id = n.person_id and c.kind = split_part(n.kind, '.', 1)
      where n.mailed_at is null and n.read_at is null and coalesce(c.mail, 'digest') = ${mail}
      order by n.person_id, n.id limit ${limit} for update of n skip locked
    ), told as (
      update notifications n set mailed_at = ${now} from due where n.id = due.id
      returning n.id, n.kind, n.facts, n.path, n.created_at, n.read_at, n.person_id
    )
    select t.id, t.kind, t.facts, t.path, t.created_at as "createdAt", t.read_at as "readAt", t.person_id as person, p.email, p.name, p.language
    from told t join people p on p.id = t.person_id order by t.person_id, t.id`.execute(db);
  return rows;
}

export interface Unpushed extends Pick<KeptNotice, 'id' | 'kind' | 'facts' | 'path'> {
  readonly person: string;
  readonly language: string;
}

/** What these people have not read nor been told on their devices, of what they want there, and marks it told; what is older than an hour is not news. */
export async function claimUnpushed(db: Db, people: readonly string[], now: Date, limit: number): Promise<Unpushed[]> {
  const { rows } = await sql<Unpushed>`
    with due as (
      select n.id from notifications n join people p on p.id = n.person_id and p.left_at is null
      left join notification_choices c on c.person_id = n.person_id and c.kind = split_part(n.kind, '.', 1)
      where n.person_id = any (${[...people]}::uuid[]) and n.pushed_at is null and n.read_at is null and coalesce(c.push, true)
        and n.created_at > ${now}::timestamptz - interval '1 hour'
      order by n.id limit ${limit} for update of n skip locked
    ), told as (
      update notifications n set pushed_at = ${now} from due where n.id = due.id returning n.id, n.kind, n.facts, n.path, n.person_id
    )
    select t.id, t.kind, t.facts, t.path, t.person_id as person, p.language from told t join people p on p.id = t.person_id order by t.id`.execute(
    db,
  );
  return rows;
}

import { sql, type SqlBool } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export interface AuditFilter {
  /** Part of the name of who acted. */
  readonly search?: string | undefined;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly type?: string | undefined;
  readonly subject?: string | undefined;
  /** Days in the institution's zone, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface AuditEntry {
  readonly id: number;
  readonly at: Date;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly action: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly hash: string;
}

/** Entries, the newest first; `after` is the last one of the page before. */
export async function selectEntries(
  db: Db,
  filter: AuditFilter,
  zone: string,
  page: { after?: number | undefined; limit: number },
): Promise<AuditEntry[]> {
  const { search, actor, action, type, subject, from, to } = filter;
  const wanted = [sql<SqlBool>`true`];
  if (page.after) wanted.push(sql`e.id < ${page.after}`);
  if (search) wanted.push(sql`plain(e.actor_name) like '%' || plain(${search}) || '%'`);
  if (actor) wanted.push(sql`e.actor_id = ${actor}`);
  if (action) wanted.push(sql`e.action = ${action}`);
  if (type) wanted.push(sql`e.subject_type = ${type}`);
  if (subject) wanted.push(sql`e.subject_id = ${subject}`);
  if (from) wanted.push(sql`e.at >= ${from}::date::timestamp at time zone ${zone}`);
  if (to) wanted.push(sql`e.at < (${to}::date + 1)::timestamp at time zone ${zone}`);
  const { rows } = await sql<AuditEntry>`
    select e.id, e.at, e.actor_kind, e.actor_id, e.actor_name, e.action, e.subject_type, e.subject_id, e.before, e.after, encode(c.hash, 'hex') as hash
    from audit_entries e join audit_chain c on c.entry_id = e.id
    where ${sql.join(wanted, sql` and `)} order by e.id desc limit ${page.limit}`.execute(db);
  return rows;
}

/** The actions that there are, walking the index from one to the next: the table may be long, they are few. */
export async function selectActions(db: Db): Promise<string[]> {
  const { rows } = await sql<{ action: string }>`
    with recursive known as (
      (select action from audit_entries order by action limit 1)
      union all
      select (select e.action from audit_entries e where e.action > k.action order by e.action limit 1) from known k where k.action is not null)
    select action from known where action is not null`.execute(db);
  return rows.map(({ action }) => action);
}

export function selectLastEntry(db: Db, type: string, id: string) {
  return db
    .selectFrom('audit_entries')
    .select(['actor_name as actor', 'at', 'action'])
    .where('subject_type', '=', type)
    .where('subject_id', '=', id)
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

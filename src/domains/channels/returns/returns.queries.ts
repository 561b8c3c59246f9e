import { sql, type RawBuilder } from 'kysely';
import { foundIn } from '#domains/audiences/index.ts';
import type { Db } from '#platform/db/database.ts';
import type { ReturnsFilter } from './returns.input.ts';
import type { MailReturn, ReturnKind, ReturnMeans } from './returns.ts';

export interface NewReturn {
  readonly fingerprint: string;
  readonly means: ReturnMeans;
  readonly kind: ReturnKind;
  readonly recipient: number | null;
  readonly status: string;
  readonly says: string;
}

/** Undefined when the same came in already. */
export async function insertReturn(db: Db, given: NewReturn, now: Date): Promise<{ id: number; contact: number | null } | undefined> {
  const { rows } = await sql<{ id: number; contact: number | null }>`
    insert into mail_returns (fingerprint, means, kind, recipient_id, mailing_id, contact_id, status, says, done, at)
    select ${given.fingerprint}, ${given.means}, ${given.kind}, r.id, r.mailing_id, r.contact_id, ${given.status}, ${given.says}, 'noted', ${now}
    from (select 1) one left join mailing_recipients r on r.id = ${given.recipient}::bigint
    on conflict (fingerprint) do nothing returning id, contact_id as contact`.execute(db);
  return rows[0];
}

export async function markDone(db: Db, id: number, done: MailReturn['done']): Promise<void> {
  await db.updateTable('mail_returns').set({ done }).where('id', '=', id).execute();
}

/** How many did not arrive at a contact since then. */
export async function countSoft(db: Db, contact: number, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from mail_returns
    where contact_id = ${contact} and kind = 'soft' and at > ${since}`.execute(db);
  return rows[0]!.count;
}

/** By whom it was sent to, its status, or the name of the mailing. */
async function narrowed(db: Db, { kind, q }: Pick<ReturnsFilter, 'kind' | 'q'>): Promise<RawBuilder<unknown>> {
  const found = q ? await foundIn(db, q, sql`t.contact_id`) : null;
  const named = sql`select m.id from mailings m where plain(m.title) like '%' || plain(${(q ?? '').replace(/[\\%_]/g, '\\$&')}) || '%'`;
  return sql`true ${kind ? sql`and t.kind = ${kind}` : sql``}
    ${found ? sql`and (${found.condition} or t.status = ${q} or t.mailing_id = any (array(${named})))` : sql``}`;
}

/** The last first. The rows are found before they are dressed. */
export async function selectReturns(db: Db, filter: ReturnsFilter, limit: number, offset: number): Promise<MailReturn[]> {
  const { rows } = await sql<MailReturn>`with found as materialized (
      select t.id from mail_returns t where ${await narrowed(db, filter)} order by t.at desc, t.id desc limit ${limit} offset ${offset}
    ) select t.id, t.kind, t.means, t.status, t.says, t.done, t.at, r.address, t.contact_id as contact, t.mailing_id as mailing, m.title as "mailingTitle"
    from found f join mail_returns t on t.id = f.id left join mailing_recipients r on r.id = t.recipient_id
      left join mailings m on m.id = t.mailing_id order by t.at desc, t.id desc`.execute(db);
  return rows;
}

/** Counted no further than `most`. */
export async function countReturns(db: Db, filter: ReturnsFilter, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select from mail_returns t where ${await narrowed(db, filter)} limit ${most}) counted`.execute(db);
  return rows[0]!.count;
}

/** How many of each kind came in since then. */
export async function countKinds(db: Db, since: Date): Promise<{ kind: ReturnKind; count: number }[]> {
  const { rows } = await sql<{ kind: ReturnKind; count: number }>`select kind, count(*)::int as count from mail_returns
    where at > ${since} group by kind`.execute(db);
  return rows;
}

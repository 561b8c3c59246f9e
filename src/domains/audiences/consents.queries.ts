import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** What one may agree to, with the text that is read now. */
export interface Purpose {
  readonly code: string;
  readonly name: string;
  /** By what it reaches whoever agrees; `visits` reaches nobody: it lets the portal remember what he looks at. */
  readonly means: 'mail' | 'push' | 'visits';
  readonly number: number;
  readonly text: string;
  readonly publishedAt: Date;
}

export type ConsentAct = 'given' | 'withdrawn';
export type ConsentChannel =
  | 'portal'
  | 'preferences'
  | 'one_click'
  | 'paper'
  | 'phone'
  | 'in_person'
  | 'import'
  | 'api'
  | 'request'
  | 'complaint';

/** Somebody agreed or took it back: a line of the ledger. */
export interface Consent {
  readonly id: number;
  readonly purpose: string;
  readonly purposeName: string;
  readonly number: number;
  readonly text: string;
  readonly act: ConsentAct;
  readonly channel: ConsentChannel;
  readonly at: Date;
  readonly proof: string;
  readonly by: string | null;
}

export async function selectPurposes(db: Db): Promise<Purpose[]> {
  const { rows } = await sql<Purpose>`
    select p.code, p.name, p.means, t.number, t.text, t.published_at as "publishedAt"
    from purposes p join lateral (select * from purpose_texts t where t.purpose = p.code order by number desc limit 1) t on true
    where p.closed_at is null order by p.position, p.code`.execute(db);
  return rows;
}

/** How many agree to each purpose now. */
export async function countConsenting(db: Db): Promise<{ code: string; count: number }[]> {
  const { rows } = await sql<{ code: string; count: number }>`
    select purpose as code, count(*) as count from contacts, unnest(purposes) purpose where erased_at is null group by purpose`.execute(db);
  return rows;
}

export async function insertPurpose(db: Db, { code, name }: { code: string; name: string }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('purposes')
    .values((own) => ({ code, name, position: own.selectFrom('purposes').select(sql<number>`coalesce(max(position), 0) + 1`.as('next')) }))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function insertPurposeText(db: Db, purpose: string, text: string, by: string | null, now: Date): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into purpose_texts (purpose, number, text, published_by, published_at)
    select ${purpose}, coalesce(max(number), 0) + 1, ${text}, ${by}::uuid, ${now} from purpose_texts where purpose = ${purpose}
    returning number`.execute(db);
  return rows[0]!.number;
}

export async function markPurposeClosed(db: Db, code: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('purposes')
    .set({ closed_at: now })
    .where('code', '=', code)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function selectConsents(db: Db, contact: number): Promise<Consent[]> {
  const { rows } = await sql<Consent>`
    select c.id, c.purpose, p.name as "purposeName", c.text_number as number, t.text, c.act, c.channel, c.at, c.proof, w.name as by
    from consents c join purposes p on p.code = c.purpose
    join purpose_texts t on t.purpose = c.purpose and t.number = c.text_number left join people w on w.id = c.person_id
    where c.contact_id = ${contact} order by c.at desc, c.id desc limit 500`.execute(db);
  return rows;
}

export interface NewConsent {
  readonly purpose: string;
  readonly number: number;
  readonly act: ConsentAct;
  readonly channel: ConsentChannel;
  readonly proof: string;
}

export async function insertConsents(db: Db, contact: number, given: readonly NewConsent[], by: string | null, now: Date): Promise<void> {
  if (given.length === 0) return;
  await db
    .insertInto('consents')
    .values(
      given.map(({ purpose, number, act, channel, proof }) => ({
        contact_id: contact,
        purpose,
        text_number: number,
        act,
        channel,
        at: now,
        proof,
        person_id: by,
      })),
    )
    .execute();
}

export type SuppressionReason = 'asked' | 'erased' | 'bounced' | 'complained';

export async function insertSuppression(db: Db, email: string, reason: SuppressionReason, by: string | null, now: Date): Promise<void> {
  await sql`insert into suppressions (email_sha256, reason, at, person_id) values (mail_hash(${email}::citext), ${reason}, ${now}, ${by}::uuid)
    on conflict (email_sha256) do update set reason = 'complained', at = excluded.at
      where excluded.reason = 'complained' and suppressions.reason <> 'complained'`.execute(db);
}

export async function deleteSuppression(db: Db, email: string): Promise<void> {
  await sql`delete from suppressions where email_sha256 = mail_hash(${email}::citext)`.execute(db);
}

export async function selectSuppression(db: Db, email: string): Promise<{ reason: SuppressionReason; at: Date } | undefined> {
  const { rows } = await sql<{ reason: SuppressionReason; at: Date }>`
    select reason, at from suppressions where email_sha256 = mail_hash(${email}::citext)`.execute(db);
  return rows[0];
}

export async function countSuppressions(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from suppressions`.execute(db);
  return rows[0]!.count;
}

export async function selectRetention(db: Db): Promise<number> {
  return (await db.selectFrom('audience_settings').select('retention_months').executeTakeFirstOrThrow()).retention_months;
}

export async function updateRetention(db: Db, months: number): Promise<void> {
  await db.updateTable('audience_settings').set({ retention_months: months }).execute();
}

/** Those that agreed to nothing for so long, and of whom nothing newer is known, some at a time. */
export async function selectForgettable(db: Db, before: Date, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from contacts where purposes = '{}' and kind <> 'staff' and erased_at is null and changed_at < ${before}
      and not exists (select from data_requests d where d.contact_id = contacts.id and d.state in ('open', 'incomplete'))
      and not exists (select from interactions i where i.contact_id = contacts.id)
    order by changed_at limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

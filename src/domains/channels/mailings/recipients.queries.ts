import { sql, type RawBuilder } from 'kysely';
import { foundIn } from '#domains/audiences/index.ts';
import type { Db } from '#platform/db/database.ts';
import type { RecipientCounts, RecipientState, Waves } from './mailing.ts';

/**
 * Fixes who they are, in one statement: nothing of it passes through this process, and a list is whole or is not. In waves they come in
 * an order that says nothing of them, the same each time.
 */
export async function insertRecipients(
  db: Db,
  mailing: number,
  selection: RawBuilder<unknown>,
  { size, percent }: Waves,
  excludedMailings: readonly number[],
): Promise<{ count: number; waves: number }> {
  const order = sql`order by md5(${String(mailing)}::text || ':' || s.contact_id)`;
  const wave =
    size !== null
      ? sql`((row_number() over (${order}) - 1) / ${size}::bigint)::int`
      : percent !== null
        ? sql`((row_number() over (${order}) - 1) / greatest(1, ceil(count(*) over () * ${percent}::numeric / 100))::bigint)::int`
        : sql`0`;
  const { rows } = await sql<{ count: number; waves: number }>`
    with written as (
      insert into mailing_recipients (mailing_id, contact_id, address, wave)
      select ${mailing}::bigint, s.contact_id, s.address, ${wave} from (${selection}) s
      where not exists (
        select from mailing_recipients r where r.mailing_id = any(${[...excludedMailings]}::bigint[]) and r.contact_id = s.contact_id
          and r.state in ('attempted', 'accepted', 'unknown', 'complained'))
      order by 4, 2
      returning wave
    )
    select count(*) as count, coalesce(max(wave) + 1, 0) as waves from written`.execute(db);
  return rows[0]!;
}

export async function markFixed(db: Db, mailing: number, { count, waves }: { count: number; waves: number }, now: Date): Promise<void> {
  await sql`update mailings set fixed_at = ${now}, wave_at = ${now}, wave = 0, recipients = ${count}, waves = ${waves} where id = ${mailing}`.execute(
    db,
  );
  // So many at once change what every plan should know of the table, long before it is looked at by itself.
  if (count >= 1000) await sql`analyze mailing_recipients`.execute(db);
}

const none: RecipientCounts = { queued: 0, attempted: 0, accepted: 0, unknown: 0, bounced: 0, complained: 0, suppressed: 0 };

/** How many are in each state, read from the index alone. */
export async function countRecipientStates(db: Db, mailing: number): Promise<RecipientCounts> {
  const { rows } = await sql<{ state: RecipientState; count: number }>`
    select state, count(*)::int as count from mailing_recipients where mailing_id = ${mailing} group by state`.execute(db);
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

export interface Recipient {
  readonly id: number;
  readonly contact: number;
  readonly name: string;
  readonly address: string;
  readonly state: RecipientState;
  readonly wave: number;
  readonly tries: number;
  readonly at: Date | null;
  readonly provider: number | null;
  readonly reason: string | null;
  readonly answer: string | null;
  readonly mail: number | null;
}

export interface RecipientFilter {
  readonly state?: RecipientState | undefined;
  readonly search?: string | undefined;
}

const columns = sql`r.id, r.contact_id as contact, coalesce(c.name, '') as name, r.address, r.state, r.wave, r.tries, r.at, r.provider, r.reason,
  r.answer, r.mail_id as mail`;

/** How far what is searched for is counted: lists say «more than». */
export const recipientsCounted = 1_000;

async function narrowed(db: Db, mailing: number, { state, search }: RecipientFilter): Promise<RawBuilder<unknown>> {
  const found = search ? await foundIn(db, search, sql`r.contact_id`) : null;
  // Where he was written to may not be where he is now.
  const then = search?.includes('@') ? sql`or r.address = ${search.toLowerCase()}` : sql``;
  return sql`r.mailing_id = ${mailing} ${state ? sql`and r.state = ${state}` : sql``} ${found ? sql`and (${found.condition} ${then})` : sql``}`;
}

/** In the order in which they were fixed; `after` is the last one before. */
export async function selectRecipients(
  db: Db,
  mailing: number,
  filter: RecipientFilter,
  { limit, offset = 0, after = 0 }: { limit: number; offset?: number; after?: number },
): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`with found as materialized (
      select r.id from mailing_recipients r where ${await narrowed(db, mailing, filter)} and r.id > ${after} order by r.id limit ${limit} offset ${offset}
    ) select ${columns} from found join mailing_recipients r on r.id = found.id left join contacts c on c.id = r.contact_id order by r.id`.execute(
    db,
  );
  return rows;
}

/** Searched for, no further than one beyond `recipientsCounted`. */
export async function countRecipientsOf(db: Db, mailing: number, filter: RecipientFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select from mailing_recipients r where ${await narrowed(db, mailing, filter)} ${filter.search ? sql`limit ${recipientsCounted + 1}` : sql``}
  ) counted`.execute(db);
  return rows[0]!.count;
}

export interface RecipientOf {
  readonly id: number;
  readonly mailing: number;
  readonly contact: number;
  readonly state: RecipientState;
  readonly purpose: string | null;
}

export async function selectRecipientOf(db: Db, id: number): Promise<RecipientOf | undefined> {
  const { rows } = await sql<RecipientOf>`select r.id, r.mailing_id as mailing, r.contact_id as contact, r.state, m.purpose
    from mailing_recipients r join mailings m on m.id = r.mailing_id where r.id = ${id}`.execute(db);
  return rows[0];
}

/** What a person says of those that are unknown: all of them, or these. */
export async function settleUnknown(
  db: Db,
  mailing: number,
  to: 'queued' | 'accepted' | 'bounced',
  recipients: readonly number[],
  note: string,
  now: Date,
): Promise<number> {
  const { rows } = await sql`update mailing_recipients set state = ${to}, at = ${now}, answer = ${note}, reason = 'person',
      worker = null, next_at = null
    where mailing_id = ${mailing} and state = 'unknown' ${recipients.length === 0 ? sql`` : sql`and id = any(${[...recipients]}::bigint[])`}
    returning id`.execute(db);
  return rows.length;
}

/** What was accepted came back. One that nobody knew of is known so. */
export async function markReturned(
  db: Db,
  id: number,
  state: 'bounced' | 'complained',
  answer: string,
  now: Date,
): Promise<RecipientOf | undefined> {
  const { rows } = await sql<RecipientOf>`
    update mailing_recipients r set state = ${state}, reason = 'returned', answer = ${answer}, at = ${now} from mailings m
    where r.id = ${id} and m.id = r.mailing_id and r.state in ('attempted', 'accepted', 'unknown')
    returning r.id, r.mailing_id as mailing, r.contact_id as contact, r.state, m.purpose`.execute(db);
  return rows[0];
}

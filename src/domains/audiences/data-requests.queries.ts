import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { DataRequestFilter, DataRequestKind } from './data-requests.input.ts';

/** What a person asks about his own data. */
export interface DataRequest {
  readonly id: number;
  readonly kind: DataRequestKind;
  readonly contact: number | null;
  readonly name: string;
  readonly email: string | null;
  readonly said: string;
  readonly channel: string;
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly extendedOn: string | null;
  readonly extensionReason: string;
  readonly state: 'open' | 'incomplete' | 'answered' | 'withdrawn';
  readonly askedOn: string | null;
  readonly askedWhat: string;
  readonly outcome: 'granted' | 'refused' | null;
  readonly answer: string;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
}

const columns = sql`d.id, d.kind, d.contact_id as contact, coalesce(nullif(c.name, ''), d.name) as name, coalesce(c.email, d.email)::text as email,
  d.said, d.channel, d.received_on as "receivedOn", d.due_on as "dueOn", d.extended_on as "extendedOn", d.extension_reason as "extensionReason",
  d.state, d.asked_on as "askedOn", d.asked_what as "askedWhat", d.outcome, d.answer, d.answered_at as "answeredAt", w.name as "answeredBy"`;
const from = sql`data_requests d left join contacts c on c.id = d.contact_id left join people w on w.id = d.answered_by`;

function wanted({ state, kind }: DataRequestFilter): RawBuilder<SqlBool> {
  const all = [sql<SqlBool>`true`];
  if (state) all.push(sql`d.state = ${state}`);
  if (kind) all.push(sql`d.kind = ${kind}`);
  return sql.join(all, sql` and `) as RawBuilder<SqlBool>;
}

/** The last first; `after` is the last one of the page before. */
export async function selectDataRequests(db: Db, filter: DataRequestFilter, limit: number): Promise<DataRequest[]> {
  const start = filter.after
    ? sql<SqlBool>`(d.received_at, d.id) < (select received_at, id from data_requests where id = ${filter.after})`
    : sql<SqlBool>`true`;
  const { rows } = await sql<DataRequest>`select ${columns} from ${from} where ${wanted(filter)} and ${start}
    order by d.received_at desc, d.id desc limit ${limit}`.execute(db);
  return rows;
}

export async function countDataRequests(db: Db, today: string): Promise<{ open: number; late: number }> {
  const { rows } = await sql<{ open: number; late: number }>`
    select count(*) as open, count(*) filter (where due_on < ${today}) as late
    from data_requests where state in ('open', 'incomplete')`.execute(db);
  return rows[0]!;
}

export async function selectDataRequest(db: Db, id: number, lock = false): Promise<DataRequest | undefined> {
  const { rows } = await sql<DataRequest>`select ${columns} from ${from} where d.id = ${id} ${lock ? sql`for update of d` : sql``}`.execute(
    db,
  );
  return rows[0];
}

export async function insertDataRequest(
  db: Db,
  given: Pick<DataRequest, 'kind' | 'contact' | 'name' | 'email' | 'said' | 'channel' | 'receivedOn' | 'dueOn'>,
  now: Date,
): Promise<number> {
  const { id } = await db
    .insertInto('data_requests')
    .values({
      kind: given.kind,
      contact_id: given.contact,
      name: given.name,
      email: given.email,
      said: given.said,
      channel: given.channel,
      received_on: given.receivedOn,
      received_at: now,
      due_on: given.dueOn,
      state: 'open',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateTerm(db: Db, id: number, given: { dueOn: string; extendedOn: string; reason: string }): Promise<void> {
  await db
    .updateTable('data_requests')
    .set({ due_on: given.dueOn, extended_on: given.extendedOn, extension_reason: given.reason })
    .where('id', '=', id)
    .execute();
}

export async function updateIncomplete(
  db: Db,
  id: number,
  given: { state: 'open' | 'incomplete'; askedOn: string; what: string; dueOn: string },
) {
  await db
    .updateTable('data_requests')
    .set({ state: given.state, asked_on: given.askedOn, asked_what: given.what, due_on: given.dueOn })
    .where('id', '=', id)
    .execute();
}

export async function updateAnswered(
  db: Db,
  id: number,
  given: { outcome: 'granted' | 'refused'; answer: string; by: string | null; now: Date },
): Promise<void> {
  await db
    .updateTable('data_requests')
    .set({ state: 'answered', outcome: given.outcome, answer: given.answer, answered_by: given.by, answered_at: given.now })
    .where('id', '=', id)
    .execute();
}

/** Who asked is taken out of what was asked; that it was asked and answered stays. */
export async function blankAsker(db: Db, contact: number): Promise<void> {
  await sql`update data_requests set name = '', email = null, said = '', answer = '', asked_what = '' where contact_id = ${contact}`.execute(
    db,
  );
}

/** Those who were asked to complete what they said, and were silent since. */
export async function withdrawSilent(db: Db, before: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    update data_requests set state = 'withdrawn' where state = 'incomplete' and asked_on < ${before} returning id`.execute(db);
  return rows.map(({ id }) => id);
}

import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export interface Addressee {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** The name of his dependency; empty when he has none. */
  readonly unit: string;
  readonly language: 'es' | 'en';
}

/** Everybody who works in the house and was not written to by this dispatch. */
export async function selectAddressees(db: Db, dispatch: number): Promise<Addressee[]> {
  const { rows } = await sql<Addressee>`select p.id, p.email::text as email, p.name, coalesce(u.name, '') as unit, p.language
    from people p left join units u on u.id = p.unit_id
    where p.left_at is null and not exists (select from deliveries v where v.dispatch_id = ${dispatch} and v.person_id = p.id)
    order by p.id`.execute(db);
  return rows;
}

export async function insertDeliveries(
  db: Db,
  dispatch: number,
  written: readonly { person: string; mail: number }[],
  now: Date,
): Promise<void> {
  await sql`insert into deliveries (dispatch_id, person_id, mail_id, written_at)
    select ${dispatch}, g.person, g.mail, ${now} from json_to_recordset(${JSON.stringify(written)}::json) as g(person uuid, mail bigint)`.execute(
    db,
  );
}

/** Those who were written to and are still in the house. */
export async function selectReached(db: Db, dispatch: number): Promise<Addressee[]> {
  const { rows } =
    await sql<Addressee>`select p.id, p.email::text as email, p.name, '' as unit, p.language from deliveries v join people p on p.id = v.person_id
    where v.dispatch_id = ${dispatch} and p.left_at is null order by p.id`.execute(db);
  return rows;
}

const mailState = sql`case when m.sent_at is not null then 'sent' when m.attempted_at is null then 'waiting'
  when m.error is null then 'unknown' else 'refused' end`;

export type MailCounts = Readonly<Record<'sent' | 'waiting' | 'refused' | 'unknown', number>>;

export async function countDeliveries(db: Db, dispatch: number): Promise<MailCounts> {
  const { rows } = await sql<{ state: keyof MailCounts; count: number }>`select ${mailState} as state, count(*)::int as count
    from deliveries v join outbox_mails m on m.id = v.mail_id where v.dispatch_id = ${dispatch} group by 1`.execute(db);
  return { sent: 0, waiting: 0, refused: 0, unknown: 0, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

export interface Delivery {
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly mail: number;
  readonly state: keyof MailCounts;
  readonly error: string | null;
  readonly at: Date;
}

export interface DeliveryFilter {
  readonly search?: string | undefined;
  readonly state?: keyof MailCounts | undefined;
}

/** By name; `total` is of all that the filter lets through. */
export async function selectDeliveries(
  db: Db,
  dispatch: number,
  { search, state }: DeliveryFilter,
  limit: number,
  offset: number,
): Promise<{ deliveries: Delivery[]; total: number }> {
  const { rows } = await sql<Delivery & { total: number }>`select v.person_id as person, p.name, m.to_address as email, m.id as mail,
      ${mailState} as state, m.error, coalesce(m.sent_at, m.attempted_at, v.written_at) as at, count(*) over ()::int as total
    from deliveries v join people p on p.id = v.person_id join outbox_mails m on m.id = v.mail_id
    where v.dispatch_id = ${dispatch} ${state ? sql`and ${mailState} = ${state}` : sql``}
      ${search ? sql`and (plain(p.name) like '%' || plain(${search}) || '%' or plain(m.to_address) like '%' || plain(${search}) || '%')` : sql``}
    order by plain(p.name), p.id limit ${limit} offset ${offset}`.execute(db);
  return { deliveries: rows.map(({ total: _, ...delivery }) => delivery), total: rows[0]?.total ?? 0 };
}

/** How many saw, and how many confirmed, what went out inside the house. */
export async function countReceipts(db: Db, dispatch: number): Promise<{ seen: number; confirmed: number }> {
  const { rows } = await sql<{ seen: number; confirmed: number }>`select count(*) filter (where kind = 'seen')::int as seen,
    count(*) filter (where kind = 'confirmed')::int as confirmed from receipts where dispatch_id = ${dispatch}`.execute(db);
  return rows[0]!;
}

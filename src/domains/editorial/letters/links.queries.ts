import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** One address of a letter, and whether it answers; null: nobody was asked yet. */
export interface LookedLink {
  readonly address: string;
  readonly state: 'asked' | 'alive' | 'dead' | 'unseen' | null;
  readonly problem: string | null;
  readonly status: number | null;
  readonly lookedAt: Date | null;
}

/** In the order given. */
export async function selectLooked(db: Db, addresses: readonly string[]): Promise<LookedLink[]> {
  const { rows } = await sql<LookedLink>`select g.address, l.state, l.problem, l.status, l.looked_at as "lookedAt"
    from unnest(${[...addresses]}::text[]) with ordinality as g(address, at) left join looked_links l on l.address = g.address
    order by g.at`.execute(db);
  return rows;
}

/** Asks for those that nobody looked at since `stale`; how many. */
export async function askLooks(db: Db, piece: number, addresses: readonly string[], stale: Date, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`insert into looked_links (address, state, asked_at, piece_id)
    select address, 'asked', ${now}, ${piece} from unnest(${[...addresses]}::text[]) as g(address)
    on conflict (address) do update set state = 'asked', asked_at = excluded.asked_at, piece_id = excluded.piece_id
      where looked_links.state <> 'asked' and looked_links.looked_at < ${stale}`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Takes some that wait, each for one worker until `until`: after that another takes it up. */
export async function claimLooks(db: Db, limit: number, now: Date, until: Date): Promise<{ address: string; piece: number }[]> {
  const { rows } = await sql<{ address: string; piece: number }>`update looked_links set asked_at = ${until}
    where address in (select address from looked_links where state = 'asked' and asked_at <= ${now} order by asked_at limit ${limit} for update skip locked)
    returning address, piece_id as piece`.execute(db);
  return rows;
}

export async function nextLook(db: Db): Promise<Date | null> {
  const row = await db
    .selectFrom('looked_links')
    .select(({ fn }) => fn.min('asked_at').as('at'))
    .where('state', '=', 'asked')
    .executeTakeFirst();
  return row?.at ?? null;
}

export async function markLooked(
  db: Db,
  address: string,
  found: { state: 'alive' | 'dead' | 'unseen'; problem: string | null; status: number | null },
  now: Date,
): Promise<void> {
  await db
    .updateTable('looked_links')
    .set({ ...found, looked_at: now })
    .where('address', '=', address)
    .execute();
}

export async function fileIsThere(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select exists (select from files where id::text = ${id.toLowerCase()}) as there`.execute(
    db,
  );
  return rows[0]!.there;
}

export async function selectOwnMail(db: Db, person: string): Promise<string | undefined> {
  return (await db.selectFrom('people').select('email').where('id', '=', person).executeTakeFirst())?.email;
}

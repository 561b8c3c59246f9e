import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export interface Link {
  readonly position: number;
  readonly entry: number;
  readonly missing: boolean;
  readonly right: boolean;
}

/** Links of the chain after a position, each hash computed anew from the one before it and the entry as it is now. */
export async function selectLinks(db: Db, after: number, limit: number): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select c.position, c.entry_id as entry, e.id is null as missing,
      e.id is not null and audit_hash(coalesce(p.hash, '\\x'::bytea), e) = c.hash as right
    from audit_chain c left join audit_entries e on e.id = c.entry_id left join audit_chain p on p.position = c.position - 1
    where c.position > ${after} order by c.position limit ${limit}`.execute(db);
  return rows;
}

/** Entries that no link seals: they were put in with the seal switched off. */
export async function selectUnsealed(db: Db, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select e.id from audit_entries e where not exists (select from audit_chain c where c.entry_id = e.id) order by e.id limit ${limit}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

export async function selectHead(db: Db): Promise<{ position: number; hash: string } | undefined> {
  const { rows } = await sql<{
    position: number;
    hash: string;
  }>`select position, encode(hash, 'hex') as hash from audit_chain order by position desc limit 1`.execute(db);
  return rows[0];
}

export async function holdsHash(db: Db, hash: string): Promise<boolean> {
  const { rows } = await sql`select from audit_chain where hash = decode(${hash}, 'hex') limit 1`.execute(db);
  return rows.length > 0;
}

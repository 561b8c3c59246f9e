import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export interface RequestLink {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly unit: number | null;
  readonly unitName: string | null;
  readonly createdByName: string | null;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  readonly requests: number;
}

export async function insertLink(
  db: Db,
  link: { code: string; name: string; unit: number | null },
  by: string | null,
  now: Date,
): Promise<number> {
  const { id } = await db
    .insertInto('request_links')
    .values({ code: link.code, name: link.name, unit_id: link.unit, created_by: by, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Every address made, open ones first, with how many asked by it. */
export async function selectLinks(db: Db): Promise<RequestLink[]> {
  const { rows } = await sql<RequestLink>`
    select l.id, l.code, l.name, l.unit_id as unit, u.name as "unitName", p.name as "createdByName", l.created_at as "createdAt",
      l.closed_at as "closedAt", (select count(*) from requests r where r.link_id = l.id) as requests
    from request_links l left join units u on u.id = l.unit_id left join people p on p.id = l.created_by
    order by l.closed_at is not null, l.id desc limit 500`.execute(db);
  return rows;
}

/** An open address by its code, however it was typed. */
export async function selectOpenLink(db: Db, code: string): Promise<{ id: number; name: string; unit: number | null } | undefined> {
  return db
    .selectFrom('request_links')
    .select(['id', 'name', 'unit_id as unit'])
    .where('code', '=', code)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
}

/** @returns whether there was one to close */
export async function updateLinkClosed(db: Db, id: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('request_links')
    .set({ closed_at: now })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function insertFollowing(
  db: Db,
  { tokenHash, request, now }: { tokenHash: string; request: number; now: Date },
): Promise<void> {
  await db.insertInto('request_followings').values({ token_hash: tokenHash, request_id: request, made_at: now }).execute();
}

export async function selectFollowed(db: Db, tokenHash: string): Promise<number | undefined> {
  const row = await db.selectFrom('request_followings').select('request_id').where('token_hash', '=', tokenHash).executeTakeFirst();
  return row?.request_id;
}

/** Whom addresses to ask by are for, by id. */
export async function selectLinkNames(db: Db, ids: readonly number[]): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select id::text, name from request_links where id = any (${[...ids]}::bigint[])`.execute(db);
  return rows;
}

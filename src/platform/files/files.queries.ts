import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import type { StoredFile } from './files.ts';

const columns = ['id', 'name', 'type', 'size', 'sha256', 'width', 'height', 'public_since as publicSince'] as const;

export function insertFile(ctx: Ctx, file: Omit<StoredFile, 'id' | 'publicSince'>): Promise<StoredFile> {
  return ctx.db
    .insertInto('files')
    .values({ ...file, created_by: ctx.actor.id, created_at: ctx.now })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

export async function insertRenditions(
  db: Db,
  file: string,
  rows: readonly { name: string; type: string; size: number; width: number; height: number }[],
): Promise<void> {
  await db
    .insertInto('file_renditions')
    .values(rows.map((row) => ({ ...row, file_id: file })))
    .execute();
}

export function findFile(db: Db, id: string): Promise<StoredFile | undefined> {
  return db.selectFrom('files').select(columns).where('id', '=', id).executeTakeFirst();
}

export function findRendition(db: Db, file: string, name: string): Promise<{ type: string; size: number } | undefined> {
  return db.selectFrom('file_renditions').select(['type', 'size']).where('file_id', '=', file).where('name', '=', name).executeTakeFirst();
}

/** Opens a file to anybody; false when it already was, or is not there. */
export async function markPublic(db: Db, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('files')
    .set({ public_since: now })
    .where('id', '=', id)
    .where('public_since', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { HomeBlock } from './home.input.ts';

export async function selectBlocks(db: Db): Promise<HomeBlock[]> {
  return db
    .selectFrom('home_blocks')
    .select(['id', 'block', 'title', 'options'])
    .orderBy('position')
    .orderBy('id')
    .$castTo<HomeBlock>()
    .execute();
}

/** Nobody else moves them meanwhile. */
export async function lockBlocks(db: Db): Promise<void> {
  await sql`lock table home_blocks in share row exclusive mode`.execute(db);
}

export async function insertBlock(db: Db, { block, title, options }: Omit<HomeBlock, 'id'>, by: string | null, now: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into home_blocks (position, block, title, options, written_by, written_at)
    select coalesce(max(position), 0) + 1, ${block}, ${title}, ${JSON.stringify(options)}::jsonb, ${by}, ${now} from home_blocks returning id`.execute(
    db,
  );
  return rows[0]!.id;
}

export async function updateBlock(
  db: Db,
  id: number,
  { title, options }: Pick<HomeBlock, 'title' | 'options'>,
  by: string | null,
  now: Date,
): Promise<void> {
  await db
    .updateTable('home_blocks')
    .set({ title, options: JSON.stringify(options), written_by: by, written_at: now })
    .where('id', '=', id)
    .execute();
}

/** Puts blocks in this order. */
export async function orderBlocks(db: Db, ids: readonly number[]): Promise<void> {
  await sql`update home_blocks b set position = o.at from unnest(${[...ids]}::bigint[]) with ordinality as o(id, at) where b.id = o.id`.execute(
    db,
  );
}

export async function deleteBlock(db: Db, id: number): Promise<void> {
  await db.deleteFrom('home_blocks').where('id', '=', id).execute();
}

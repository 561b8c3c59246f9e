import type { Db } from '#platform/db/database.ts';

export interface SavedView {
  readonly id: number;
  readonly name: string;
  readonly query: string;
}

export async function insertView(
  db: Db,
  view: { person: string; place: string; name: string; query: string },
  now: Date,
): Promise<number | undefined> {
  const row = await db
    .insertInto('saved_views')
    .values({ person_id: view.person, place: view.place, name: view.name, query: view.query, created_at: now })
    .onConflict((conflict) => conflict.columns(['person_id', 'place', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export async function deleteView(db: Db, person: string, id: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('saved_views')
    .where('id', '=', id)
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

export function selectViews(db: Db, person: string, place: string): Promise<SavedView[]> {
  return db
    .selectFrom('saved_views')
    .select(['id', 'name', 'query'])
    .where('person_id', '=', person)
    .where('place', '=', place)
    .orderBy('name')
    .execute();
}

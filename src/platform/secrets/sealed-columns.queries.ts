import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** A column whose texts are sealed; each opens at the place `table.column:<value of the column named by place>`. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  readonly id: string;
  readonly place: string;
}

export interface SealedText {
  readonly id: string;
  readonly place: string;
  readonly text: string;
}

export async function selectSealed(db: Db, { table, column, id, place }: SealedColumn): Promise<SealedText[]> {
  const { rows } = await sql<SealedText>`
    select ${sql.ref(id)}::text as id, ${`${table}.${column}:`} || ${sql.ref(place)}::text as place, ${sql.ref(column)} as text
    from ${sql.table(table)} where ${sql.ref(column)} is not null for update`.execute(db);
  return rows;
}

/** Puts other sealed texts in the place of some, by id. */
export async function updateSealed(
  db: Db,
  { table, column, id }: SealedColumn,
  texts: readonly Omit<SealedText, 'place'>[],
): Promise<void> {
  await sql`
    update ${sql.table(table)} as kept set ${sql.ref(column)} = given.text
    from json_to_recordset(${JSON.stringify(texts)}::json) as given(id text, text text)
    where kept.${sql.ref(id)}::text = given.id`.execute(db);
}

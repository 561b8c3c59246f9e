import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Body } from '../body.ts';
import type { Fields } from '../piece.ts';

/** The content of a version: what was signed, and nothing later. */
export async function selectSignedContent(db: Db, version: number): Promise<{ title: string; fields: Fields; body: Body }> {
  const { rows } = await sql<{
    title: string;
    fields: Fields;
    body: Body;
  }>`select title, fields, body from piece_versions where id = ${version}`.execute(db);
  return rows[0]!;
}

/** Whether a memo was sent to a person. */
export async function isRecipient(db: Db, memo: number, person: string): Promise<boolean> {
  const row = await db
    .selectFrom('memo_recipients')
    .select('id')
    .where('memo_id', '=', memo)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return row !== undefined;
}

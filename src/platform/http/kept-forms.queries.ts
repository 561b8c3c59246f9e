import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export interface NewKeptForm {
  readonly tokenHash: string;
  readonly path: string;
  readonly fields: unknown;
  readonly hadFiles: boolean;
  readonly expires: Date;
}

/** Keeps it unless `most` wait already: nobody has signed in yet, so room is bounded. */
export async function insertKeptForm(db: Db, form: NewKeptForm, now: Date, most: number): Promise<boolean> {
  await db.deleteFrom('kept_forms').where('expires_at', '<', now).execute();
  const { rows } = await sql`
    insert into kept_forms (token_hash, path, fields, had_files, expires_at)
    select ${form.tokenHash}, ${form.path}, ${JSON.stringify(form.fields)}, ${form.hadFiles}, ${form.expires}
    where (select count(*) from kept_forms) < ${most} returning 1`.execute(db);
  return rows.length > 0;
}

export function selectKeptForm(db: Db, tokenHash: string, path: string, now: Date) {
  return db
    .selectFrom('kept_forms')
    .select(['fields', 'had_files'])
    .where('token_hash', '=', tokenHash)
    .where('path', '=', path)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

export async function deleteKeptForm(db: Db, tokenHash: string, path: string): Promise<void> {
  await db.deleteFrom('kept_forms').where('token_hash', '=', tokenHash).where('path', '=', path).execute();
}

import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** The tables whose rows have a name, by what the audit log calls them. */
const named = {
  person: sql`select id::text, name from people`,
  unit: sql`select id::text, name from units`,
  agreement: sql`select number::text as id, title as name from agreement_texts`,
  institution: sql`select id::text, trim(kind || ' ' || name) as name from institution`,
  key: sql`select id::text, name from api_keys`,
  non_working_days: sql`select id::text, name from non_working_days`,
  mail: sql`select id::text, subject as name from outbox_mails`,
  file: sql`select id::text, name from files`,
} as const;

export type NamedSubject = keyof typeof named;

/** How each is called now, by id. Ids that are none of that table are left out. */
export async function selectNames(db: Db, type: NamedSubject, ids: readonly string[]): Promise<Map<string, string>> {
  const key = { person: 'uuid', file: 'uuid', agreement: 'integer', institution: 'integer' }[type as string] ?? 'bigint';
  const column = type === 'agreement' ? 'number' : 'id';
  const valid = ids.filter((id) => (key === 'uuid' ? /^[0-9a-f-]{36}$/ : /^\d{1,9}$/).test(id));
  if (valid.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    ${named[type]} where ${sql.ref(column)} = any(${valid}::${sql.raw(key)}[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

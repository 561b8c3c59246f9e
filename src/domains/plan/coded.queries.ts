import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { CodedKind } from './coded.input.ts';

const tables = { segment: 'plan_segments', channel: 'plan_channels' } as const;
const columns = { segment: ['name', 'focus', 'channels'], channel: ['name', 'class', 'mode', 'purpose'] } as const;

const tableOf = (kind: CodedKind) => sql.table(tables[kind]);
const columnsOf = (kind: CodedKind) => sql.join(columns[kind].map((column) => sql.ref(column)));

/** A public or a channel of a version, with its revision. */
export interface Coded {
  readonly code: string;
  readonly name: string;
  readonly revision: number;
  readonly changedBy: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** In their order. */
export async function selectCoded(db: Db, kind: CodedKind, version: number): Promise<Coded[]> {
  const { rows } = await sql<Coded>`
    select t.code, t.name, t.revision, p.name as "changedBy",
           json_build_object(${sql.join(columns[kind].flatMap((column) => [sql.lit(column), sql.ref(`t.${column}`)]))}) as fields
    from ${tableOf(kind)} t left join people p on p.id = t.changed_by
    where t.version_id = ${version} order by t.position`.execute(db);
  return rows;
}

type Fields = Readonly<Record<string, unknown>>;

export async function insertCoded(
  db: Db,
  kind: CodedKind,
  version: number,
  { code, fields }: { code: string; fields: Fields },
  by: string | null,
  now: Date,
): Promise<void> {
  await sql`
    insert into ${tableOf(kind)} (version_id, code, position, ${columnsOf(kind)}, changed_by, changed_at)
    select ${version}, ${code}, coalesce(max(position), 0) + 1, ${sql.join(columns[kind].map((column) => sql`${fields[column]}`))}, ${by}::uuid, ${now}
    from ${tableOf(kind)} where version_id = ${version}`.execute(db);
}

/** Writes it as the next revision of the one that was read. */
export async function updateCoded(
  db: Db,
  kind: CodedKind,
  version: number,
  { code, fields }: { code: string; fields: Fields },
  by: string | null,
  now: Date,
): Promise<void> {
  await sql`
    update ${tableOf(kind)} set ${sql.join(columns[kind].map((column) => sql`${sql.ref(column)} = ${fields[column]}`))},
      revision = revision + 1, changed_by = ${by}::uuid, changed_at = ${now}
    where version_id = ${version} and code = ${code}`.execute(db);
}

export async function updateCodedPlaces(db: Db, kind: CodedKind, version: number, codes: readonly string[]): Promise<void> {
  await sql`
    update ${tableOf(kind)} t set position = n.position
    from unnest(${codes}::text[]) with ordinality as n (code, position)
    where t.version_id = ${version} and t.code = n.code`.execute(db);
}

export async function deleteCoded(db: Db, kind: CodedKind, version: number, code: string): Promise<void> {
  await sql`delete from ${tableOf(kind)} where version_id = ${version} and code = ${code}`.execute(db);
}

/** The titles of what names it in its version: activities, and of a channel also publics. */
export async function selectNaming(db: Db, kind: CodedKind, version: number, code: string): Promise<string[]> {
  const list = sql.ref(kind === 'segment' ? 'segments' : 'channels');
  const { rows } = await sql<{ title: string }>`
    select title from plan_rows where version_id = ${version} and ${code} = any (${list})
    union all
    select name from plan_segments where ${kind} = 'channel' and version_id = ${version} and ${code} = any (channels)`.execute(db);
  return rows.map(({ title }) => title);
}

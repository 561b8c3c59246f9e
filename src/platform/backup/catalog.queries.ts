import type { ClientBase } from 'pg';
import { to, type CopyToStreamQuery } from 'pg-copy-streams';

/** A table whose rows are kept: not an unlogged one, which holds what may be lost, nor a partition, which comes with its whole. */
export interface CatalogTable {
  readonly table: string;
  readonly columns: string[];
}

/** Text that any PostgreSQL reads back as the same value, whatever the server's settings are. */
export async function asWritten(client: ClientBase): Promise<void> {
  await client.query(`set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
    set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8'; set local statement_timeout = 0; set local search_path = public`);
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

// Objects of extensions belong to them; the ledger of migrations travels in the manifest.
export const ours = (catalog: string, alias: string) =>
  `not exists (select from pg_depend e where e.classid = '${catalog}'::regclass and e.objid = ${alias}.oid and e.deptype = 'e')`;

export async function listTables(client: ClientBase): Promise<CatalogTable[]> {
  const { rows } = await client.query<CatalogTable>(`
    select c.relname::text as table,
           -- What the database computes by itself cannot be written.
           array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relpersistence = 'p' and not c.relispartition
      and c.relname <> 'migrations' and ${ours('pg_class', 'c')}
    group by c.relname order by c.relname collate "C"`);
  return rows;
}

export async function listPartitions(client: ClientBase): Promise<{ name: string; parent: string; bound: string }[]> {
  const { rows } = await client.query(`
    select c.relname::text as name, p.relname::text as parent, pg_get_expr(c.relpartbound, c.oid) as bound
    from pg_class c join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent
    where c.relnamespace = 'public'::regnamespace and c.relispartition and c.relkind in ('r', 'p')
    -- A whole comes before its parts.
    order by c.oid`);
  return rows as { name: string; parent: string; bound: string }[];
}

export async function listSequences(client: ClientBase): Promise<{ name: string; value: string; called: boolean }[]> {
  const { rows } = await client.query<{ name: string }>(`
    select s.relname::text as name from pg_class s
    where s.relnamespace = 'public'::regnamespace and s.relkind = 'S' and ${ours('pg_class', 's')} order by 1`);
  const sequences = [];
  for (const { name } of rows) {
    const {
      rows: [state],
    } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${quoted(name)}`,
    );
    sequences.push({ name, ...state! });
  }
  return sequences;
}

/** The migrations applied, in order; undefined when the database has no ledger of ours. */
export async function listMigrations(client: ClientBase): Promise<{ name: string; sha256: string }[] | undefined> {
  const {
    rows: [ledger],
  } = await client.query<{ there: boolean }>(`select to_regclass('public.migrations') is not null as there`);
  if (!ledger!.there) return undefined;
  return (await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations order by name')).rows;
}

/** Every content that rows name: originals and, of images, their smaller ones. */
export async function listContents(client: ClientBase): Promise<{ sha256: string; rendition: string | null }[]> {
  const { rows } = await client.query(`
    select sha256, null as rendition from files
    union select f.sha256, r.name from file_renditions r join files f on f.id = r.file_id
    order by 1, 2 nulls first`);
  return rows as { sha256: string; rendition: string | null }[];
}

export async function countRows(client: ClientBase, table: string): Promise<number> {
  const {
    rows: [counted],
  } = await client.query<{ rows: string }>(`select count(*)::text as rows from ${quoted(table)}`);
  return Number(counted!.rows);
}

export async function hasRows(client: ClientBase, table: string): Promise<boolean> {
  const {
    rows: [found],
  } = await client.query<{ there: boolean }>(`select exists (select from ${quoted(table)}) as there`);
  return found!.there;
}

/** The rows as text, one a line; `rowCount` once it has ended. */
export function copyOut(client: ClientBase, { table, columns }: CatalogTable): CopyToStreamQuery {
  return client.query(to(`copy (select ${columns.map(quoted).join(', ')} from ${quoted(table)}) to stdout`));
}

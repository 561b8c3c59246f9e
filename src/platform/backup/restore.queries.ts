import type { ClientBase } from 'pg';
import { from, type CopyStreamQuery } from 'pg-copy-streams';
import { ours, quoted, type CatalogTable } from './catalog.queries.ts';

/** Statements that take everything out of the schema, leaving extensions, which an owner may not be allowed to make again. */
export async function dropEverything(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(`
    select format('drop %s if exists public.%I cascade', case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end, c.relname) as statement
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S') and not c.relispartition and ${ours('pg_class', 'c')}
      -- A sequence of a column goes with it.
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i') and c.relkind = 'S')
    union all
    select format('drop routine if exists %s cascade', p.oid::regprocedure) from pg_proc p
    where p.pronamespace = 'public'::regnamespace and ${ours('pg_proc', 'p')}
    union all
    select format('drop type if exists public.%I cascade', t.typname) from pg_type t
    where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd') and ${ours('pg_type', 't')}
    union all
    select format('drop text search configuration if exists public.%I cascade', s.cfgname) from pg_ts_config s
    where s.cfgnamespace = 'public'::regnamespace and ${ours('pg_ts_config', 's')}`);
  for (const { statement } of rows) await client.query(statement);
}

export interface ForeignKey {
  readonly drop: string;
  readonly add: string;
}

/** A partition's copy of a key goes and comes with that of its whole. */
export async function listForeignKeys(client: ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
    order by conrelid::regclass::text, conname`);
  return rows;
}

/** Neither the triggers of the tables nor those of their partitions run until they are woken. */
export async function silenceTriggers(client: ClientBase, tables: readonly string[]): Promise<void> {
  for (const table of tables) await client.query(`alter table ${quoted(table)} disable trigger user`);
}

export async function wakeTriggers(client: ClientBase, tables: readonly string[]): Promise<void> {
  for (const table of tables) await client.query(`alter table ${quoted(table)} enable trigger user`);
}

export async function truncate(client: ClientBase, tables: readonly string[]): Promise<void> {
  await client.query(`truncate ${tables.map(quoted).join(', ')}`);
}

export async function makePartition(
  client: ClientBase,
  { name, parent, bound }: { name: string; parent: string; bound: string },
): Promise<void> {
  await client.query(`create table if not exists ${quoted(name)} partition of ${quoted(parent)} ${bound}`);
}

/** Takes what `copyOut` gave; identities keep the numbers they had. */
export function copyIn(client: ClientBase, { table, columns }: CatalogTable): CopyStreamQuery {
  return client.query(from(`copy ${quoted(table)} (${columns.map(quoted).join(', ')}) from stdin`));
}

export async function setSequence(
  client: ClientBase,
  { name, value, called }: { name: string; value: string; called: boolean },
): Promise<void> {
  await client.query('select setval($1::regclass, $2::bigint, $3)', [`public.${quoted(name)}`, value, called]);
}

/** Jobs asked for before speak of what is gone. pg-boss keeps its queue in a schema of its own, when it ever ran here. */
export async function emptyQueue(client: ClientBase): Promise<void> {
  const {
    rows: [queue],
  } = await client.query<{ there: boolean }>(`select to_regclass('jobs.job') is not null as there`);
  if (queue!.there) await client.query('delete from jobs.job');
}

/**
 * A mail that waited when the copy was taken may have left since: its outcome is not known, and it is not sent again by
 * itself.
 * @returns how many.
 */
export async function doubtWaitingMails(client: ClientBase, takenAt: string): Promise<number> {
  const { rowCount } = await client.query('update outbox_mails set attempted_at = $1, attempts = attempts + 1 where attempted_at is null', [
    takenAt,
  ]);
  return rowCount ?? 0;
}

/** Tells a Pregón that runs that the pages which it keeps in memory are of before. */
export async function tellRestored(client: ClientBase): Promise<void> {
  await client.query(`select pg_notify('live', '{"topic":"portal","event":"house.restored","id":0}')`);
}

/** The planner learns the new sizes. */
export async function analyze(client: ClientBase): Promise<void> {
  await client.query('analyze');
}

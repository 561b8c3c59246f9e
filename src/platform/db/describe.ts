import pg from 'pg';

/**
 * Describes a migrated database as SQL text, in a stable order: what db/schema.sql holds and a test compares. Written from
 * the catalogs because the embedded PostgreSQL brings no pg_dump.
 */
export async function describeSchema(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ text: string }>(description);
    return rows.map((row) => row.text).join('\n\n') + '\n';
  } finally {
    await client.end();
  }
}

const description = `
  with tables as (
    select c.oid, c.relname, c.relpersistence, pg_get_partkeydef(c.oid) as part_of_what,
           pg_get_expr(c.relpartbound, c.oid) as bound
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migrations'
  ),
  columns as (
    select a.attrelid, string_agg(concat('  ', quote_ident(a.attname), ' ', format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then ' not null' end,
      case a.attidentity when 'a' then ' generated always as identity' end,
      ' default ' || pg_get_expr(d.adbin, d.adrelid)), e',\\n' order by a.attnum) as text
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped group by a.attrelid
  ),
  pieces as (
    select 1 as part, extname::text as name, concat('create extension ', extname, ';') as text
    from pg_extension where extname <> 'plpgsql'
    union all
    select 2, p.proname, pg_get_functiondef(p.oid) || ';'
    from pg_proc p where p.pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    union all
    select 3, relname, case when bound is not null then concat('-- partition ', relname, ' ', bound)
      else concat('create ', case relpersistence when 'u' then 'unlogged ' end, 'table ', relname, e' (\\n', columns.text, e'\\n)',
        ' partition by ' || part_of_what, ';') end
    from tables join columns on columns.attrelid = tables.oid
    union all
    select 4, concat(t.relname, ' ', c.conname), concat('alter table ', t.relname, ' add constraint ', c.conname, ' ', pg_get_constraintdef(c.oid), ';')
    from pg_constraint c join tables t on t.oid = c.conrelid where t.bound is null and c.contype <> 'n'
    union all
    select 5, i.indexname, i.indexdef || ';'
    from pg_indexes i join tables t on t.relname = i.tablename
    where i.schemaname = 'public' and t.bound is null and not exists (select from pg_constraint c where c.conname = i.indexname)
    union all
    select 6, concat(t.relname, ' ', g.tgname), pg_get_triggerdef(g.oid) || ';'
    from pg_trigger g join tables t on t.oid = g.tgrelid where not g.tgisinternal
  )
  select text from pieces order by part, name collate "C"`;

import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { SnippetInput, TermFilter, TermInput, TermSort } from './terms.input.ts';

/** How a thing is called here, or what is not said: by sort. */
export interface Term {
  readonly id: number;
  readonly term: string;
  readonly sort: TermSort;
  /** What it means; of jargon, what to say instead. */
  readonly meaning: string;
  /** What not to call it. */
  readonly insteadOf: readonly string[];
  readonly writtenBy: string | null;
  readonly writtenAt: Date;
}

export interface Snippet {
  readonly id: number;
  readonly name: string;
  readonly text: string;
  readonly writtenBy: string | null;
  readonly writtenAt: Date;
}

const columns = sql`t.id, t.term, t.sort, t.meaning, t.instead_of as "insteadOf", w.name as "writtenBy", t.written_at as "writtenAt"`;

function wanted({ q, sort }: TermFilter): RawBuilder<SqlBool> {
  const all = [sql<SqlBool>`t.removed_at is null`];
  if (sort) all.push(sql`t.sort = ${sort}`);
  if (q)
    all.push(sql`(plain(t.term) like '%' || plain(${q}) || '%' or plain(t.meaning) like '%' || plain(${q}) || '%'
      or exists (select from unnest(t.instead_of) said where plain(said) like '%' || plain(${q}) || '%'))`);
  return sql.join(all, sql` and `) as RawBuilder<SqlBool>;
}

/** In the order of the alphabet; `after` is the last one of the page before. */
export async function selectTermPage(db: Db, filter: TermFilter, limit: number): Promise<Term[]> {
  const start = filter.after
    ? sql<SqlBool>`(plain(t.term), t.id) > (select plain(term), id from terms where id = ${filter.after})`
    : sql<SqlBool>`true`;
  const { rows } = await sql<Term>`select ${columns} from terms t left join people w on w.id = t.written_by
    where ${wanted(filter)} and ${start} order by plain(t.term), t.id limit ${limit}`.execute(db);
  return rows;
}

export async function countTerms(db: Db, filter: TermFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from terms t where ${wanted(filter)}`.execute(db);
  return rows[0]!.count;
}

export async function selectTerm(db: Db, id: number, lock = false): Promise<Term | undefined> {
  const { rows } = await sql<Term>`select ${columns} from terms t left join people w on w.id = t.written_by
    where t.id = ${id} and t.removed_at is null ${lock ? sql`for update of t` : sql``}`.execute(db);
  return rows[0];
}

/** The id of a term that is written so, whatever its letters. */
export async function findTerm(db: Db, term: string): Promise<{ id: number; removed: boolean } | undefined> {
  const { rows } = await sql<{ id: number; removed: boolean }>`
    select id, removed_at is not null as removed from terms where plain(term) = plain(${term}) order by removed_at nulls first limit 1`.execute(
    db,
  );
  return rows[0];
}

export async function insertTerms(db: Db, terms: readonly TermInput[], by: string | null, now: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into terms (term, sort, meaning, instead_of, written_by, written_at)
    select one->>'term', one->>'sort', one->>'meaning', array(select jsonb_array_elements_text(one->'insteadOf')), ${by}::uuid, ${now}
    from jsonb_array_elements(${JSON.stringify(terms)}::jsonb) one
    on conflict (term) do update set sort = excluded.sort, meaning = excluded.meaning, instead_of = excluded.instead_of,
      written_by = excluded.written_by, written_at = excluded.written_at, removed_at = null
    returning id`.execute(db);
  return rows[0]!.id;
}

export async function updateTerm(db: Db, id: number, term: TermInput, by: string | null, now: Date): Promise<void> {
  await db
    .updateTable('terms')
    .set({
      term: term.term,
      sort: term.sort,
      meaning: term.meaning,
      instead_of: [...term.insteadOf],
      written_by: by,
      written_at: now,
      removed_at: null,
    })
    .where('id', '=', id)
    .execute();
}

export async function markTermRemoved(db: Db, id: number, now: Date): Promise<void> {
  await db.updateTable('terms').set({ removed_at: now }).where('id', '=', id).execute();
}

export async function selectSnippetRows(db: Db): Promise<Snippet[]> {
  const { rows } = await sql<Snippet>`select s.id, s.name, s.text, w.name as "writtenBy", s.written_at as "writtenAt"
    from snippets s left join people w on w.id = s.written_by where s.removed_at is null order by plain(s.name) limit 2000`.execute(db);
  return rows;
}

export async function findSnippet(db: Db, name: string): Promise<{ id: number; removed: boolean } | undefined> {
  const { rows } = await sql<{ id: number; removed: boolean }>`
    select id, removed_at is not null as removed from snippets where plain(name) = plain(${name}) order by removed_at nulls first limit 1`.execute(
    db,
  );
  return rows[0];
}

export async function selectSnippet(db: Db, id: number): Promise<Snippet | undefined> {
  return (await selectSnippetRows(db)).find((snippet) => snippet.id === id);
}

export async function insertSnippet(db: Db, { name, text }: SnippetInput, by: string | null, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('snippets')
    .values({ name, text, written_by: by, written_at: now })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ text, written_by: by, written_at: now, removed_at: null }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateSnippet(db: Db, id: number, { name, text }: SnippetInput, by: string | null, now: Date): Promise<void> {
  await db.updateTable('snippets').set({ name, text, written_by: by, written_at: now, removed_at: null }).where('id', '=', id).execute();
}

export async function markSnippetRemoved(db: Db, id: number, now: Date): Promise<void> {
  await db.updateTable('snippets').set({ removed_at: now }).where('id', '=', id).execute();
}

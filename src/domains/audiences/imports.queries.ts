import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { MatchedImport } from './imports.input.ts';
import type { InteractionSubject } from './interactions.queries.ts';

export type ImportState = 'matching' | 'running' | 'stopped' | 'done' | 'undoing' | 'undone' | 'failed';

/** A file of contacts on its way in. */
export interface ContactImport {
  readonly id: number;
  readonly name: string;
  readonly file: string;
  readonly size: number;
  readonly state: ImportState;
  readonly columns: readonly string[];
  readonly heads: readonly string[];
  /** How many rows it seems to have. */
  readonly estimated: number;
  readonly kind: string;
  readonly rule: 'fill' | 'replace' | 'keep';
  readonly purposes: readonly string[];
  readonly proof: string;
  readonly consentOn: string | null;
  /** What those in it did, with what (its code and its name) and on which day; null when it is only a list of contacts. */
  readonly act: 'attended' | 'answered' | null;
  readonly about: string | null;
  readonly aboutName: string | null;
  readonly on: string | null;
  readonly atRow: number;
  readonly rows: number;
  readonly added: number;
  readonly merged: number;
  readonly kept: number;
  readonly faulted: number;
  /** Of how many it is noted that they did it. */
  readonly noted: number;
  readonly undone: number;
  readonly error: string | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

const columns = sql`i.id, i.name, i.file_id as file, i.size, i.state, i.columns, i.heads, i.estimated, i.kind, i.rule, i.purposes,
  i.consent_proof as proof, i.consent_on as "consentOn", i.act, i.about, s.name as "aboutName",
  i.happened_on as "on", i.at_row as "atRow", i.rows, i.added, i.merged, i.kept, i.faulted, i.noted, i.undone, i.error,
  w.name as "createdBy", i.created_at as "createdAt", i.ended_at as "endedAt"`;
const from = sql`contact_imports i left join people w on w.id = i.created_by left join interaction_subjects s on s.act = i.act and s.code = i.about`;

export async function insertImport(
  db: Db,
  given: {
    name: string;
    file: string;
    size: number;
    heads: readonly string[];
    columns: readonly string[];
    estimated: number;
    list: (InteractionSubject & { on: string }) | null;
    by: string | null;
  },
  now: Date,
): Promise<number> {
  const { id } = await db
    .insertInto('contact_imports')
    .values({
      name: given.name,
      file_id: given.file,
      size: given.size,
      state: 'matching',
      heads: [...given.heads],
      columns: [...given.columns],
      estimated: given.estimated,
      act: given.list?.act ?? null,
      about: given.list?.code ?? null,
      happened_on: given.list?.on ?? null,
      created_by: given.by,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function selectImports(db: Db, after: number | undefined, limit: number): Promise<ContactImport[]> {
  const start = after ? sql`(i.created_at, i.id) < (select created_at, id from contact_imports where id = ${after})` : sql`true`;
  const { rows } =
    await sql<ContactImport>`select ${columns} from ${from} where ${start} order by i.created_at desc, i.id desc limit ${limit}`.execute(
      db,
    );
  return rows;
}

export async function selectImport(db: Db, id: number, lock = false): Promise<ContactImport | undefined> {
  const { rows } =
    await sql<ContactImport>`select ${columns} from ${from} where i.id = ${id} ${lock ? sql`for update of i` : sql``}`.execute(db);
  return rows[0];
}

export async function startMatched(db: Db, given: MatchedImport, now: Date): Promise<void> {
  await db
    .updateTable('contact_imports')
    .set({
      state: 'running',
      columns: [...given.columns],
      kind: given.kind,
      rule: given.rule,
      purposes: [...given.purposes],
      consent_proof: given.proof,
      consent_on: given.consentOn,
      started_at: now,
    })
    .where('id', '=', given.id)
    .execute();
}

export async function moveImport(db: Db, id: number, state: ImportState, now: Date, error: string | null = null): Promise<void> {
  const ended = ['stopped', 'done', 'undone', 'failed'].includes(state) ? now : null;
  await db
    .updateTable('contact_imports')
    .set({ state, ended_at: ended, error, claimed_until: null, worker: null })
    .where('id', '=', id)
    .execute();
}

/** When the next import may be taken up; null when none is on its way. */
export async function selectNextDue(db: Db): Promise<Date | null> {
  const { rows } = await sql<{ due: Date | null }>`
    select min(coalesce(claimed_until, 'epoch'::timestamptz)) as due from contact_imports where state in ('running', 'undoing')`.execute(
    db,
  );
  return rows[0]!.due;
}

/** Takes up an import that nobody is at, or goes on with one's own. */
export async function claimImport(db: Db, worker: string, now: Date, until: Date): Promise<ContactImport | undefined> {
  const { rows } = await sql<{ id: number }>`
    update contact_imports set worker = ${worker}, claimed_until = ${until} where id = (
      select id from contact_imports where state in ('running', 'undoing') and (worker = ${worker} or claimed_until is null or claimed_until < ${now})
      order by id limit 1 for update skip locked)
    returning id`.execute(db);
  return rows[0] && selectImport(db, rows[0].id);
}

export interface Progress {
  readonly atRow: number;
  readonly rows: number;
  readonly added: number;
  readonly merged: number;
  readonly kept: number;
  readonly faulted: number;
  readonly noted: number;
}

export async function advanceImport(db: Db, id: number, by: Progress, until: Date): Promise<void> {
  await sql`update contact_imports set at_row = ${by.atRow}, rows = rows + ${by.rows}, added = added + ${by.added}, merged = merged + ${by.merged},
    kept = kept + ${by.kept}, faulted = faulted + ${by.faulted}, noted = noted + ${by.noted}, claimed_until = ${until} where id = ${id}`.execute(
    db,
  );
}

export interface FaultRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly problems: readonly {
    readonly column: string | null;
    readonly problem: { readonly refused: string; readonly details: Record<string, string | number> };
  }[];
}

export async function insertFaults(db: Db, id: number, faults: readonly FaultRow[]): Promise<void> {
  if (faults.length === 0) return;
  await sql`insert into contact_import_faults (import_id, row, cells, problems)
    select ${id}, (one->>'row')::bigint, array(select jsonb_array_elements_text(one->'cells')), one->'problems'
    from jsonb_array_elements(${JSON.stringify(faults)}::jsonb) one on conflict do nothing`.execute(db);
}

export async function selectFaults(db: Db, id: number, after: number, limit: number): Promise<FaultRow[]> {
  const { rows } = await sql<FaultRow>`select row, cells, problems from contact_import_faults
    where import_id = ${id} and row > ${after} order by row limit ${limit}`.execute(db);
  return rows;
}

/** Wakes whoever looks at an import; nothing is told of it. */
export async function showProgress(db: Db, id: number): Promise<void> {
  await sql`select pg_notify('live', ${JSON.stringify({ topic: `import:${id}`, event: 'import.moved', id: 0 })})`.execute(db);
}

export async function advanceUndoing(db: Db, id: number, undone: number, until: Date): Promise<void> {
  await sql`update contact_imports set undone = undone + ${undone}, claimed_until = ${until} where id = ${id}`.execute(db);
}

/** What a statement over many rows costs is no reason to compile it: that takes longer than it. */
export async function withoutJit(db: Db): Promise<void> {
  await sql`set local jit = off`.execute(db);
}

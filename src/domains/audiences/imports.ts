import { todayOf } from '#domains/organization/index.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ctx } from '#platform/ctx.ts';
import type { Files, StoredFile } from '#platform/files/files.ts';
import { authorize } from '#platform/http/policy.ts';
import { isRefusal, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { firstRows } from '#platform/sheets/first-rows.ts';
import { onDisk } from '#platform/sheets/on-disk.ts';
import { readSheet, type SheetRow } from '#platform/sheets/read.ts';
import { selectKnown } from './import-batch.queries.ts';
import { readRows } from './import-batch.ts';
import { guessColumns } from './import-rows.ts';
import { checkList } from './interactions.ts';
import type { ListInput } from './interactions.input.ts';
import { keepSubjects } from './interactions.queries.ts';
import {
  insertImport,
  moveImport,
  selectFaults,
  selectImport,
  selectImports,
  startMatched,
  type ContactImport,
  type FaultRow,
} from './imports.queries.ts';
import type { MatchedImport } from './imports.input.ts';
import { audiencesPolicy as policy } from './policy.ts';

/** In bytes: a million rows of contacts take about a hundred million. */
export const importLimit = 400_000_000;
const previewed = 1000;
const page = 50;

/** Where contents lie while they are read. */
export interface Place {
  readonly files: Files;
  readonly folder: string;
}

const onlyContacts: ListInput = { act: null, about: '', on: null };

/** A file came: its heads say what its columns may be, and `of` what it is a list of. Nothing comes in yet. */
export async function beginImport(ctx: Ctx, place: Place, kept: StoredFile, of = onlyContacts): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'contacts.import');
  const list = await checkList(ctx, of);
  if (isRefusal(list)) return list;
  const start = await startOf(place, kept);
  if ('refused' in start) return start;
  const [heads, ...rows] = start;
  if (!heads || rows.length === 0) return refuse('import.nobody', {}, 'sheet');
  const bytes = rows.reduce((sum, { cells }) => sum + cells.reduce((all, cell) => all + Buffer.byteLength(cell) + 1, 1), 0);
  if (list) await keepSubjects(ctx.db, [list], ctx.now);
  const id = await insertImport(
    ctx.db,
    {
      name: kept.name,
      file: kept.id,
      size: kept.size,
      heads: heads.cells,
      columns: guessColumns(heads.cells),
      estimated: rows.length < previewed ? rows.length : Math.round((kept.size / bytes) * rows.length),
      list,
      by: ctx.actor.id,
    },
    ctx.now,
  );
  await ctx.tell({ name: 'import.begun', subject: { type: 'import', id }, after: { file: kept.name } });
  return { id };
}

export interface ImportLook {
  readonly rows: number;
  readonly ready: number;
  readonly known: number;
  readonly repeated: number;
  readonly faulted: number;
  readonly faults: readonly FaultRow[];
  readonly first: readonly {
    readonly name: string;
    readonly email: string | null;
    readonly phone: string | null;
    readonly region: string | null;
  }[];
}

/** What its first thousand rows would become, without writing anything. */
export async function lookAtImport(ctx: Ctx, place: Place, input: MatchedImport): Promise<ImportLook | Refusal> {
  const asked = await matching(ctx, input);
  if ('refused' in asked) return asked;
  const start = await startOf(place, await place.files.find(ctx.db, asked.file));
  if ('refused' in start) return start;
  const rows = start.slice(1);
  const { given, faults, repeated } = readRows({ columns: input.columns, heads: asked.heads, kind: input.kind }, rows);
  const known = await selectKnown(ctx.db, given);
  return {
    rows: rows.length,
    ready: given.length - known.length,
    known: known.length,
    repeated,
    faulted: faults.length,
    faults: faults.slice(0, 10),
    first: given.slice(0, 5).map(({ name, email, phone, region }) => ({ name, email, phone, region })),
  };
}

/** Some of the file as it is, to match its columns by. */
export async function sampleOf(ctx: Ctx, place: Place, asked: ContactImport): Promise<readonly (readonly string[])[]> {
  authorize(ctx.actor, policy, 'contacts.import');
  const start = await startOf(place, await place.files.find(ctx.db, asked.file), 3);
  return 'refused' in start ? [] : start.slice(1).map(({ cells }) => cells);
}

/** It begins to come in; a worker does it, and it may be left and come back to. */
export async function startImport(ctx: Ctx, input: MatchedImport): Promise<{ id: number } | Refusal> {
  const asked = await matching(ctx, input);
  if ('refused' in asked) return asked;
  await startMatched(ctx.db, input, ctx.now);
  await ctx.tell({
    name: 'import.started',
    subject: { type: 'import', id: asked.id },
    after: { file: asked.name, purposes: input.purposes.join(', ') },
    topics: ['imports', `import:${asked.id}`],
  });
  return { id: asked.id };
}

async function matching(ctx: Ctx, input: MatchedImport): Promise<ContactImport | Refusal> {
  authorize(ctx.actor, policy, 'contacts.import');
  const asked = await getImport(ctx, input.id, { lock: ctx.db.isTransaction });
  if (asked.state !== 'matching') return refuse('import.under_way');
  if (input.columns.length !== asked.heads.length) return refuse('import.columns_changed');
  if (!input.columns.includes('name')) return refuse('import.no_name', {}, 'columns');
  if (!input.columns.includes('email') && !input.columns.includes('phone')) return refuse('import.no_way', {}, 'columns');
  const twice = input.columns.find((column, at) => column !== '' && column !== 'attribute' && input.columns.indexOf(column) !== at);
  if (twice) return refuse('import.column_twice', {}, 'columns');
  if (input.purposes.length > 0 && input.proof === '') return refuse('import.proof', {}, 'proof');
  if (input.purposes.length > 0 && input.consentOn === null) return refuse('import.consent_on', {}, 'consentOn');
  if (input.consentOn !== null && input.consentOn > (await todayOf(ctx))) return refuse('import.consent_future', {}, 'consentOn');
  return asked;
}

/** Nothing more comes in; what is in stays, and it may go on from there or be undone. */
export const stopImport = (ctx: Ctx, input: { id: number }) => move(ctx, input.id, ['running'], 'stopped', 'import.stopped');
export const resumeImport = (ctx: Ctx, input: { id: number }) => move(ctx, input.id, ['stopped', 'failed'], 'running', 'import.resumed');
/** Whoever came in with it goes out again, and who changed is put back, unless somebody touched him since. */
export const undoImport = (ctx: Ctx, input: { id: number }) =>
  move(ctx, input.id, ['done', 'stopped', 'failed'], 'undoing', 'import.undo_asked');

async function move(
  ctx: Ctx,
  id: number,
  before: readonly string[],
  to: 'stopped' | 'running' | 'undoing',
  name: 'import.stopped' | 'import.resumed' | 'import.undo_asked',
): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'contacts.import');
  const asked = await getImport(ctx, id, { lock: true });
  if (!before.includes(asked.state)) return refuse('import.moved_on');
  await moveImport(ctx.db, id, to, ctx.now);
  await ctx.tell({ name, subject: { type: 'import', id }, after: { file: asked.name }, topics: ['imports', `import:${id}`] });
  return { id };
}

export async function listImports(ctx: Ctx, after?: number): Promise<{ imports: ContactImport[]; next: number | null }> {
  authorize(ctx.actor, policy, 'contacts.read');
  const found = await selectImports(ctx.db, after, page + 1);
  const imports = found.slice(0, page);
  return { imports, next: found.length > page ? imports.at(-1)!.id : null };
}

/** @throws NotFound */
export async function getImport(ctx: Ctx, id: number, { lock = false } = {}): Promise<ContactImport> {
  authorize(ctx.actor, policy, 'contacts.read');
  const found = Number.isSafeInteger(id) ? await selectImport(ctx.db, id, lock) : undefined;
  if (!found) throw new NotFound(`import ${id}`);
  return found;
}

export async function faultsOf(ctx: Ctx, id: number, limit: number): Promise<FaultRow[]> {
  authorize(ctx.actor, policy, 'contacts.read');
  return selectFaults(ctx.db, id, 0, limit);
}

/** Some of the rows that were wrong, in the order of the file; `next` is the last of them when there are more. */
export async function faultsPage(ctx: Ctx, id: number, after = 0): Promise<{ faults: FaultRow[]; next: number | null }> {
  authorize(ctx.actor, policy, 'contacts.read');
  const faults = await selectFaults(ctx.db, id, after, 1000);
  return { faults, next: faults.length === 1000 ? faults.at(-1)!.row : null };
}

/** Every row that was wrong, as it was in the file. */
export async function* everyFault(ctx: Ctx, id: number): AsyncGenerator<FaultRow> {
  authorize(ctx.actor, policy, 'contacts.read');
  for (let after = 0; ;) {
    const part = await selectFaults(ctx.db, id, after, 1000);
    yield* part;
    if (part.length < 1000) return;
    after = part.at(-1)!.row;
  }
}

/** The head and the first rows of a stored file. */
async function startOf({ files, folder }: Place, kept: StoredFile, count = previewed): Promise<SheetRow[] | Refusal> {
  const own = await mkdtemp(join(folder, 'sheet-'));
  try {
    return await firstRows(readSheet(await onDisk(kept.name, await files.read(kept), join(own, 'content'))), count);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

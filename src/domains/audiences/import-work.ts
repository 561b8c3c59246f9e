import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { system, type Ctx } from '#platform/ctx.ts';
import { transact } from '#platform/db/database.ts';
import { commandContext } from '#platform/events/tell.ts';
import { spoolFolder } from '#platform/files/open.ts';
import type { App } from '#platform/http/visit.ts';
import type { DueWork } from '#platform/jobs/due-clock.ts';
import { onDisk } from '#platform/sheets/on-disk.ts';
import { BadSheet, readSheet, type SheetRow } from '#platform/sheets/read.ts';
import { contactsTopic } from './contact.ts';
import { forgetImportConsents, undoSome } from './import-batch.queries.ts';
import { takeRows } from './import-batch.ts';
import { forgetImportInteractions } from './interactions.queries.ts';
import {
  advanceImport,
  advanceUndoing,
  claimImport,
  withoutJit,
  moveImport,
  selectImport,
  selectNextDue,
  showProgress,
  type ContactImport,
} from './imports.queries.ts';

const batch = 1000;
// A slice ends soon, so that a worker that must end does not wait for a whole file.
const slice = 2000;
// Longer than any batch takes: after it another worker believes that this one is gone.
const lease = 60_000;
const mostFaults = 50_000;

/** What of the process it needs. */
type Own = Pick<App, 'config' | 'database' | 'files' | 'clock' | 'owed' | 'vault'>;

interface Reading {
  readonly id: number;
  readonly rows: AsyncIterator<SheetRow>;
  readonly folder: string;
}

/** Files of contacts come in and are undone here, some rows in each transaction: a worker that is killed goes on where it was. */
export function importWork(): Omit<DueWork, 'run'> & { readonly run: (app: Own) => Promise<boolean> } {
  const worker = randomUUID();
  let reading: Reading | undefined;
  const close = async () => {
    const closing = reading;
    reading = undefined;
    await closing?.rows.return?.();
    if (closing) await rm(closing.folder, { recursive: true, force: true });
  };
  const turn = async (app: Own): Promise<boolean> => {
    const until = () => new Date(app.clock().getTime() + lease);
    const claimed = await claimImport(app.database.primary, worker, app.clock(), until());
    if (!claimed) {
      await close();
      return false;
    }
    const begun = performance.now();
    if (claimed.state === 'undoing') {
      while (performance.now() - begun < slice) if (await undoBatch(app, claimed)) return true;
      await showProgress(app.database.primary, claimed.id);
      return true;
    }
    if (reading?.id !== claimed.id) {
      await close();
      reading = await openReading(app, claimed);
    }
    const ended = await readSlice(app, claimed, reading, () => performance.now() - begun < slice, until);
    if (ended) await close();
    else await showProgress(app.database.primary, claimed.id);
    return true;
  };
  // What a turn that failed had read did not come in: it is read again.
  const run = (app: Own): Promise<boolean> =>
    turn(app).catch(async (cause: unknown) => {
      await close();
      throw cause;
    });
  return { name: 'audiences.imports', topic: 'imports', next: ({ database }) => selectNextDue(database.primary), run, close };
}

async function openReading(app: Own, { id, file, atRow }: ContactImport): Promise<Reading> {
  const below = spoolFolder(app.config);
  await mkdir(below, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(below, 'import-'));
  const kept = await app.files.find(app.database.primary, file);
  const sheet = await onDisk(kept.name, await app.files.read(kept), join(folder, 'content'));
  return { id, folder, rows: after(readSheet(sheet), atRow) };
}

/** The rows that are not in yet; the head is none. */
async function* after(rows: AsyncIterable<SheetRow>, row: number): AsyncGenerator<SheetRow> {
  let head = true;
  for await (const one of rows) {
    if (!head && one.row > row) yield one;
    head = false;
  }
}

/** @returns whether the import is at its end, or may not go on */
async function readSlice(app: Own, asked: ContactImport, reading: Reading, more: () => boolean, until: () => Date): Promise<boolean> {
  try {
    while (more()) {
      const rows: SheetRow[] = [];
      let last = false;
      while (rows.length < batch && !last) {
        const next = await reading.rows.next();
        if (next.done) last = true;
        else rows.push(next.value);
      }
      if (!(await inTurn(app, asked.id, (ctx, now) => takeBatch(ctx, now, rows, last, until())))) return true;
      if (last) return true;
    }
    return false;
  } catch (cause) {
    if (!(cause instanceof BadSheet)) throw cause;
    await inTurn(app, asked.id, (ctx) => end(ctx, asked, 'failed', cause.code));
    return true;
  }
}

/** In a transaction of its own, unless a person stopped it meanwhile. */
async function inTurn(app: Own, id: number, work: (ctx: Ctx, now: ContactImport) => Promise<boolean | void>): Promise<boolean> {
  return transact(app.database.primary, async (db) => {
    // What a bulk of rows costs is no reason to compile its statements.
    await withoutJit(db);
    const now = await selectImport(db, id, true);
    if (now?.state !== 'running') return false;
    return (await work(commandContext(db, system, app.clock(), app.owed, app.vault), now)) !== false;
  });
}

async function takeBatch(ctx: Ctx, asked: ContactImport, rows: readonly SheetRow[], last: boolean, until: Date): Promise<boolean> {
  const fresh = rows.filter(({ row }) => row > asked.atRow);
  const counted = await takeRows(ctx, asked, fresh);
  await advanceImport(ctx.db, asked.id, { ...counted, atRow: fresh.at(-1)?.row ?? asked.atRow }, until);
  if (asked.faulted + counted.faulted > mostFaults) {
    await end(ctx, asked, 'failed', 'import.too_many_faults');
    return false;
  }
  if (last) await end(ctx, asked, 'done', null);
  return true;
}

async function end(ctx: Ctx, { id, name }: ContactImport, state: 'done' | 'failed' | 'undone', error: string | null): Promise<void> {
  await moveImport(ctx.db, id, state, ctx.now, error);
  const { added = 0, merged = 0, faulted = 0, undone = 0 } = (await selectImport(ctx.db, id)) ?? {};
  await ctx.tell({
    name: `import.${state}`,
    subject: { type: 'import', id },
    after: state === 'undone' ? { file: name, undone } : { file: name, added, merged, faulted },
    topics: [contactsTopic, 'imports', `import:${id}`],
  });
}

/** @returns whether nothing is left to undo */
async function undoBatch(app: Own, asked: ContactImport): Promise<boolean> {
  return transact(app.database.primary, async (db) => {
    await withoutJit(db);
    const ctx = commandContext(db, system, app.clock(), app.owed, app.vault);
    const now = await selectImport(db, asked.id, true);
    if (now?.state !== 'undoing') return true;
    const { looked, undone } = await undoSome(db, asked.id, batch, ctx.now);
    await advanceUndoing(db, asked.id, undone, new Date(ctx.now.getTime() + lease));
    if (looked > 0) return false;
    if ((await forgetImportConsents(db, asked.id, batch)) > 0) return false;
    if ((await forgetImportInteractions(db, asked.id, batch)) > 0) return false;
    await end(ctx, asked, 'undone', null);
    return true;
  });
}

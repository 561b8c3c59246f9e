import { randomUUID } from 'node:crypto';
import { parseDay } from '#platform/clock/day.ts';
import { system, type Ctx } from '#platform/ctx.ts';
import { transact } from '#platform/db/database.ts';
import { commandContext } from '#platform/events/tell.ts';
import type { App } from '#platform/http/visit.ts';
import type { DueWork } from '#platform/jobs/due-clock.ts';
import { BadSheet, type SheetRow } from '#platform/sheets/read.ts';
import { readVisit, type ReadBy } from './import-rows.ts';
import { visitSheet } from './import-sheet.ts';
import { readingBy } from './imports.ts';
import {
  addUpVisitImport,
  claimVisitImport,
  clearVisitImport,
  endVisitImport,
  firstDayOf,
  forgetVisitRows,
  insertVisitRows,
  selectNextVisitImport,
  selectVisitImport,
  showVisitImport,
  type VisitImport,
} from './imports.queries.ts';
import { recordVisits } from './told-visits.ts';

const batch = 2_000;
// A slice ends soon, so that a worker that must end does not wait for a whole file.
const slice = 2_000;
const lease = 5 * 60_000;
const mostFaults = 50_000;

interface Reading {
  readonly id: number;
  readonly rows: AsyncGenerator<SheetRow>;
  readonly by: ReadBy;
}

/** Files of visits are read here, some rows in each transaction, and added up at the end in one: a worker that is killed leaves nothing half counted. */
export function visitImportWork(): DueWork {
  const worker = randomUUID();
  let reading: Reading | undefined;
  const close = async () => {
    const closing = reading;
    reading = undefined;
    await closing?.rows.return(undefined);
  };
  const run = async (app: App): Promise<boolean | 'more'> => {
    const now = app.clock();
    const asked = await claimVisitImport(app.database.primary, worker, now, new Date(now.getTime() + lease));
    if (!asked) {
      await close();
      return false;
    }
    try {
      if (reading?.id !== asked.id) {
        await close();
        reading = await open(app, asked);
      }
      const begun = performance.now();
      while (performance.now() - begun < slice) if (await take(app, asked, reading)) return (await close(), 'more');
      await showVisitImport(app.database.primary, asked.id);
    } catch (cause) {
      await close();
      if (!(cause instanceof BadSheet)) throw cause;
      await transact(app.database.primary, (db) => end(contextOf(app, db), asked, 'failed', cause.code));
    }
    return 'more';
  };
  return {
    name: 'metrics.visit_imports',
    topic: 'visit_imports',
    next: ({ database }) => selectNextVisitImport(database.primary),
    run,
    close,
  };
}

const contextOf = (app: App, db: Ctx['db']): Ctx => commandContext(db, system, app.clock(), app.owed, app.vault);

async function open(app: App, { id, file, site, columns }: VisitImport): Promise<Reading> {
  const { primary } = app.database;
  await transact(primary, (db) => clearVisitImport(db, id));
  const rows = visitSheet(app, primary, file);
  await rows.next();
  return { id, rows, by: await readingBy(contextOf(app, primary), { site: site ?? 0, columns }) };
}

/** @returns whether it has ended */
async function take(app: App, asked: VisitImport, { rows, by }: Reading): Promise<boolean> {
  const some: SheetRow[] = [];
  let last = false;
  while (some.length < batch && !last) {
    const next = await rows.next();
    if (next.done) last = true;
    else some.push(next.value);
  }
  const read = some.flatMap((row) => readVisit(row, by) ?? []);
  const faults = read.flatMap((one) => ('problem' in one ? [one] : []));
  const counted = read.flatMap((one) => ('problem' in one ? [] : [one]));
  return transact(app.database.primary, async (db) => {
    const ctx = contextOf(app, db);
    const now = await selectVisitImport(db, asked.id, true);
    if (now?.state !== 'running') {
      await forgetVisitRows(db, asked.id);
      return true;
    }
    await insertVisitRows(db, asked.id, some.length, counted, faults);
    if (now.faulted + faults.length > mostFaults) {
      await end(ctx, now, 'failed', 'visit_import.too_many_faults');
      return true;
    }
    if (!last) return false;
    await addUpVisitImport(db, now);
    const first = await firstDayOf(db, now.id);
    if (first) await recordVisits(ctx, { since: parseDay(first), origin: now.origin });
    await end(ctx, now, 'done', null);
    return true;
  });
}

async function end(ctx: Ctx, { id, name }: VisitImport, state: 'done' | 'failed', error: string | null): Promise<void> {
  await forgetVisitRows(ctx.db, id);
  await endVisitImport(ctx.db, id, state, ctx.now, error);
  const { rows = 0, faulted = 0, views = 0 } = (await selectVisitImport(ctx.db, id)) ?? {};
  await ctx.tell({
    name: `visit_import.${state}`,
    subject: { type: 'visit_import', id },
    after: { file: name, rows, faulted, views },
    topics: ['visit_imports'],
  });
}

import { todayOf, zoneOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { StoredFile } from '#platform/files/files.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { firstRows } from '#platform/sheets/first-rows.ts';
import { metricsPolicy as policy } from '../policy.ts';
import { guessVisitColumns, originOfHeads, type VisitColumn } from './import-columns.ts';
import { readVisit, type ReadBy, type VisitFault } from './import-rows.ts';
import { visitSheet, type SheetPlace } from './import-sheet.ts';
import type { MatchedVisitImport, VisitImportsFilter } from './imports.input.ts';
import {
  countVisitImports,
  endVisitImport,
  insertVisitImport,
  selectVisitFaults,
  selectVisitImport,
  selectVisitImports,
  startVisitImport,
  type VisitImport,
} from './imports.queries.ts';
import { sectionsBy } from './path-rules.ts';
import { selectSite } from './sites.queries.ts';

/** In bytes. */
export const visitImportLimit = 400_000_000;
const previewed = 1_000;

/** A file came: its heads say whose export it is and what its columns may be. Nothing comes in yet. */
export async function beginVisitImport(ctx: Ctx, place: SheetPlace, kept: StoredFile): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'traffic.import');
  const start = await firstRows(visitSheet(place, ctx.db, kept.id), 2);
  if ('refused' in start) return start;
  const [heads, first] = start;
  if (!heads || !first) return refuse('visit_import.nothing', {}, 'sheet');
  const origin = kept.name.toLowerCase().endsWith('.json') ? 'matomo' : originOfHeads(heads.cells);
  const columns = guessVisitColumns(heads.cells);
  const id = await insertVisitImport(
    ctx.db,
    { name: kept.name, file: kept.id, size: kept.size, origin, heads: heads.cells, columns, by: ctx.actor.id },
    ctx.now,
  );
  await ctx.tell({ name: 'visit_import.begun', subject: { type: 'visit_import', id }, after: { file: kept.name } });
  return { id };
}

export interface VisitLook {
  readonly rows: number;
  readonly faulted: number;
  readonly views: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly sections: readonly { readonly section: string; readonly views: number }[];
  readonly faults: readonly VisitFault[];
}

/** What its first thousand rows would count, without writing anything. */
export async function lookAtVisitImport(ctx: Ctx, place: SheetPlace, input: MatchedVisitImport): Promise<VisitLook | Refusal> {
  const asked = await matching(ctx, input);
  if ('refused' in asked) return asked;
  const start = await firstRows(visitSheet(place, ctx.db, asked.file), previewed);
  if ('refused' in start) return start;
  const by = await readingBy(ctx, input);
  const sections = new Map<string, number>();
  const faults: VisitFault[] = [];
  const days: string[] = [];
  for (const row of start.slice(1)) {
    const read = readVisit(row, by);
    if (read && 'problem' in read) faults.push(read);
    else if (read) {
      days.push(read.day);
      sections.set(read.section, (sections.get(read.section) ?? 0) + read.views);
    }
  }
  days.sort();
  return {
    rows: start.length - 1,
    faulted: faults.length,
    views: [...sections.values()].reduce((sum, views) => sum + views, 0),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    sections: [...sections]
      .map(([section, views]) => ({ section, views }))
      .toSorted((one, other) => other.views - one.views)
      .slice(0, 8),
    faults: faults.slice(0, 10),
  };
}

/** It begins to come in; a worker does it, and it may be left and come back to. */
export async function runVisitImport(ctx: Ctx, input: MatchedVisitImport): Promise<{ id: number } | Refusal> {
  const asked = await matching(ctx, input);
  if ('refused' in asked) return asked;
  await startVisitImport(ctx.db, input);
  await ctx.tell({
    name: 'visit_import.started',
    subject: { type: 'visit_import', id: asked.id },
    after: { file: asked.name },
    topics: ['visit_imports'],
  });
  return { id: asked.id };
}

/** Nothing of it comes in. */
export async function stopVisitImport(ctx: Ctx, { id }: { id: number }): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'traffic.import');
  const asked = await getVisitImport(ctx, id, { lock: true });
  if (asked.state !== 'running') return refuse('visit_import.moved_on');
  await endVisitImport(ctx.db, id, 'stopped', ctx.now);
  await ctx.tell({
    name: 'visit_import.stopped',
    subject: { type: 'visit_import', id },
    after: { file: asked.name },
    topics: ['visit_imports'],
  });
  return { id };
}

export const visitImportsAtOnce = 50;

/** A page of those that the filter finds, the last first; and the last of all that came in. */
export async function listVisitImports(ctx: Ctx, { page, ...filter }: VisitImportsFilter) {
  authorize(ctx.actor, policy, 'traffic.read');
  const done = { q: '', state: 'done', origin: undefined } as const;
  const [imports, total, [last = null]] = await Promise.all([
    selectVisitImports(ctx.db, filter, { limit: visitImportsAtOnce, offset: (page - 1) * visitImportsAtOnce }),
    countVisitImports(ctx.db, filter),
    selectVisitImports(ctx.db, done, { limit: 1, offset: 0 }),
  ]);
  return { imports, total, last: last && { name: last.name, views: last.views } };
}

/** All that the filter finds, read in parts. */
export async function* everyVisitImport(ctx: Ctx, { page: _, ...filter }: VisitImportsFilter): AsyncGenerator<VisitImport> {
  authorize(ctx.actor, policy, 'traffic.read');
  for (let offset = 0; ; offset += 500) {
    const imports = await selectVisitImports(ctx.db, filter, { limit: 500, offset });
    yield* imports;
    if (imports.length < 500) return;
  }
}

/** @throws NotFound */
export async function getVisitImport(ctx: Ctx, id: number, { lock = false } = {}): Promise<VisitImport> {
  authorize(ctx.actor, policy, 'traffic.read');
  const found = Number.isSafeInteger(id) ? await selectVisitImport(ctx.db, id, lock) : undefined;
  if (!found) throw new NotFound(`visit import ${id}`);
  return found;
}

/** The rows that were wrong, as they were in the file: some of them, after the last one of a page. */
export async function visitFaultsPage(
  ctx: Ctx,
  id: number,
  after = 0,
  most = 1_000,
): Promise<{ faults: VisitFault[]; next: number | null }> {
  authorize(ctx.actor, policy, 'traffic.read');
  const faults = await selectVisitFaults(ctx.db, id, after, most);
  return { faults, next: faults.length < most ? null : faults.at(-1)!.row };
}

/** All of them. */
export async function* visitFaults(ctx: Ctx, id: number): AsyncGenerator<VisitFault> {
  for (let after: number | null = 0; after !== null;) {
    const { faults, next }: Awaited<ReturnType<typeof visitFaultsPage>> = await visitFaultsPage(ctx, id, after);
    yield* faults;
    after = next;
  }
}

/** How the rows of an import are read: by the rules of its site. */
export async function readingBy(ctx: Ctx, { site, columns }: { site: number; columns: readonly VisitColumn[] }): Promise<ReadBy> {
  const { hosts = [], rules = [] } = (site === 0 ? undefined : await selectSite(ctx.db, site)) ?? {};
  const own = sectionsBy(rules);
  // The portal's sections are what its addresses begin with.
  const sectionOf = site === 0 ? (path: string) => path.split('/')[1]?.split(/[?#]/)[0] || 'home' : own;
  return { columns, hosts, sectionOf, zone: await zoneOf(ctx), today: await todayOf(ctx) };
}

async function matching(ctx: Ctx, input: MatchedVisitImport): Promise<VisitImport | Refusal> {
  authorize(ctx.actor, policy, 'traffic.import');
  const asked = await getVisitImport(ctx, input.id, { lock: ctx.db.isTransaction });
  if (asked.state !== 'matching') return refuse('visit_import.moved_on');
  if (input.columns.length !== asked.heads.length) return refuse('visit_import.columns_changed');
  if (input.site !== 0 && !(await selectSite(ctx.db, input.site))) return refuse('input.choice', {}, 'site');
  if (!input.columns.includes('day')) return refuse('visit_import.no_day', {}, 'columns');
  if (!['views', 'visitor', 'path'].some((column) => input.columns.includes(column as VisitColumn)))
    return refuse('visit_import.no_views', {}, 'columns');
  if (input.columns.some((column, at) => column !== '' && input.columns.indexOf(column) !== at))
    return refuse('visit_import.column_twice', {}, 'columns');
  return asked;
}

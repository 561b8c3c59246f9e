import { beforeAll, expect, test } from 'vitest';
import { parseDay } from '#platform/clock/day.ts';
import type { Database } from '#platform/db/database.ts';
import { freshDatabase } from '#test/support/database.ts';
import { contextOn, workingPlan, type WorkingPlan } from '#test/support/working-plan.ts';
import { trafficInput } from './board.input.ts';
import { everyVisitRow, trafficBoard, visitRows } from './board.ts';
import { addSite } from './sites.ts';
import { recordVisits } from './told-visits.ts';
import { insertViews, insertVisitDays, type Viewed } from './visits.queries.ts';

let database: Database;
let plan: WorkingPlan;
const ctx = () => contextOn(database.primary, plan.people.marcela, '2026-11-22');
const asked = (more: Record<string, string> = {}) => trafficInput.parse(more);
const view = (day: string, site: number, section: string, source: Viewed['source'], visitor: number, host = ''): Viewed => ({
  batch: null,
  day: parseDay(day),
  site,
  section,
  source,
  host,
  visitor: Buffer.from([visitor]),
});

beforeAll(async () => {
  database = await freshDatabase();
  plan = await workingPlan(database.primary, { since: '2026-01-01' });
  await addSite(ctx(), { name: 'Portal tributario', hosts: ['impuestos.gov.co'], rules: [], unit: null });
  await insertViews(database.primary, [
    view('2026-11-20', 1, 'Predial', 'search', 1, 'google.com'),
    view('2026-11-20', 1, 'ICA', 'inside', 1),
    view('2026-11-20', 1, 'Predial', 'inside', 1),
    view('2026-11-21', 1, 'Predial', 'search', 1, 'google.com'),
    view('2026-11-21', 0, 'news', 'direct', 2),
    view('2026-10-05', 1, 'Predial', 'direct', 3),
    view('2025-11-05', 1, 'Predial', 'direct', 4),
  ]);
});

test('adds views and sessions up by day, section, source and site, and says what there was before', async () => {
  const board = await trafficBoard(ctx(), asked());
  expect(board).toMatchObject({
    from: '2025-12-01',
    to: '2026-11-22',
    whole: { views: 6, sessions: 4 },
    before: { views: 1, sessions: 1 },
  });
  expect(board.days.map(({ day, views, sessions }) => [day, views, sessions])).toEqual([
    ['2026-10-05', 1, 1],
    ['2026-11-20', 3, 1],
    ['2026-11-21', 2, 2],
  ]);
  expect(board.sections.map(({ site, section, views, sessions }) => [site, section, views, sessions])).toContainEqual([1, 'Predial', 4, 3]);
  expect(board.sources).toContainEqual({ source: 'search', views: 2, sessions: 2 });
  expect(board.bySite).toEqual([
    { site: 1, views: 5, sessions: 3 },
    { site: 0, views: 1, sessions: 1 },
  ]);
  expect(board.hosts).toEqual([{ source: 'search', host: 'google.com', views: 2, sessions: 2 }]);
});

test('narrows to a site, a section, a source and a month, and counts the sessions of what is asked', async () => {
  const whole = async (more: Record<string, string>) => (await trafficBoard(ctx(), asked(more))).whole;
  expect(await whole({ site: 'portal-tributario' })).toEqual({ views: 5, sessions: 3 });
  expect(await whole({ site: 'portal-tributario', section: 'ICA' })).toEqual({ views: 1, sessions: 1 });
  expect(await whole({ source: 'inside' })).toEqual({ views: 2, sessions: 0 });
  expect(await whole({ period: '2026-10' })).toEqual({ views: 1, sessions: 1 });
  expect(await whole({ period: 'last_year' })).toEqual({ views: 1, sessions: 1 });
  expect(await whole({ site: 'nadie' })).toEqual({ views: 0, sessions: 0 });
  expect(await whole({ period: '9999-99', source: 'x', page: '-1' })).toEqual({ views: 6, sessions: 4 });
});

test('each figure opens into its rows, all of which may be taken away', async () => {
  const found = await visitRows(ctx(), asked({ day: '2026-11-20' }));
  expect(found.rows.map(({ section, source, views, sessions, begun }) => [section, source, views, sessions, begun])).toEqual([
    ['ICA', 'inside', 1, 1, 0],
    ['Predial', 'inside', 1, 0, 0],
    ['Predial', 'search', 1, 1, 1],
  ]);
  const all = await Array.fromAsync(everyVisitRow(ctx(), asked()));
  expect(all.reduce((sum, { views }) => sum + views, 0)).toBe(6);
});

test('days that were added up elsewhere are counted once, on the board and in the ledger', async () => {
  const day = parseDay('2024-03-05');
  const rows = [{ day, site: 1, section: 'Predial', source: 'mail' as const, views: 30, sessions: 12, begun: 9 }];
  await insertVisitDays(database.primary, rows);
  await insertVisitDays(database.primary, rows);
  await recordVisits(ctx(), { since: day });
  await recordVisits(ctx(), { since: day });
  expect((await trafficBoard(ctx(), asked({ period: '2024-03' }))).whole).toEqual({ views: 30, sessions: 9 });
  const facts = database.primary.selectFrom('fact_days').select(['measure', 'tool', 'amount']).where('day', '=', day).orderBy('measure');
  expect(await facts.execute()).toEqual([
    { measure: 'metrics.inner_page_sessions', tool: 'portal-tributario', amount: 12 },
    { measure: 'metrics.page_views', tool: 'portal-tributario', amount: 30 },
  ]);
});

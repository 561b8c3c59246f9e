import { beforeAll, describe, expect, test } from 'vitest';
import { Kysely, PostgresDialect } from 'kysely';
import { parseDay } from '#platform/clock/day.ts';
import type { Database } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';
import { accepted, NotFound } from '#platform/refusal.ts';
import { decideReading, reportProgress, takeReading } from '#domains/plan/index.ts';
import { freshDatabase } from '#test/support/database.ts';
import { addRow, contextOn, keptFile, workingPlan, type WorkingPlan } from '#test/support/working-plan.ts';
import { planBoard } from './board.ts';
import { readsItself } from './catalogue.ts';
import { recordFacts } from './facts.ts';

let database: Database;
let plan: WorkingPlan;
const day = parseDay;
const on = (name: keyof WorkingPlan['people'], date: string) => contextOn(database.primary, plan.people[name], date);
const year = (value: number) => [{ starts_on: '2026-01-01', ends_on: '2026-12-31', value }];
let views: number;
let releases: number;
let activity: number;

beforeAll(async () => {
  database = await freshDatabase();
  plan = await workingPlan(database.primary, { since: '2026-01-01' });
  activity = await addRow(database.primary, plan, {
    kind: 'activity',
    title: 'Divulgar',
    parent_id: plan.responsibility,
    unit_id: plan.units.prensa,
    ends_on: '2026-11-06',
  });
  views = await addRow(database.primary, plan, {
    kind: 'indicator',
    title: 'Vistas de páginas',
    parent_id: activity,
    measure: 'metrics.page_views',
    figure_unit: 'vistas',
    filter: '{"section":"news"}',
    targets: year(1000),
  });
  releases = await addRow(database.primary, plan, {
    kind: 'indicator',
    title: 'Comunicados elaborados',
    parent_id: activity,
    targets: year(100),
  });
  await recordFacts(database.primary, [
    { measure: 'metrics.page_views', day: day('2026-03-01'), amount: 800, section: 'news', record: { type: 'views', id: 'news' } },
    { measure: 'metrics.page_views', day: day('2026-03-01'), amount: 999, section: 'home', record: { type: 'views', id: 'home' } },
  ]);
  accepted(
    await reportProgress(on('julian', '2026-05-01'), {
      item: activity,
      periodStart: day('2026-01-01'),
      state: 'under_way',
      percent: 40,
      note: '',
      files: [],
    }),
  );
});

describe('the board', () => {
  test('shows figures that read themselves, what has no measure, and what is late', async () => {
    const board = await planBoard(on('marcela', '2026-11-22'), plan.plan);
    expect(board.rows).toMatchObject([
      { title: 'Vistas de páginas', value: 800, light: 'risk', own: true, unitName: 'Oficina de Prensa', late: { days: 16 } },
      { title: 'Comunicados elaborados', value: null, light: 'none', overdue: { startsOn: '2026-10-01', daysLate: 12 } },
    ]);
    expect(board).toMatchObject({ lights: { risk: 1, none: 1 }, lateActivities: 1, overdueReadings: 1, activities: 1 });
    expect(board.objectives).toMatchObject([{ indicators: 2, lateActivities: 1 }]);
  });

  test('counts a reading once a second person accepts it', async () => {
    const { id } = accepted(
      await takeReading(
        on('julian', '2026-11-05'),
        {
          item: releases,
          startsOn: day('2026-10-01'),
          endsOn: day('2026-10-31'),
          value: 83,
          note: '',
          files: [await keptFile(database.primary)],
        },
        readsItself,
      ),
    );
    const pending = await planBoard(on('marcela', '2026-11-22'), plan.plan);
    expect(pending.rows[1]).toMatchObject({ value: null, pending: 1, overdue: null });
    accepted(await decideReading(on('marcela', '2026-11-06'), { reading: id, decision: 'accepted', note: '' }));
    expect((await planBoard(on('marcela', '2026-11-22'), plan.plan)).rows[1]).toMatchObject({
      value: 83,
      pending: 0,
      light: 'good',
      asOf: '2026-10-31',
    });
  });

  test('rolls reports and figures up to the plan, and moves with a report', async () => {
    const before = (await planBoard(on('marcela', '2026-11-22'), plan.plan)).advance!;
    expect(before.progress).toBeCloseTo((40 + 80 + 83) / 3, 5);
    accepted(
      await reportProgress(on('julian', '2026-11-22'), {
        item: activity,
        periodStart: day('2026-01-01'),
        state: 'done',
        percent: 100,
        note: '',
        files: [],
      }),
    );
    const after = await planBoard(on('marcela', '2026-11-22'), plan.plan);
    expect(after.advance!.progress).toBeCloseTo((100 + 80 + 83) / 3, 5);
    expect(after.lateActivities).toBe(0);
  });

  test('looks back to a day', async () => {
    const board = await planBoard(on('marcela', '2026-11-22'), plan.plan, { at: day('2026-02-01') });
    expect(board).toMatchObject({ today: '2026-02-01', rows: [{ value: 0 }, { value: null }] });
  });

  test('is filtered by dependency, component, light and words, its totals untouched', async () => {
    const ctx = on('marcela', '2026-11-22');
    expect((await planBoard(ctx, plan.plan, { search: 'paginas VISTAS' })).rows.map(({ item }) => item)).toEqual([views]);
    expect((await planBoard(ctx, plan.plan, { light: 'good' })).rows.map(({ item }) => item)).toEqual([releases]);
    expect((await planBoard(ctx, plan.plan, { unit: plan.units.oai })).rows).toEqual([]);
    expect(await planBoard(ctx, plan.plan, { component: 0 })).toMatchObject({ rows: [], lights: { risk: 1, good: 1 } });
  });

  test('adds the progress of the plans that align to its objectives', async () => {
    const child = await workingPlan(database.primary, { code: 'oai', parent: plan.plan, aligned: plan.objective });
    await addRow(database.primary, child, { kind: 'activity', title: 'Guías', parent_id: child.responsibility, unit_id: child.units.oai });
    const board = await planBoard(on('marcela', '2026-11-22'), plan.plan);
    expect(board.aligned.map(({ code }) => code)).toEqual(['oai']);
    expect(board.advance!.progress).toBeCloseTo(((100 + 80 + 83) / 3 + 0) / 2, 5);
    expect((await planBoard(on('marcela', '2026-11-22'), child.plan)).advance!.progress).toBe(0);
  });

  test('asks as many statements with two aligned plans as with one', async () => {
    const asked = async () => {
      let statements = 0;
      const counting = new Kysely<DB>({ dialect: new PostgresDialect({ pool: database.pool }), log: () => void statements++ });
      await planBoard({ ...on('marcela', '2026-11-22'), db: counting }, plan.plan);
      return statements;
    };
    const before = await asked();
    expect(before).toBeGreaterThan(5);
    await workingPlan(database.primary, { code: 'archivo', parent: plan.plan, aligned: plan.objective });
    expect((await planBoard(on('marcela', '2026-11-22'), plan.plan)).aligned.map(({ code }) => code)).toEqual(['oai', 'archivo']);
    expect(await asked()).toBe(before);
  });

  test('of a plan that is not there is not found', async () => {
    await expect(planBoard(on('marcela', '2026-11-22'), 999)).rejects.toThrow(NotFound);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { Forbidden } from '#platform/refusal.ts';
import type { Database } from '#platform/db/database.ts';
import { parse } from '#platform/http/form.ts';
import { freshDatabase } from '#test/support/database.ts';
import { addRow, contextOn, keptFile, workingPlan, type WorkingPlan } from '#test/support/working-plan.ts';
import { reportInput, type ReportInput } from './reports.input.ts';
import { selectReports, selectTold } from './reports.queries.ts';
import { reportProgress } from './reports.ts';

let database: Database;
let plan: WorkingPlan;
let activity: number;
const said = (more: Partial<Record<keyof ReportInput, unknown>> = {}) =>
  parse(reportInput, {
    item: activity,
    periodStart: '2026-01-01',
    state: 'under_way',
    percent: 40,
    note: 'En edición',
    ...more,
  }) as ReportInput;

beforeAll(async () => {
  database = await freshDatabase();
  plan = await workingPlan(database.primary);
  activity = await addRow(database.primary, plan, {
    kind: 'activity',
    title: 'Lanzar «Datos que cuidan»',
    parent_id: plan.responsibility,
    unit_id: plan.units.oai,
    person_id: plan.people.diego.id,
    ends_on: '2026-11-06',
  });
});

describe('progress', () => {
  test.each(['diego', 'tomas', 'ana', 'marcela', 'julian'] as const)(
    'is reported by %s, who answers for it or holds a role that reaches it',
    async (name) => {
      expect(await reportProgress(contextOn(database.primary, plan.people[name], '2026-10-01'), said({ percent: 41 }))).toHaveProperty(
        'id',
      );
    },
  );

  test('is not reported by who has nothing to do with it', async () => {
    const other = await addRow(database.primary, plan, {
      kind: 'activity',
      title: 'De Prensa',
      parent_id: plan.responsibility,
      unit_id: plan.units.prensa,
    });
    await expect(reportProgress(contextOn(database.primary, plan.people.ana, '2026-10-01'), said({ item: other }))).rejects.toThrow(
      Forbidden,
    );
  });

  test('keeps its evidence, tells on time or late, and leaves before and after in the audit log', async () => {
    const file = await keptFile(database.primary);
    const late = await reportProgress(
      contextOn(database.primary, plan.people.diego, '2026-11-22', () => ['watch']),
      said({ state: 'done', files: [file] }),
    );
    expect(late).toHaveProperty('id');
    const event = await database.primary
      .selectFrom('events')
      .selectAll()
      .where('name', '=', 'activity.reported')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(event.payload).toMatchObject({ state: 'done', onTime: false, plan: plan.plan });
    const audit = await database.primary
      .selectFrom('audit_entries')
      .selectAll()
      .where('action', '=', 'activity.reported')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(audit).toMatchObject({ before: { percent: 41 }, after: { state: 'done', percent: 100, files: [file] } });
    expect(await database.primary.selectFrom('evidences').selectAll().where('file_id', '=', file).execute()).toHaveLength(1);
  });

  test('stands by the last word, and by what was told until a day when one looks back', async () => {
    expect(await selectTold(database.primary, [activity], new Date('2026-12-01'))).toMatchObject([{ state: 'done' }]);
    expect(await selectTold(database.primary, [activity], new Date('2026-11-01'))).toMatchObject([{ state: 'under_way' }]);
  });

  test('told twice by a double click is told once', async () => {
    const ctx = contextOn(database.primary, plan.people.julian, '2026-11-23');
    const first = await reportProgress(ctx, said({ note: 'Una vez' }));
    const before = (await selectReports(database.primary, activity)).length;
    expect(await reportProgress(ctx, said({ note: 'Una vez' }))).toEqual(first);
    expect(await selectReports(database.primary, activity)).toHaveLength(before);
  });

  test.each([
    [{ periodStart: '2026-02-01' }, 'report.no_such_period', 'periodStart'],
    [{ state: 'cancelled', note: '' }, 'report.needs_reason', 'note'],
    [{ state: 'not_started', percent: 10 }, 'report.begun', 'percent'],
    [{ files: [crypto.randomUUID()] }, 'evidence.unknown', 'files'],
  ])('is refused when it says %o', async (more, refused, field) => {
    expect(await reportProgress(contextOn(database.primary, plan.people.marcela, '2026-11-24'), said(more))).toMatchObject({
      refused,
      field,
    });
  });

  test('in words that are no report is refused beside each field', () => {
    expect(parse(reportInput, { item: activity, periodStart: '2026-02-30', state: 'x', percent: '140' })).toMatchObject({
      problems: { periodStart: { refused: 'input.day' }, state: { refused: 'input.choice' }, percent: { refused: 'input.percent' } },
    });
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { parseDay } from '#platform/clock/day.ts';
import type { Database } from '#platform/db/database.ts';
import { carryOutReactions, reactionNames } from '#platform/events/reactions.ts';
import { openLog } from '#platform/log/log.ts';
import { accepted } from '#platform/refusal.ts';
import { system } from '#platform/ctx.ts';
import { noticeLateness, reportProgress } from '#domains/plan/index.ts';
import { freshDatabase } from '#test/support/database.ts';
import { addRow, contextOn, workingPlan, type WorkingPlan } from '#test/support/working-plan.ts';
import { planFacts } from './facts-of-plan.ts';
import { recordFacts } from './facts.ts';
import { selectMonths } from './sums.queries.ts';
import { everything } from './wanted.queries.ts';

let database: Database;
let plan: WorkingPlan;
const owed = reactionNames([planFacts]);
const settle = () => carryOutReactions(database, [planFacts], openLog('silent'), () => new Date());
const day = parseDay;

beforeAll(async () => {
  database = await freshDatabase();
  plan = await workingPlan(database.primary, { since: '2026-09-01' });
});

describe('the ledger', () => {
  test('adds facts up by day and by month, narrowed by what they belong to', async () => {
    const fact = { measure: 'metrics.page_views', record: { type: 'views', id: 'news' } };
    await recordFacts(database.primary, [
      { ...fact, day: day('2026-10-30'), amount: 5, section: 'news', unit: 3 },
      { ...fact, day: day('2026-10-31'), amount: 7, section: 'news' },
      { ...fact, day: day('2026-11-01'), amount: 11, section: 'plan' },
    ]);
    const sums = await selectMonths(
      database.primary,
      [
        { measure: fact.measure, ...everything },
        { measure: fact.measure, ...everything, section: 'news' },
        { measure: fact.measure, ...everything, units: [3] },
      ],
      day('2026-01-01'),
      day('2026-11-22'),
    );
    expect(sums.map(({ key, month, amount }) => [key, month, amount])).toEqual([
      [0, '2026-10-01', 12],
      [0, '2026-11-01', 11],
      [1, '2026-10-01', 12],
      [2, '2026-10-01', 5],
    ]);
  });

  test('holds one fact of an event, however often it is told again', async () => {
    const fact = {
      measure: 'plan.reports_on_time',
      record: { type: 'occurrence', id: '9:x' },
      day: day('2026-10-30'),
      amount: 1,
      event: 900,
    };
    await recordFacts(database.primary, [fact]);
    await recordFacts(database.primary, [fact]);
    const rows = await database.primary.selectFrom('fact_days').selectAll().where('measure', '=', fact.measure).execute();
    expect(rows).toMatchObject([{ amount: 1, entries: 1 }]);
    await database.primary.deleteFrom('fact_days').where('measure', '=', fact.measure).execute();
  });
});

describe('reports and lateness', () => {
  test('write once whether each occurrence was reported and done on time', async () => {
    const item = await addRow(database.primary, plan, {
      kind: 'activity',
      title: 'Boletín',
      parent_id: plan.responsibility,
      unit_id: plan.units.oai,
      recurrence: 'monthly',
    });
    const say = async (on: string, periodStart: string, state: 'under_way' | 'done') =>
      accepted(
        await reportProgress(contextOn(database.primary, plan.people.ana, on, owed), {
          item,
          periodStart: day(periodStart),
          state,
          percent: 50,
          note: '',
          files: [],
        }),
      );
    await say('2026-09-20', '2026-09-01', 'under_way');
    await say('2026-09-29', '2026-09-01', 'done');
    await say('2026-10-20', '2026-10-01', 'under_way');
    await settle();
    await noticeLateness(contextOn(database.primary, system, '2026-11-02', owed));
    await settle();
    await say('2026-11-05', '2026-10-01', 'done');
    await settle();
    const rows = await database.primary
      .selectFrom('facts')
      .select(['measure', 'record_id', 'amount'])
      .where('activity_id', '=', item)
      .orderBy('measure')
      .orderBy('record_id')
      .execute();
    expect(rows.map(({ measure, record_id, amount }) => [measure, record_id.split(':')[1], amount])).toEqual([
      ['plan.activities_on_time', '2026-09-01', 1],
      ['plan.activities_on_time', '2026-10-01', 0],
      ['plan.reports_given', '2026-09-01', 1],
      ['plan.reports_given', '2026-09-01', 1],
      ['plan.reports_given', '2026-10-01', 1],
      ['plan.reports_given', '2026-10-01', 1],
      ['plan.reports_on_time', '2026-09-01', 1],
      ['plan.reports_on_time', '2026-10-01', 1],
    ]);
  });
});

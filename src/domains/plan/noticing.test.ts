import { expect, test } from 'vitest';
import { system } from '#platform/ctx.ts';
import { freshDatabase } from '#test/support/database.ts';
import { addRow, contextOn, workingPlan } from '#test/support/working-plan.ts';
import { noticeLateness } from './noticing.ts';

test('lateness is told once for each occurrence whose end passed', async () => {
  const { primary } = await freshDatabase();
  const plan = await workingPlan(primary, { since: '2026-09-15' });
  await addRow(primary, plan, {
    kind: 'activity',
    title: 'Boletín',
    parent_id: plan.responsibility,
    unit_id: plan.units.oai,
    recurrence: 'monthly',
  });
  await noticeLateness(contextOn(primary, system, '2026-11-22'));
  await noticeLateness(contextOn(primary, system, '2026-11-22'));
  await noticeLateness(contextOn(primary, system, '2026-12-01'));
  const told = await primary.selectFrom('events').select('payload').where('name', '=', 'activity.fell_late').orderBy('id').execute();
  expect(told.map(({ payload }) => (payload as { periodStart: string }).periodStart)).toEqual(['2026-09-01', '2026-10-01', '2026-11-01']);
});

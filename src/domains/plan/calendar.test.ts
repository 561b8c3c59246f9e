import { beforeAll, describe, expect, test } from 'vitest';
import { parseDay as day } from '#platform/clock/day.ts';
import type { Database } from '#platform/db/database.ts';
import { accepted } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { addRow, contextOn, workingPlan, type WorkingPlan } from '#test/support/working-plan.ts';
import { planCalendar, weeksOf } from './calendar.ts';
import { calendarVoice } from './calendar-voice.ts';
import { reportProgress } from './reports.ts';

let database: Database;
let plan: WorkingPlan;
const ctx = () => contextOn(database.primary, plan.people.marcela, '2026-11-22');

beforeAll(async () => {
  database = await freshDatabase();
  plan = await workingPlan(database.primary);
  const activity = (title: string, more: object) =>
    addRow(database.primary, plan, { kind: 'activity', title, parent_id: plan.responsibility, unit_id: plan.units.prensa, ...more });
  const bulletin = await activity('Boletín', { recurrence: 'monthly' });
  await activity('Feria', { starts_on: '2026-11-10', ends_on: '2026-11-14', unit_id: plan.units.oai });
  await activity('Informe del año', {});
  accepted(
    await reportProgress(ctx(), { item: bulletin, periodStart: day('2026-10-01'), state: 'done', percent: 100, note: '', files: [] }),
  );
});

const month = (name: string, unit?: number) =>
  planCalendar(ctx(), plan, { ...weeksOf(day(`${name}-01`)), unit }).then((items) =>
    items.map(({ title, shownFrom, endsOn, state }) => [title, shownFrom, endsOn, state]),
  );

describe('the calendar of a plan', () => {
  test('marks what recurs on the day it ends, what is short on all its days, what is long on its end', async () => {
    expect(await month('2026-11')).toEqual([
      ['Boletín', '2026-10-31', '2026-10-31', 'done'],
      ['Feria', '2026-11-10', '2026-11-14', 'late'],
      ['Boletín', '2026-11-30', '2026-11-30', 'not_started'],
    ]);
    expect(await month('2026-12')).toEqual([
      ['Boletín', '2026-11-30', '2026-11-30', 'not_started'],
      ['Boletín', '2026-12-31', '2026-12-31', 'not_started'],
      ['Informe del año', '2026-12-31', '2026-12-31', 'not_started'],
    ]);
  });

  test('is narrowed to a dependency', async () => {
    expect(await month('2026-11', plan.units.oai)).toEqual([['Feria', '2026-11-10', '2026-11-14', 'late']]);
  });

  test('shows whole weeks, from Monday', () => {
    expect(weeksOf(day('2026-11-15'))).toEqual({ from: '2026-10-26', to: '2026-12-06' });
  });
});

describe('its voice', () => {
  const item = (endsOn: string, state: 'done' | 'late' | 'not_started') => ({ endsOn: day(endsOn), state, title: 'Boletín', item: 4 });
  const says = (...items: ReturnType<typeof item>[]) => calendarVoice(items, day('2026-11-01'), day('2026-11-22'));

  test('is for nothing, all done, some late, all late, and nothing late', () => {
    expect(says(item('2026-10-31', 'late')).key).toBe('plan.voice.calendar_none');
    expect(says(item('2026-11-10', 'done'))).toEqual({ key: 'plan.voice.calendar_done', vars: { count: 1 } });
    expect(says(item('2026-11-10', 'late')).key).toBe('plan.voice.calendar_all_late');
    expect(says(item('2026-11-10', 'late'), item('2026-11-30', 'not_started'))).toMatchObject({
      key: 'plan.voice.calendar_late',
      vars: { count: 2, late: 1, on: '2026-11-30' },
    });
    expect(says(item('2026-11-30', 'not_started')).key).toBe('plan.voice.calendar_owed');
  });
});

import { expect, test } from 'vitest';
import { parseDay } from '#platform/clock/day.ts';
import { accepted } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { addRow, contextOn, workingPlan } from '#test/support/working-plan.ts';
import { publicActivities } from './public-activities.ts';
import { publicPlan } from './public.ts';
import { reportProgress } from './reports.ts';

const { primary } = await freshDatabase();
const plan = await workingPlan(primary, { since: '2026-01-01' });
const add = (title: string, number: string, ends_on: string) =>
  addRow(primary, plan, { kind: 'activity', title, number, parent_id: plan.responsibility, unit_id: plan.units.prensa, ends_on });
await add('Cuidar la cartelera', '1.1.10', '2026-12-31');
const late = await add('Enviar el boletín', '1.1.2', '2026-11-06');
const ctx = contextOn(primary, plan.people.marcela, '2026-11-22');
const listed = async (asked: Parameters<typeof publicActivities>[2]) => publicActivities(ctx, await publicPlan(ctx, 'pec'), asked);
const titles = async (asked: Parameters<typeof publicActivities>[2]) => (await listed(asked)).rows.map(({ title }) => title);

test('come in the order of their numbers, each as it stands today', async () => {
  const { rows, all, units } = await listed({});
  expect(rows).toMatchObject([
    { title: 'Enviar el boletín', state: 'late', daysLate: 16, percent: 0 },
    { title: 'Cuidar la cartelera', state: 'not_started', daysLate: 0 },
  ]);
  expect([all, units.map(({ name }) => name)]).toEqual([2, ['Oficina de Prensa']]);
  expect(JSON.stringify(rows)).not.toMatch(/Julián|Marcela|told/);
});

test('are narrowed by words without accents, by dependency and by how they stand', async () => {
  expect(await titles({ search: 'BOLETIN' })).toEqual(['Enviar el boletín']);
  expect(await titles({ state: 'not_started' })).toEqual(['Cuidar la cartelera']);
  expect(await titles({ unit: plan.units.oai })).toEqual([]);
});

test('come in pages, and past the last is the last', async () => {
  expect(await titles({ atOnce: 1 })).toEqual(['Enviar el boletín']);
  expect(await listed({ atOnce: 1, page: 9 })).toMatchObject({ page: 2, pages: 2, found: 2, rows: [{ title: 'Cuidar la cartelera' }] });
});

test('a report moves one', async () => {
  const done = { item: late, periodStart: parseDay('2026-01-01'), state: 'done' as const, percent: 100, note: '', files: [] };
  accepted(await reportProgress(contextOn(primary, plan.people.julian, '2026-11-22'), done));
  expect(await titles({ state: 'done' })).toEqual(['Enviar el boletín']);
});

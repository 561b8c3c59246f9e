import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#platform/db/database.ts';
import { parse } from '#platform/http/form.ts';
import { accepted, Forbidden } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { addRow, contextOn, keptFile, workingPlan, type WorkingPlan } from '#test/support/working-plan.ts';
import { absurdity } from './absurd.ts';
import { measuredByPeriod } from './counted.ts';
import { readingInput, type ReadingInput } from './readings.input.ts';
import { selectReadings } from './readings.queries.ts';
import { correctReading, decideReading, takeReading } from './readings.ts';

let database: Database;
let plan: WorkingPlan;
let file: string;
let aimed: number;
let plain: number;
const byHand = () => false;
const on = (name: keyof WorkingPlan['people'], day = '2026-11-22') => contextOn(database.primary, plan.people[name], day);
const taken = (more: Partial<Record<keyof ReadingInput, unknown>> = {}) =>
  parse(readingInput, { item: plain, startsOn: '2026-10-01', endsOn: '2026-10-31', value: '212', files: [file], ...more }) as ReadingInput;
const measured = async (item: number, hasTarget: boolean) => measuredByPeriod(await selectReadings(database.primary, [item]), hasTarget);

beforeAll(async () => {
  database = await freshDatabase();
  plan = await workingPlan(database.primary);
  file = await keptFile(database.primary);
  const activity = await addRow(database.primary, plan, {
    kind: 'activity',
    title: 'Producir',
    parent_id: plan.responsibility,
    unit_id: plan.units.oai,
  });
  plain = await addRow(database.primary, plan, { kind: 'indicator', title: 'Comunicados', parent_id: activity });
  aimed = await addRow(database.primary, plan, {
    kind: 'indicator',
    title: 'Adopción',
    parent_id: activity,
    figure_unit: '%',
    adds_up: 'ratio',
    frequency: 'quarter',
    targets: [{ starts_on: '2026-01-01', ends_on: '2026-12-31', value: 75 }],
  });
});

describe('a reading', () => {
  test.each([
    [{ startsOn: '2026-10-02' }, 'reading.not_a_month', 'startsOn'],
    [{ startsOn: '2026-12-01', endsOn: '2026-12-31' }, 'reading.not_begun', 'startsOn'],
    [{ value: '-3' }, 'reading.negative', 'value'],
    [{ value: '2,5' }, 'reading.not_whole', 'value'],
    [{ files: [] }, 'reading.needs_evidence', 'files'],
    [{ files: [crypto.randomUUID()] }, 'evidence.unknown', 'files'],
  ])('is refused when it is %o', async (more, refused, field) => {
    expect(await takeReading(on('ana'), taken(more), byHand)).toMatchObject({ refused, field });
  });

  test('is refused for a measure that reads itself', async () => {
    expect(await takeReading(on('ana'), taken(), () => true)).toMatchObject({ refused: 'reading.reads_itself' });
  });

  test.each([
    ['unos 61', 'reading.not_a_number'],
    ['', 'reading.not_a_number'],
  ])('of «%s» is no number', (value, refused) => {
    expect(parse(readingInput, { ...taken(), value })).toMatchObject({ problems: { value: { refused } } });
  });

  test.each([
    ['1.204.300', 1_204_300],
    ['58,5', 58.5],
    ['58.5', 58.5],
    ['1.204', 1204],
    [12, 12],
  ])('of %s is %d', (value, number) => {
    expect(taken({ value }).value).toBe(number);
  });

  test('counts at once where there is no target, and is taken once a period', async () => {
    accepted(await takeReading(on('ana'), taken(), byHand));
    expect((await measured(plain, false))[0]?.counts?.value).toBe(212);
    expect(await takeReading(on('ana'), taken(), byHand)).toMatchObject({ refused: 'reading.already_taken' });
  });

  test('is not taken by who has nothing to do with the indicator', async () => {
    await expect(takeReading(on('diego'), taken(), byHand)).rejects.toThrow(Forbidden);
  });
});

describe('a reading for a target', () => {
  const third = { startsOn: '2026-07-01', endsOn: '2026-09-30' };

  test('waits for a second person, who is not the one that took it', async () => {
    const { id } = accepted(await takeReading(on('marcela'), taken({ item: aimed, ...third, value: '58' }), byHand));
    expect((await measured(aimed, true))[0]).toMatchObject({ counts: undefined, pending: { value: 58 } });
    expect(await decideReading(on('marcela'), { reading: id, decision: 'accepted', note: '' })).toMatchObject({
      refused: 'reading.own_work',
    });
    accepted(await decideReading(on('julian'), { reading: id, decision: 'accepted', note: '' }));
    expect((await measured(aimed, true))[0]).toMatchObject({ counts: { value: 58 }, pending: undefined });
    expect(await decideReading(on('julian'), { reading: id, decision: 'returned', note: 'No' })).toMatchObject({
      refused: 'reading.decided',
    });
  });

  test('corrected keeps the first value, which stands until the correction is accepted', async () => {
    const first = (await selectReadings(database.primary, [aimed]))[0]!;
    const { id } = accepted(await correctReading(on('ana'), { reading: first.id, value: 61, reason: 'Faltaba Hacienda', files: [] }));
    expect((await measured(aimed, true))[0]).toMatchObject({ counts: { value: 58 }, pending: { value: 61 } });
    expect(await correctReading(on('ana'), { reading: first.id, value: 62, reason: 'Otra vez', files: [] })).toMatchObject({
      refused: 'reading.already_corrected',
    });
    accepted(await decideReading(on('marcela'), { reading: id, decision: 'accepted', note: '' }));
    const [period] = await measured(aimed, true);
    expect(period).toMatchObject({ counts: { value: 61, reason: 'Faltaba Hacienda' } });
    expect(period?.all.map(({ value }) => value)).toEqual([58, 61]);
  });

  test('returned needs a reason, does not count, and may be taken again', async () => {
    const second = { startsOn: '2026-04-01', endsOn: '2026-06-30' };
    const { id } = accepted(await takeReading(on('ana'), taken({ item: aimed, ...second, value: '90' }), byHand));
    expect(await decideReading(on('julian'), { reading: id, decision: 'returned', note: '' })).toMatchObject({
      refused: 'reading.needs_reason',
      field: 'note',
    });
    accepted(await decideReading(on('julian'), { reading: id, decision: 'returned', note: 'El acta dice otra cosa' }));
    accepted(await takeReading(on('ana'), taken({ item: aimed, ...second, value: '50' }), byHand));
    expect((await measured(aimed, true))[0]).toMatchObject({ counts: undefined, pending: { value: 50 } });
  });

  test('is decided by who holds the role, not by who answers for it', async () => {
    const { id } = (await selectReadings(database.primary, [aimed])).at(-1)!;
    await expect(decideReading(on('tomas'), { reading: id, decision: 'accepted', note: '' })).rejects.toThrow(Forbidden);
  });
});

test.each([
  [{ figureUnit: '%', addsUp: 'ratio' as const }, 101, 'reading.over_hundred'],
  [{ figureUnit: 'puntos de 1 a 5', addsUp: 'average' as const }, 6, 'reading.off_scale'],
  [{ figureUnit: 'puntos de 1 a 5', addsUp: 'average' as const }, 4.2, undefined],
  [{ figureUnit: 'horas', addsUp: 'percentile' as const }, 7.5, undefined],
])('of an indicator in %o, %d is %s', (row, value, refused) => {
  expect(absurdity(row, value)?.refused).toBe(refused);
});

import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseDay } from '#platform/clock/day.ts';
import type { Database } from '#platform/db/database.ts';
import { freshDatabase } from '#test/support/database.ts';
import { addRow, contextOn, workingPlan, type WorkingPlan } from '#test/support/working-plan.ts';
import { recordFacts } from './facts.ts';
import { measureCard, measureRecords } from './measure-card.ts';
import { addressOf } from './records.ts';

let database: Database;
let plan: WorkingPlan;
let activity: number;
const ctx = () => contextOn(database.primary, plan.people.marcela, '2026-11-22');
const views = 'metrics.page_views';

beforeAll(async () => {
  database = await freshDatabase();
  plan = await workingPlan(database.primary, { since: '2026-01-01' });
  activity = await addRow(database.primary, plan, { kind: 'activity', title: 'Divulgar', parent_id: plan.responsibility, code: 'A1' });
  await recordFacts(database.primary, [
    ...[5, 3, 2].map((amount, index) => ({
      measure: views,
      day: parseDay(`2026-0${index + 1}-10`),
      amount,
      section: index === 0 ? 'home' : 'plan',
      unit: plan.units.prensa,
      regions: ['13001'],
      record: { type: 'section', id: index === 0 ? 'home' : 'plan' },
    })),
    {
      measure: 'plan.reports_on_time',
      day: parseDay('2026-02-01'),
      amount: 1,
      activity,
      classes: ['digital', 'online'],
      record: { type: 'occurrence', id: `${activity}:2026-01-01` },
    },
  ]);
});

describe('a measure', () => {
  test('says its value, months, parts and records, each with its name and where it opens', async () => {
    const card = await measureCard(ctx(), views, {});
    expect(card).toMatchObject({ value: 10, entries: 3, from: '2026-01-01', to: '2026-11-22' });
    expect(card.months.map(({ startsOn, value }) => [startsOn, value])).toEqual([
      ['2026-01-01', 5],
      ['2026-02-01', 3],
      ['2026-03-01', 2],
    ]);
    expect(card.parts.map(({ part, value, amount }) => [part, value, amount])).toEqual([
      ['region', '13', 10],
      ['region', '13001', 10],
      ['section', 'home', 5],
      ['section', 'plan', 5],
      ['unit', 'prensa', 10],
    ]);
    expect(card.records.map(({ day, name, opens }) => [day, name, opens])).toEqual([
      ['2026-03-10', '/plan', '/plan'],
      ['2026-02-10', '/plan', '/plan'],
      ['2026-01-10', '/', '/'],
    ]);
  });

  test('is narrowed by what its facts belong to, and by days', async () => {
    expect(await measureCard(ctx(), views, { region: '13', section: 'plan' })).toMatchObject({ value: 5, entries: 2 });
    expect(await measureCard(ctx(), views, { unit: 'oai' })).toMatchObject({ value: null, entries: 0, records: [] });
    expect(await measureCard(ctx(), views, { from: parseDay('2026-02-01'), to: parseDay('2026-02-28') })).toMatchObject({ value: 3 });
    const onTime = await measureCard(ctx(), 'plan.reports_on_time', { class: 'digital', activity });
    expect(onTime).toMatchObject({ value: 100, records: [{ name: 'Divulgar', opens: `/workspace/activities/${activity}` }] });
  });

  test('gives all of its records to take away', async () => {
    const amounts: number[] = [];
    for await (const { amount } of await measureRecords(ctx(), views, { section: 'plan' })) amounts.push(amount);
    expect(amounts).toEqual([2, 3]);
  });

  test('that a person takes has no records, and says which indicators it has', async () => {
    const item = await addRow(database.primary, plan, {
      kind: 'indicator',
      title: 'Comunicados',
      parent_id: activity,
      measure: 'participation.suggestions_answered',
    });
    expect(await measureCard(ctx(), 'participation.suggestions_answered', {})).toMatchObject({
      value: null,
      indicators: [{ item, title: 'Comunicados' }],
    });
  });
});

test('a record opens at what it belongs to, or at itself', () => {
  const day = parseDay('2026-11-22');
  const nothing = { day, activity: null, campaign: null, piece: null, section: null, tool: null, recordType: 'x', recordId: '7' };
  expect(addressOf('plan.reports_on_time', { ...nothing, activity: 4 })).toBe('/workspace/activities/4');
  expect(addressOf(views, { ...nothing, section: 'home' })).toBe('/');
  expect(addressOf(views, { ...nothing, section: 'Predial', tool: 'tributario', recordType: 'site' })).toBe(
    '/workspace/traffic/rows?day=2026-11-22&site=tributario&section=Predial',
  );
});

describe('of a hundred thousand records', () => {
  const measure = 'metrics.inner_page_sessions';
  beforeAll(async () => {
    await sql`
      insert into facts (day, measure, amount, section, record_type, record_id)
      select date '2026-01-01' + (n % 320), ${measure}, 1, 'plan', 'section', 'plan' from generate_series(1, 100000) n`.execute(
      database.primary,
    );
    await sql`analyze facts`.execute(database.primary);
  });

  test('any page is read along the index, without looking at those before', async () => {
    let after: { day: ReturnType<typeof parseDay>; id: number } | undefined = { day: parseDay('2026-01-03'), id: 1_000_000 };
    const card = await measureCard(ctx(), measure, { after });
    expect(card.records).toHaveLength(50);
    expect(card.entries).toBe(100_000);
    after = card.next!;
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain select f.id from facts f where f.measure = ${measure} and f.day between '2026-01-01' and '2026-11-22' and f.day <= ${after.day}
        and (f.day, f.id) < (${after.day}::date, ${after.id}::bigint) order by f.day desc, f.id desc limit 51`.execute(database.primary);
    const said = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(said).toContain('Index');
    expect(said).not.toContain('Seq Scan');
    expect(said).not.toContain('Sort');
  });
});

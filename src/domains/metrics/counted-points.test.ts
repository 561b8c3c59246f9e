import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, parseDay, type Day } from '#platform/clock/day.ts';
import type { Database } from '#platform/db/database.ts';
import { additions, type Addition } from '#domains/plan/index.ts';
import { freshDatabase } from '#test/support/database.ts';
import { countedByMonth } from './counted-points.ts';
import { insertFacts } from './facts.queries.ts';
import type { Fact } from './facts.ts';
import { combined } from './points.ts';
import { everything, type Wanted } from './wanted.queries.ts';

let database: Database;
let measures = 0;
const first = parseDay('2026-01-01');
const today = parseDay('2026-11-22');

beforeAll(async () => {
  database = await freshDatabase();
});

const some = <T>(...values: T[]) => fc.subarray(values);
const facts = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 325 }).map((days) => addDays(first, days)),
    amount: fc.integer({ min: -5, max: 400 }).map((tenths) => tenths / 10),
    base: fc.integer({ min: 1, max: 9 }),
    unit: fc.constantFrom(null, 1, 2),
    classes: some('ATL', 'BTL', 'digital'),
    regions: some('13001', '13052', '08001'),
    segments: some('ciudadania', 'prensa'),
    kind: fc.constantFrom(null, 'news', 'release'),
    record: fc.constantFrom('a', 'b', 'c').map((id) => ({ type: 'thing', id })),
  }),
  { maxLength: 60 },
);
const wish = fc.record({
  units: fc.option(fc.constant([1])),
  class: fc.option(fc.constant('digital')),
  region: fc.option(fc.constantFrom('13', '13001')),
  segment: fc.option(fc.constant('prensa')),
  kind: fc.option(fc.constant('news')),
});

type Plain = Omit<Fact, 'measure'>;

/** Written again as one would say it, with no sums, months or SQL. */
function naive(all: readonly Plain[], narrowed: Partial<Wanted>, addsUp: Addition, percent: number): number | null {
  const own = all.filter(
    (fact) =>
      (!narrowed.units || narrowed.units.includes(fact.unit!)) &&
      (!narrowed.class || fact.classes!.includes(narrowed.class)) &&
      (!narrowed.region || fact.regions!.some((region) => region.startsWith(narrowed.region!))) &&
      (!narrowed.segment || fact.segments!.includes(narrowed.segment)) &&
      (!narrowed.kind || fact.kind === narrowed.kind),
  );
  const amounts = own.map(({ amount }) => amount).toSorted((one, other) => one - other);
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  if (addsUp === 'sum') return sum;
  if (own.length === 0) return null;
  if (addsUp === 'last') {
    const last = new Map(
      own.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)).map((fact) => [fact.record.id, fact.amount]),
    );
    return [...last.values()].reduce((total, amount) => total + amount, 0);
  }
  if (addsUp === 'percentile') {
    const rank = ((amounts.length - 1) * percent) / 100;
    const low = amounts[Math.floor(rank)]!;
    return low + (amounts[Math.ceil(rank)]! - low) * (rank % 1);
  }
  const base = own.reduce((total, fact) => total + fact.base!, 0);
  return (sum / base) * (addsUp === 'ratio' ? 100 : 1);
}

describe('what the ledger counted', () => {
  test.each(additions)('adds up as %s like counting the facts one by one, whatever it is narrowed by', async (addsUp) => {
    await fc.assert(
      fc.asyncProperty(facts, wish, fc.integer({ min: 1, max: 99 }), async (all, narrowed, percentile) => {
        const measure = `test.measure_${measures++}`;
        for (const half of [all.slice(0, all.length / 2), all.slice(all.length / 2)])
          await insertFacts(
            database.primary,
            half.map((fact) => ({ ...fact, measure })),
          );
        const wanted = { ...everything, ...narrowed, measure };
        const [points = []] = await countedByMonth(database.primary, [{ wanted, addsUp }], first, today);
        const value = combined(points, { addsUp, own: true, percentile });
        const plain = naive(all, narrowed, addsUp, percentile);
        if (plain === null) expect(value).toBeNull();
        else expect(value).toBeCloseTo(plain, 6);
      }),
      { numRuns: 25 },
    );
  });

  test('holds a state between the months in which something changed it, and from before the period', async () => {
    const measure = 'test.state';
    const told = (day: string, id: string, amount: number): Fact => ({
      measure,
      day: parseDay(day),
      amount,
      record: { type: 'protocol', id },
    });
    await insertFacts(database.primary, [told('2025-11-03', 'a', 1), told('2026-03-10', 'b', 1), told('2026-06-20', 'a', 0)]);
    const [points = []] = await countedByMonth(database.primary, [{ wanted: { ...everything, measure }, addsUp: 'last' }], first, today);
    const on = (month: string) => points.find(({ startsOn }) => startsOn === `${month}-01`)?.value;
    expect([on('2026-01'), on('2026-03'), on('2026-05'), on('2026-06'), on('2026-11')]).toEqual([1, 2, 2, 1, 1]);
  });

  test('counts as of a day inside a month', async () => {
    const measure = 'test.as_of';
    const on = (day: Day): Fact => ({ measure, day, amount: 1, record: { type: 'thing', id: day } });
    await insertFacts(database.primary, [on(parseDay('2026-02-01')), on(parseDay('2026-02-10')), on(parseDay('2026-02-11'))]);
    const [points = []] = await countedByMonth(
      database.primary,
      [{ wanted: { ...everything, measure }, addsUp: 'sum' }],
      first,
      parseDay('2026-02-10'),
    );
    expect(points).toMatchObject([{ value: 2, entries: 2, lastOn: '2026-02-10' }]);
  });
});

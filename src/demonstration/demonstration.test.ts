import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#config';
import { planBoard } from '#domains/metrics/index.ts';
import { everyEntry, signIn } from '#domains/organization/index.ts';
import { listPlans, planWork } from '#domains/plan/index.ts';
import { nobody, system, type Ctx } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { tellEntries } from '#doors/workspace/organization/told-entries.ts';
import { freshDatabase } from '#test/support/database.ts';
import { openHouse, type House } from '../main.ts';
import { accounts, loadDemonstration } from './demonstration.ts';
import { emptyDemonstration } from './emptying.ts';

const sunday = '2026-11-22T15:00:00Z';

/** A process that only works: it serves no pages, so that it needs none built. */
async function emptyHouse(now: string): Promise<House> {
  const { url } = await freshDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'pregon-demonstration-'));
  const house = await openHouse(readConfig({ DATABASE_URL: url, DATA_DIR: dataDir, PROCESS: 'worker', LOG_LEVEL: 'error' }), {
    clock: () => new Date(now),
  });
  afterAll(async () => {
    await house.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  return house;
}

const looking = ({ app }: House): Ctx => commandContext(app.database.primary, nobody, app.clock(), app.owed);
const count = async ({ app }: House, statement: string) =>
  Number((await app.database.pool.query<{ count: number }>(statement)).rows[0]!.count);

describe('on a Sunday in November', () => {
  let house: House;
  beforeAll(async () => {
    house = await emptyHouse(sunday);
    const started = performance.now();
    await loadDemonstration(house.app);
    console.log(`the demonstration was loaded in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    await house.settle();
  }, 300_000);

  it('shows a plan somewhat behind, held back by internal communication', async () => {
    const ctx = looking(house);
    const plan = (await listPlans(ctx)).find(({ code }) => code === 'pec-puerto-claro')!;
    const board = await planBoard(ctx, plan.id);
    expect(board.advance!.progress).toBeGreaterThan(75);
    expect(board.advance!.progress).toBeLessThan(85);
    expect(Math.round(board.advance!.due)).toBeGreaterThanOrEqual(88);
    expect(board.lights).toEqual({ good: 8, risk: 4, off: 1, none: 0 });
    const gaps = board.components.map(({ title, advance }) => ({ title, gap: advance!.due - advance!.progress }));
    expect(gaps.toSorted((one, other) => other.gap - one.gap)[0]!.title).toBe('Comunicación interna');
    expect(plan).toMatchObject({ inForce: { number: 4 }, open: { number: 5, state: 'draft' } });
  });

  it('has exactly these activities late', async () => {
    const ctx = looking(house);
    const late: string[] = [];
    for (const { id } of await listPlans(ctx)) {
      const work = (await planWork(ctx, id, { day: (await planBoard(ctx, id)).today, until: ctx.now }))!;
      for (const row of work.rows)
        for (const { daysLate } of work.activities.get(row.item)?.late ?? []) late.push(`${row.title}: ${daysLate}`);
    }
    expect(late.toSorted()).toEqual([
      'Canal de comunicación inmediata: 9',
      'Directorio de voceros para emergencias: 3',
      'Lanzar la campaña interna «Datos que cuidan»: 16',
      'Reinducción de servidores antiguos: 6',
      'Reuniones de retroalimentación: 53',
    ]);
  });

  it('was done by people: nobody approved or decided what was his, and the audit chain is whole', async () => {
    expect(
      await count(
        house,
        `select count(*) from plan_version_moves m join plan_version_authors a using (version_id, person_id) where m.move = 'approve'`,
      ),
    ).toBe(0);
    expect(
      await count(house, 'select count(*) from reading_decisions d join readings r on r.id = d.reading_id where r.person_id = d.person_id'),
    ).toBe(0);
    expect(await count(house, 'select count(*) from audit_entries')).toBe(await count(house, 'select count(*) from audit_chain'));
    expect(
      await count(
        house,
        `select count(*) from (select c.hash, audit_hash(lag(c.hash, 1, '\\x') over (order by c.position), e) as again
      from audit_chain c join audit_entries e on e.id = c.entry_id) t where hash <> again`,
      ),
    ).toBe(0);
    expect(
      await count(house, 'select count(*) from (select at, lag(at) over (order by id) as before from audit_entries) t where at < before'),
    ).toBe(0);
  });

  it.each(['es', 'en'] as const)('left a log that says in %s, in words, what happened, to what and from what to what', async (locale) => {
    const ctx = { ...looking(house), actor: system };
    const unsaid = new Set<string>();
    for await (const part of everyEntry(ctx, {})) {
      for (const [at, { sentence, changed }] of (await tellEntries(ctx, part, say(locale), formatIn(locale))).entries()) {
        const { action } = part[at]!;
        if (/[{}]|…/.test(sentence) || sentence.includes('audit.')) unsaid.add(`${action}: ${sentence}`);
        for (const { field, before, after } of changed) {
          if (/^[a-z_]+$/.test(field)) unsaid.add(`${action} says «${field}»: write audit.field.${field}`);
          for (const value of [before, after]) if (/^[a-z]+(_[a-z]+)+$/.test(value ?? '')) unsaid.add(`${action}, ${field}: ${value}`);
        }
      }
    }
    expect([...unsaid]).toEqual([]);
  });

  it('has every reaction carried out, and lets its accounts in', async () => {
    expect(await count(house, 'select count(*) from reactions where done_at is null')).toBe(0);
    for (const { email, password } of accounts) {
      const came = await house.app.database.primary
        .transaction()
        .execute((db) =>
          signIn(commandContext(db, nobody, house.app.clock(), house.app.owed), { email, password }, 5, { device: 'test', next: null }),
        );
      expect(came).toHaveProperty('token');
    }
  });

  it('is not loaded twice, and goes as it came', async () => {
    await expect(loadDemonstration(house.app)).rejects.toThrow('ya hay una institución');
    await emptyDemonstration(house.app.database.url, house.app.files);
    expect(await count(house, 'select count(*) from people')).toBe(0);
    for await (const key of house.app.files.keys()) expect(key).toBeUndefined();
  });
});

it('loads on a leap day', async () => {
  const house = await emptyHouse('2028-02-29T14:00:00Z');
  await loadDemonstration(house.app);
  expect((await listPlans(looking(house))).filter(({ inForce }) => inForce)).toHaveLength(2);
}, 300_000);

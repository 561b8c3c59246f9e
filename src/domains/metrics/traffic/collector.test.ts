import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { commandContext } from '#platform/events/tell.ts';
import { system } from '#platform/ctx.ts';
import type { Database } from '#platform/db/database.ts';
import { openLog } from '#platform/log/log.ts';
import { freshDatabase } from '#test/support/database.ts';
import { Collector } from './collector.ts';
import { recordVisits } from './told-visits.ts';
import { forgetVisitors } from './visit-day.ts';
import { deleteVisitorsBefore } from './visitors.queries.ts';
import { parseDay } from '#platform/clock/day.ts';

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0';
const addressed = (address: string) => (salt: Uint8Array) =>
  createHmac('sha256', salt).update(`${address}\n${browser}`).digest().subarray(0, 16);

let database: Database;
let now: Date;
let collector: Collector;
const view = (section: string, address: string | null = '190.0.0.1', userAgent = browser) =>
  collector.count({ section, userAgent, visitor: address ? addressed(address) : null });
const facts = async () => {
  await database.primary.transaction().execute((db) => recordVisits(commandContext(db, system, now, () => [])));
  return (
    await database.primary.selectFrom('fact_days').select(['measure', 'section', 'amount']).orderBy('measure').orderBy('section').execute()
  ).map(({ measure, section, amount }) => [measure, section, amount]);
};

beforeEach(async () => {
  database = await freshDatabase();
  now = new Date('2026-11-22T15:00:00Z');
  collector = new Collector({ database, log: openLog('silent'), clock: () => now });
  return () => collector.close();
});

describe('the collector', () => {
  test('counts views by section, and each visitor once a day in each inner section', async () => {
    view('home');
    view('news');
    view('news');
    view('news', '190.0.0.2');
    view('plan');
    await collector.flush();
    await facts();
    view('news');
    await collector.flush();
    expect(await facts()).toEqual([
      ['metrics.inner_page_sessions', 'news', 2],
      ['metrics.inner_page_sessions', 'plan', 1],
      ['metrics.page_views', 'home', 1],
      ['metrics.page_views', 'news', 4],
      ['metrics.page_views', 'plan', 1],
    ]);
  });

  test('leaves machines out, and does not tell apart who asked not to be', async () => {
    view('news', '66.249.66.1', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)');
    view('news', null);
    await collector.flush();
    expect(await facts()).toEqual([['metrics.page_views', 'news', 1]]);
  });

  test('keeps the salt and the sessions out of every copy: both tables are unlogged', async () => {
    const { rows } = await sql<{
      relpersistence: string;
    }>`select relpersistence from pg_class where relname in ('visitor_salts', 'visitor_sessions')`.execute(database.primary);
    expect(rows.map(({ relpersistence }) => relpersistence)).toEqual(['u', 'u']);
  });

  test('cannot be re-linked from everything that is left the next day, even by who knows the address', async () => {
    view('news');
    await collector.flush();
    const [kept] = await database.primary.selectFrom('visitor_sessions').select('visitor').execute();
    const { salt } = await database.primary.selectFrom('visitor_salts').select('salt').executeTakeFirstOrThrow();
    expect(kept!.visitor).toEqual(addressed('190.0.0.1')(salt));

    now = new Date('2026-11-23T15:00:00Z');
    await deleteVisitorsBefore(commandContext(database.primary, system, now, () => []).db, parseDay('2026-11-23'));
    view('news');
    await collector.flush();

    const left = await everything(database);
    for (const trace of [kept!.visitor, salt]) expect(left).not.toContain(trace.toString('hex'));
    expect(left).not.toContain('190.0.0.1');
    expect(left).not.toContain('Firefox');
    const [today] = await database.primary.selectFrom('visitor_sessions').select('visitor').execute();
    expect(today!.visitor).not.toEqual(kept!.visitor);
  });

  test('forgets at the day’s end by a job of its own', () => {
    expect(forgetVisitors).toMatchObject({ name: 'metrics.forget-visitors', cron: '1 0 * * *' });
  });
});

/** Every row of every table as text: what somebody with a backup holds. */
async function everything({ primary }: Database): Promise<string> {
  const { rows: tables } = await sql<{
    name: string;
  }>`select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
    primary,
  );
  const texts = await Promise.all(
    tables.map(
      async ({ name }) =>
        (await sql<{ text: string | null }>`select string_agg(t::text, e'\n') as text from ${sql.raw(name)} t`.execute(primary)).rows[0]
          ?.text,
    ),
  );
  return texts.join('\n');
}

import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { load, round } from './support/load.ts';
import { withHouse } from './support/house.ts';
import type { Bench } from './support/result.ts';

/**
 * A page of 20 rows of the portal, the activities of a plan, kept and made anew (what it is made of is kept in memory until somebody tells
 * that it changed), against a bare Hono answer of the same bytes in the same process; beside it what a page without rows costs, the news
 * with every row out of the database, and the plan's whole page with every figure and its table.
 */
export const bench: Bench = {
  promise: 'a kept page of 20 rows at 0.5 of a bare Hono answer of the same bytes (ratio); made anew, 500 a second',
  run: () =>
    withHouse(async ({ origin }) => {
      // The first plan on the list: it has more than 20 activities, and its page shows every figure.
      const plan = (await (await fetch(`${origin}/plan`)).text()).match(/href="(\/plan\/[a-z0-9-]+)"/)?.[1] ?? '/plan';
      const list = `${plan}/activities`;
      const page = await (await fetch(origin + list)).text();
      const bare = await openBare(page);
      const limit = await busy(() => load(bare.origin));
      const kept = await busy(() => load(origin + list));
      // A query of its own for each request finds nothing kept.
      const anew = (path: string) => busy(() => load(`${origin}${path}?fresh=[<id>]`, { fresh: true }));
      const rows = await anew(list);
      const plain = await anew('/accessibility');
      const news = await anew('/news');
      const whole = await anew(plan);
      bare.close();
      return {
        name: 'portal',
        ratio: round(kept.rate / limit.rate),
        parts: {
          page_bytes: Buffer.byteLength(page),
          page_rows: page.split('<tr>').length - 2,
          bare_per_second: round(limit.rate, 0),
          kept_per_second: round(kept.rate, 0),
          anew_per_second: round(rows.rate, 0),
          anew_of_bare: round(rows.rate / limit.rate),
          anew_p95_ms: rows.p95,
          anew_ms_each: rows.each,
          without_rows_per_second: round(plain.rate, 0),
          without_rows_ms_each: plain.each,
          news_per_second: round(news.rate, 0),
          news_ms_each: news.each,
          whole_plan_per_second: round(whole.rate, 0),
          whole_plan_ms_each: whole.each,
          failed: kept.failed + rows.failed + plain.failed + news.failed + whole.failed,
        },
      };
    }),
};

async function openBare(page: string): Promise<{ origin: string; close(): void }> {
  const server = await new Promise<ServerType>((listening) => {
    const opened = serve({ fetch: new Hono().get('/', (c) => c.html(page)).fetch, port: 0, hostname: '127.0.0.1' }, () =>
      listening(opened),
    );
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

/** With how long the server's one thread was busy for each answer; who asks is another thread. */
async function busy(work: () => ReturnType<typeof load>) {
  const before = performance.eventLoopUtilization();
  const asked = await work();
  return { ...asked, each: round(performance.eventLoopUtilization(before).active / (asked.rate * asked.seconds)) };
}

import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { addSite } from '#domains/metrics/index.ts';
import { system } from '#platform/ctx.ts';
import type { Database } from '#platform/db/database.ts';
import { commandContext } from '#platform/events/tell.ts';
import { accepted } from '#platform/refusal.ts';
import { cookieOf } from './support/cookie.ts';
import { withHouse } from './support/house.ts';
import { round, timed } from './support/load.ts';
import type { Bench } from './support/result.ts';
import { insertPlainly, insertYear, makePlainTable, viewsOf } from './support/visits.queries.ts';

const seconds = 5;
const rounds = 3;
const host = 'impuestos.puertoclaro.gov.co';
const file = (name: string) => fileURLToPath(new URL(`./support/${name}.ts`, import.meta.url));

/**
 * Page views through the real door of the intake, acknowledged after they are committed, against bare multi-row inserts of as much; they
 * take turns in the same run. A web process of the house, its database and what plays the browsers share this machine; the inserts have it
 * for themselves. Then the board over a year of twelve million views.
 */
export const bench: Bench = {
  promise:
    'page views a second through the intake, five a beacon and committed before they are acknowledged, at 0.5 of plain inserts of 100 rows (ratio); the board under 200 ms at p95 with a year of 12 million views',
  run: () =>
    withHouse(async ({ app, origin }) => {
      const { database } = app;
      const { primary, pool } = database;
      const ctx = commandContext(primary, system, app.clock(), app.owed);
      const rules = Array.from({ length: 8 }, (_, at) => ({ path: `/seccion-${at}/*`, section: `Sección ${at}` }));
      const { id, code } = accepted(await addSite(ctx, { name: 'Medición', hosts: [host], rules, unit: null }));
      await makePlainTable(primary);
      const web = await startWeb(database, app.config.DATA_DIR);
      const taken: Record<string, number[]> = {};
      const note = (name: string, rate: number) => (taken[name] ??= []).push(rate);
      let acknowledged = 0;
      let refused = 0;
      try {
        for (let turn = 0; turn <= rounds; turn++) {
          const rates: [string, number][] = [];
          for (const rows of [10, 100, 1000]) rates.push([`plain_of_${rows}`, await insertPlainly(pool, rows, seconds / 2)]);
          for (const many of [1, 5, 20]) {
            const sent = await sendViews(web.port, code, many);
            acknowledged += sent.acknowledged;
            refused += sent.refused;
            rates.push([`views_by_${many}`, sent.acknowledged / sent.seconds]);
          }
          // The first warms up.
          if (turn > 0) for (const [name, rate] of rates) note(name, rate);
        }
      } finally {
        web.child.disconnect();
        await once(web.child, 'exit');
      }
      const lost = acknowledged - (await viewsOf(primary, id));
      const middle = (name: string) => round(taken[name]!.toSorted((one, other) => one - other)[rounds >> 1]!, 0);
      const board = await timeBoard(origin, database, id, await cookieOf('marcela.ospina@puertoclaro.gov.co', app), app.clock());
      return {
        name: 'collector',
        ratio: round(middle('views_by_5') / middle('plain_of_100')),
        parts: {
          ...Object.fromEntries(Object.keys(taken).map((name) => [`${name}_per_second`, middle(name)])),
          ratio_by_1: round(middle('views_by_1') / middle('plain_of_100')),
          ratio_by_20: round(middle('views_by_20') / middle('plain_of_100')),
          acknowledged,
          refused,
          lost,
          ...board,
        },
      };
    }),
};

async function startWeb({ url }: Database, dataDir: string): Promise<{ child: ChildProcess; port: number }> {
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    PROCESS: 'web',
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    TRUST_PROXY: '1',
  };
  const child = fork(file('live-house'), [], { env });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { child, port };
}

async function sendViews(port: number, site: string, many: number): Promise<{ acknowledged: number; refused: number; seconds: number }> {
  const child = fork(file('collector-clients'), [port, host, site, many, seconds, 256].map(String));
  const [said] = (await once(child, 'message')) as [{ acknowledged: number; refused: number; seconds: number }];
  return said;
}

async function timeBoard(origin: string, { primary }: Database, site: number, cookie: string, now: Date): Promise<Record<string, number>> {
  const today = now.toISOString().slice(0, 10);
  const { views, rows } = await insertYear(primary, [0, site, 9_001, 9_002], today);
  const parts: Record<string, number> = { year_views: views, year_rows: rows };
  const pages = {
    board: '/workspace/traffic',
    board_site: '/workspace/traffic?site=medicion',
    board_section: `/workspace/traffic?section=${encodeURIComponent('Sección 3')}`,
    board_source: '/workspace/traffic?source=search',
    board_month: '/workspace/traffic?period=month',
    board_rows: '/workspace/traffic/rows',
  };
  for (const [name, path] of Object.entries(pages)) {
    const { p50, p95 } = await timed(40, async () => {
      const response = await fetch(origin + path, { headers: { cookie } });
      if (!response.ok) throw new Error(`${path} answered ${response.status}`);
      await response.arrayBuffer();
    });
    Object.assign(parts, { [`${name}_p50_ms`]: p50, [`${name}_p95_ms`]: p95 });
  }
  return parts;
}

import { cookieOf } from './support/cookie.ts';
import { withHouse } from './support/house.ts';
import { round, timed } from './support/load.ts';
import { analyse, insertFacts, insertPlans } from './support/ministry.queries.ts';
import type { Bench } from './support/result.ts';

/** The board and the lists with a ministry's five years, as the head of communications asks for them. */
export const bench: Bench = {
  promise:
    'every page under 200 ms at p95 with 5 million facts and 20 plans of 100 activities, 19 of them aligned to one (ratio: the promise over the slowest page)',
  run: () =>
    withHouse(async ({ app, origin }) => {
      const { primary } = app.database;
      await insertPlans(primary);
      for (let million = 1; million <= 5; million++) await insertFacts(primary, million);
      const { plan, ministry, plans, facts } = await analyse(primary);
      const head = await cookieOf('marcela.ospina@puertoclaro.gov.co', app);
      const auditor = await cookieOf('carmen.julio@puertoclaro.gov.co', app);
      const parts: Record<string, number | string> = { plans, facts };
      let slowest = 0;
      for (const [name, path] of pages(plan, ministry)) {
        const { p50, p95 } = await timed(40, async () => {
          const response = await fetch(origin + path, { headers: { cookie: name === 'audit' ? auditor : head } });
          if (!response.ok) throw new Error(`${path} answered ${response.status}`);
          await response.arrayBuffer();
        });
        Object.assign(parts, { [`${name}_p50_ms`]: p50, [`${name}_p95_ms`]: p95 });
        slowest = Math.max(slowest, p95);
      }
      return { name: 'board', ratio: round(200 / slowest), parts };
    }),
};

const pages = (plan: number, ministry: number): readonly (readonly [name: string, path: string])[] => [
  ['home', '/workspace'],
  ['plans', '/workspace/plans'],
  ['board', `/workspace/plans/${plan}`],
  // A plan with 19 others aligned to its objectives, whose progress adds to its own.
  ['aligned_board', `/workspace/plans/${ministry}`],
  ['aligned_tree', `/workspace/plans/${ministry}/tree`],
  ['tree', `/workspace/plans/${plan}/tree`],
  ['activities', `/workspace/plans/${plan}/activities`],
  ['timeline', `/workspace/plans/${plan}/timeline`],
  ['portal_plan', '/plan/bench-2?anew'],
  ['portal_activities', '/plan/bench-2/activities?anew'],
  ['people', '/workspace/settings/people'],
  ['audit', '/workspace/settings/audit'],
  ['search', '/workspace/search?q=indicador'],
];

import { countRule, ruleShape, type Rule } from '#domains/audiences/index.ts';
import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { insertContacts, insertInteractions } from './support/contacts.queries.ts';
import { withHouse } from './support/house.ts';
import { round, timed } from './support/load.ts';
import type { Bench } from './support/result.ts';

const rule = (join: string, ...conditions: object[]): Rule => ruleShape.parse({ groups: [{ join, conditions }] });
const citizens = { field: 'kind', values: ['citizen'] };
const near = { field: 'region', values: ['23', '13001'] };

const rules: Readonly<Record<string, Rule>> = {
  kind: rule('all', citizens),
  region: rule('all', near),
  subscribed: rule('all', { field: 'subscribed', values: ['boletin'] }),
  interests: rule('any', { field: 'interest', values: ['salud', 'movilidad'] }),
  attribute: rule('all', { field: 'attribute', name: 'sector', values: ['tic'] }),
  rare: rule('all', { field: 'region', values: ['23001'] }, { field: 'interest', values: ['deporte'] }),
  attended: rule('all', { field: 'attended', values: [] }),
  attended_few: rule('all', { field: 'attended', values: ['taller'], days: 30 }),
  visited: rule('all', { field: 'visited', values: ['news'], days: 30 }),
  did_nothing: rule('none', { field: 'attended', values: [] }, { field: 'answered', values: [], days: 365 }),
  none: rule('none', citizens, near),
  whole: rule(
    'all',
    citizens,
    near,
    { field: 'subscribed', values: ['boletin'] },
    { field: 'attribute', name: 'sector', values: ['turismo'], not: true },
  ),
};

/** The live count of the builder, with its sample, over a million contacts. */
export const bench: Bench = {
  promise: 'the count and the sample of any rule under 300 ms at p95 with 1 million contacts (ratio: the promise over the slowest rule)',
  run: () =>
    withHouse(async ({ app }) => {
      const { primary } = app.database;
      await insertContacts(primary, 1_000_000);
      await insertInteractions(primary);
      const ctx = commandContext(primary, system, app.clock(), app.owed);
      const parts: Record<string, number | string> = { contacts: 1_000_000 };
      let slowest = 0;
      for (const [name, asked] of Object.entries(rules)) {
        const { p50, p95 } = await timed(20, () => countRule(ctx, asked));
        Object.assign(parts, { [`${name}_p50_ms`]: p50, [`${name}_p95_ms`]: p95 });
        slowest = Math.max(slowest, p95);
      }
      return { name: 'segments', ratio: round(300 / slowest), parts };
    }),
};

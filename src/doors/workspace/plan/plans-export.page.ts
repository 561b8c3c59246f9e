import { todayOf } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download } from '#platform/sheets/write.ts';
import { foundPlans } from './found-plans.ts';

/** The plans as they are found, to take away. */
export const loader = load(async ({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const { plans } = await foundPlans(ctx, url);
  const version = (one: { number: number } | null) => one && say('plan.version', { number: one.number });
  return download(
    {
      name: `${say('plan.plans').toLowerCase()}-${await todayOf(ctx)}`,
      heads: (['code', 'plan', 'unit', 'starts', 'ends', 'in_force', 'since', 'preparing', 'state'] as const).map((head) =>
        say(`plan.sheet.${head}`),
      ),
      rows: (function* () {
        for (const { code, title, unitName, startsOn, endsOn, inForce, open } of plans)
          yield [
            code,
            title,
            unitName,
            startsOn,
            endsOn,
            version(inForce),
            inForce?.inForceFrom ?? null,
            version(open),
            open && say(`plan.state.${open.state}`),
          ];
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

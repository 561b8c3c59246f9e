import { indicatorCard } from '#domains/metrics/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { NotFound } from '#platform/refusal.ts';
import { download, type Cell } from '#platform/sheets/write.ts';

/** An indicator by periods, to take away. */
export const loader = load(async ({ ctx, url, params, visit }) => {
  if (!/^\d+$/.test(params.item ?? '')) throw new NotFound(`indicator ${params.item}`);
  const say = sayIn(visit.locale);
  const { row, series } = await indicatorCard(ctx, Number(params.item));
  return download(
    {
      name: row.code,
      heads: [
        say('work.from'),
        say('work.to'),
        say('work.in_period'),
        say('work.accumulated'),
        say('work.target'),
        say('work.of_target'),
        say('work.light'),
      ],
      rows: series.map((period): Cell[] => [
        period.startsOn,
        period.endsOn,
        period.value,
        period.accumulated,
        period.due === null ? null : Math.round(period.due * 10) / 10,
        period.percentOfDue === null ? null : Math.floor(period.percentOfDue),
        say(`metrics.light.${period.light}`),
      ]),
    },
    url.searchParams.get('format') === 'xlsx' ? 'xlsx' : 'csv',
  );
});

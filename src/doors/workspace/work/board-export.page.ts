import { planBoard } from '#domains/metrics/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { NotFound } from '#platform/refusal.ts';
import { download, type Cell } from '#platform/sheets/write.ts';
import { boardFilter, sortedRows } from './board-filter.ts';

/** The board as it is filtered and sorted, to take away. */
export const loader = load(async ({ ctx, url, params, visit }) => {
  if (!/^\d+$/.test(params.plan ?? '')) throw new NotFound(`plan ${params.plan}`);
  const say = sayIn(visit.locale);
  const board = await planBoard(ctx, Number(params.plan), boardFilter(url));
  const component = new Map(board.components.map(({ item, title }) => [item, title]));
  const rows = sortedRows(board.rows, url.searchParams.get('sort')) ?? board.rows;
  return download(
    {
      name: `${board.plan.code}-${board.today}`,
      heads: [
        say('work.component'),
        say('work.indicator'),
        say('work.owner'),
        say('work.value'),
        say('work.unit_of_figure'),
        say('work.target'),
        say('work.due'),
        say('work.of_due'),
        say('work.light'),
        say('work.measured'),
      ],
      rows: rows.map((row): Cell[] => [
        component.get(row.component ?? 0) ?? '',
        row.title,
        row.unitName ?? '',
        row.value,
        row.figureUnit,
        row.target,
        row.due === null ? null : Math.round(row.due * 10) / 10,
        row.percentOfDue === null ? null : Math.floor(row.percentOfDue),
        say(`metrics.light.${row.light}`),
        row.lastOn,
      ]),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

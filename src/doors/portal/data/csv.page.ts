import { load } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';
import { standingOf } from '../plan/standing.ts';
import { csvText, open, sheetOf } from './open-data.ts';

/** Every figure of the plan, or one of them when the address names an indicator. */
export const loader = load(async ({ ctx, params }) => {
  const standing = await standingOf(ctx, params.code!);
  const figures = params.item === undefined ? standing.figures : standing.figures.filter(({ item }) => String(item) === params.item);
  if (params.item !== undefined && figures.length === 0) throw new NotFound(`indicator ${params.item}`);
  const name = [standing.plan.code, ...(params.item === undefined ? [] : [figures[0]!.code])].join('-').replace(/[^\w-]+/g, '-');
  return open(await csvText(sheetOf(standing, figures)), 'text/csv; charset=utf-8', { name: `${name}.csv` });
});

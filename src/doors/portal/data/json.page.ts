import { load } from '#platform/http/page.ts';
import { standingOf } from '../plan/standing.ts';
import { dataOf, open } from './open-data.ts';

export const loader = load(async ({ ctx, params }) => {
  const data = dataOf(await standingOf(ctx, params.code!));
  return open(JSON.stringify({ $schema: `/plan/${data.plan.code}/data.schema.json`, ...data }), 'application/json; charset=utf-8');
});

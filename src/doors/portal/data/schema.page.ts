import { publicPlan } from '#domains/plan/index.ts';
import { load } from '#platform/http/page.ts';
import { open, planSchema } from './open-data.ts';

export const loader = load(async ({ ctx, params }) => {
  await publicPlan(ctx, params.code!);
  return open(JSON.stringify(planSchema(), null, 2), 'application/schema+json; charset=utf-8');
});

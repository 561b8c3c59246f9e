import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { planPolicy } from './policy.ts';
import { selectItemNames, selectPlanNames, selectSectionNames, selectVersionNames } from './subject-names.queries.ts';

const numbers = (ids: readonly string[]) => ids.filter((id) => /^\d{1,15}$/.test(id)).map(Number);

/** What plans, their versions, rows and sections are called, by id: for who reads the audit log. */
export const planSubjects = {
  plan: (ctx: Ctx, ids: readonly string[]) => selectPlanNames(reading(ctx), numbers(ids)),
  plan_version: (ctx: Ctx, ids: readonly string[]) => selectVersionNames(reading(ctx), numbers(ids)),
  plan_item: (ctx: Ctx, ids: readonly string[]) => selectItemNames(reading(ctx), numbers(ids)),
  plan_section: (ctx: Ctx, ids: readonly string[]) =>
    selectSectionNames(
      reading(ctx),
      ids.filter((id) => /^\d{1,15}\/./.test(id)),
    ),
};

function reading(ctx: Ctx) {
  authorize(ctx.actor, planPolicy, 'plans.read');
  return ctx.db;
}

import type { z } from 'zod';
import { getVersionByNumber } from '#domains/plan/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal, type Refusal } from '#platform/refusal.ts';
import { planOf } from './shown.ts';

/** The version of an address, for the page of a move. */
export const loadVersion = load(async ({ ctx, params }) => {
  const plan = await planOf(ctx, params['plan']);
  return { plan, version: await getVersionByNumber(ctx, plan.id, Number(params['number'])) };
});

/** A move of a version is a resource and a row: what was posted is parsed, the command carried out, and the versions shown. */
export function moves<S extends z.ZodType>(shape: S, command: (ctx: Ctx, input: z.output<S>) => Promise<object | Refusal>) {
  return act(async ({ params, typed, perform }) => {
    const result = await perform(async (ctx) => {
      const plan = await planOf(ctx, params['plan']);
      const version = await getVersionByNumber(ctx, plan.id, Number(params['number']));
      const input = parse(shape, { ...typed.fields, version: version.id });
      return isRefusal(input) ? input : command(ctx, input);
    });
    return isRefusal(result) ? result : redirect(`/workspace/plans/${params['plan']}/versions`);
  });
}

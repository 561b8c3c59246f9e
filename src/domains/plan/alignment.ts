import type { Ctx } from '#platform/ctx.ts';
import type { Plan, Row } from './plan.ts';
import { selectPlanChain } from './plans.queries.ts';
import { getPlan, getVersion, versionTree } from './reading.ts';
import { selectAlignments } from './alignment.queries.ts';
import { selectVersionInForce, selectVersions } from './versions.queries.ts';

/** The objectives of the parent plan (in force, else newest) that this plan's objectives may serve; none without a parent. */
export async function alignableObjectives(ctx: Ctx, plan: Pick<Plan, 'parent'>): Promise<Row[]> {
  const version = plan.parent && ((await selectVersionInForce(ctx.db, plan.parent)) ?? (await selectVersions(ctx.db, plan.parent))[0]);
  return version ? (await versionTree(ctx, version.id)).filter((row) => row.kind === 'objective') : [];
}

/** Whether `plan` would hang, through its parents, from itself. */
export async function makesCycle(ctx: Ctx, plan: number, parent: number): Promise<boolean> {
  return (await selectPlanChain(ctx.db, parent)).includes(plan);
}

export interface Alignment {
  /** The objective of this version and the parent plan's that it serves. */
  readonly objective: number;
  readonly title: string;
  readonly number: string;
  readonly serves: number;
  readonly servesTitle: string;
  readonly servesNumber: string;
  readonly servesPlan: number;
}

/** Which objectives of a version serve which of its parent plan, as the parent says them in force (else in its newest version). */
export async function alignedObjectives(ctx: Ctx, version: number): Promise<Alignment[]> {
  const plan = await getPlan(ctx, (await getVersion(ctx, version)).plan);
  const [rows, above] = await Promise.all([versionTree(ctx, version), alignableObjectives(ctx, plan)]);
  return rows.flatMap(({ item, title, number, aligned }) => {
    const served = above.find((row) => row.item === aligned);
    return served
      ? [
          {
            objective: item,
            title,
            number,
            serves: served.item,
            servesTitle: served.title,
            servesNumber: served.number,
            servesPlan: plan.parent!,
          },
        ]
      : [];
  });
}

/** The objectives of other plans, in force, that serve the objectives of `plan`: what its progress may roll up from. */
export function objectivesServing(ctx: Ctx, plan: number) {
  return selectAlignments(ctx.db, plan);
}

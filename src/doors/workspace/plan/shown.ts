import { getPlan, listVersions, type Plan, planPolicy, type Version } from '#domains/plan/index.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';
import { may } from '#platform/http/policy.ts';
import { NotFound } from '#platform/refusal.ts';

export interface Shown {
  readonly plan: Plan;
  readonly version: Version;
  readonly inForce: Version | null;
  /** The version being prepared, if any. */
  readonly open: Version | null;
  /** Whether this visitor may write in the version shown, as it is now. */
  readonly edits: boolean;
}

/** The plan of an address, by number or code. @throws NotFound */
export function planOf(ctx: Ctx, asked: string | undefined): Promise<Plan> {
  return getPlan(ctx, /^\d+$/.test(asked ?? '') ? Number(asked) : (asked ?? ''));
}

/**
 * The version that a page of the plan shows: the one asked for (`?version=7`), else the draft for who may write in it, else the
 * one in force, else the newest. @throws NotFound
 */
export async function shownVersion(ctx: Ctx, asked: string | undefined, url: URL): Promise<Shown> {
  const plan = await planOf(ctx, asked);
  const versions = await listVersions(ctx, plan.id);
  const inForce = versions.find(({ state }) => state === 'in_force') ?? null;
  const open = versions.find(({ state }) => state === 'draft' || state === 'in_review' || state === 'approved') ?? null;
  const writes = mayOn(ctx.actor, 'plans.edit', plan);
  const number = url.searchParams.get('version');
  const version =
    number === null ? ((writes ? open : null) ?? inForce ?? versions[0]) : versions.find((one) => one.number === Number(number));
  if (!version) throw new NotFound(`version ${number} of plan ${plan.id}`);
  return { plan, version, inForce, open, edits: writes && version.state === 'draft' };
}

/** Whether somebody may do something with one plan. */
export function mayOn(actor: Actor, action: keyof typeof planPolicy, plan: Pick<Plan, 'unit'>): boolean {
  return may(actor, planPolicy[action], plan.unit);
}

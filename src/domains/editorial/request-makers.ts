import type { Ctx } from '#platform/ctx.ts';
import { addDays, weekday } from '#platform/clock/day.ts';
import { currentAgreement, todayOf } from '#domains/organization/index.ts';
import type { OfficeRequest } from './request.ts';
import { editorialPolicy } from './policy.ts';
import { isSecret } from './piece.ts';
import { selectHolders, selectMakers, type Maker } from './request-makers.queries.ts';

export type { Maker };

/** From here on somebody has much to do this week. */
export const ladenFrom = 5;

/** Who may make what a dependency asks, with what each should finish by Sunday. */
export async function listMakers(ctx: Ctx, unit: number | null): Promise<Maker[]> {
  const day = await todayOf(ctx);
  return selectMakers(ctx.db, editorialPolicy['pieces.write'].roles, unit, addDays(day, 7 - weekday(day)));
}

/** Who triages a request: of one that is secret, those whose agreement is in force. */
export async function triagersOf(ctx: Ctx, request: Pick<OfficeRequest, 'unit' | 'class'>): Promise<string[]> {
  const holders = await selectHolders(ctx.db, editorialPolicy['requests.triage'].roles, request.unit);
  return isSecret(request) ? agreedOf(ctx, holders) : holders;
}

/** Those whose agreement is in force. */
export async function agreedOf(ctx: Ctx, people: readonly string[]): Promise<string[]> {
  const agreed = await Promise.all(people.map(async (person) => ((await currentAgreement(ctx, person)) ? person : null)));
  return agreed.filter((person) => person !== null);
}

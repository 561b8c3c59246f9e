import type { Ctx } from '#platform/ctx.ts';
import { segmentOptions } from '#domains/audiences/index.ts';
import { segmentsInForce, type SegmentOption } from '#domains/plan/index.ts';

/** The house's segments and the publics of the plans in force: those of one code are one, called as the house calls it. */
export async function segmentChoices(ctx: Ctx): Promise<SegmentOption[]> {
  const [own, planned] = await Promise.all([segmentOptions(ctx), segmentsInForce(ctx)]);
  const byCode = new Map([...planned, ...own].map((segment) => [segment.code, segment]));
  return [...byCode.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'es'));
}

import type { Ctx } from '#platform/ctx.ts';
import { selectActivitiesInForce, selectChannelsInForce, selectPublicsInForce, selectSegmentsInForce } from './in-force.queries.ts';

/** An activity of any plan in force, for who ties his work to it. */
export interface ActivityOption {
  readonly item: number;
  readonly number: string;
  readonly title: string;
  readonly plan: number;
  readonly planTitle: string;
  readonly unit: number | null;
}

/** A public of any plan in force; plans that name the same code name the same public. */
export interface SegmentOption {
  readonly code: string;
  readonly name: string;
}

export function activitiesInForce(ctx: Ctx): Promise<ActivityOption[]> {
  return selectActivitiesInForce(ctx.db);
}

export function segmentsInForce(ctx: Ctx): Promise<SegmentOption[]> {
  return selectSegmentsInForce(ctx.db);
}

/** The same with what is said to each and by which means. */
export function publicsInForce(ctx: Ctx): Promise<(SegmentOption & { focus: string; channels: string[] })[]> {
  return selectPublicsInForce(ctx.db);
}

/** The channels that plans in force name, with their class. */
export function channelsInForce(ctx: Ctx): Promise<(SegmentOption & { class: 'ATL' | 'BTL' | 'digital'; mode: 'online' | 'offline' })[]> {
  return selectChannelsInForce(ctx.db);
}

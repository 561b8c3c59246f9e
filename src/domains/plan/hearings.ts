import type { Hearings } from '#platform/live/hearing.ts';
import { getPlan } from './reading.ts';

/** Who hears of a plan: whoever reads plans. */
export const planHearings: Hearings = { plan: { one: getPlan } };

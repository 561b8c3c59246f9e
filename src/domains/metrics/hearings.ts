import type { Hearings } from '#platform/live/hearing.ts';

/** Who hears of what is counted. Nothing secret is. */
export const metricsHearings: Hearings = {
  sites: { action: 'traffic.read' },
  visit_imports: { action: 'traffic.read' },
};

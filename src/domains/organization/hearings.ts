import type { Hearings } from '#platform/live/hearing.ts';

/** Who hears that the institution, its people or its papers changed. */
export const organizationHearings: Hearings = {
  institution: { action: 'workspace.enter' },
  portal: { action: 'portal.read' },
  units: { action: 'units.read' },
  people: { action: 'people.read' },
  agreements: { action: 'agreements.sign' },
  keys: { action: 'keys.read' },
  work: { action: 'jobs.read' },
  notices: { action: 'self.edit' },
};

import { organizationPolicy as policy } from '#domains/organization/index.ts';
import type { Actor } from '#platform/ctx.ts';
import { may } from '#platform/http/policy.ts';

const places = [
  { name: 'institution', action: 'workspace.enter' },
  { name: 'units', action: 'units.read' },
  { name: 'people', action: 'people.read' },
  { name: 'rights', action: 'rights.read' },
  { name: 'agreements', action: 'agreements.sign' },
  { name: 'calendar', action: 'calendar.read' },
  { name: 'keys', action: 'keys.read' },
  { name: 'audit', action: 'audit.read' },
  { name: 'work', action: 'jobs.read' },
] as const;

export type Place = (typeof places)[number]['name'];

/** The places of the settings that somebody may read. */
export function placesOf(actor: Actor): Place[] {
  return places.filter(({ action }) => may(actor, policy[action])).map(({ name }) => name);
}

export const mayEdit = (actor: Actor, action: keyof typeof policy, unit?: number | null) => may(actor, policy[action], unit);

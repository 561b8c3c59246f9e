import { editorialPolicy } from '#domains/editorial/index.ts';
import { organizationPolicy as policy } from '#domains/organization/index.ts';
import type { Actor } from '#platform/ctx.ts';
import { may } from '#platform/http/policy.ts';

const places = [
  { name: 'institution', rule: policy['workspace.enter'] },
  { name: 'units', rule: policy['units.read'] },
  { name: 'people', rule: policy['people.read'] },
  { name: 'rights', rule: policy['rights.read'] },
  { name: 'agreements', rule: policy['agreements.sign'] },
  { name: 'calendar', rule: policy['calendar.read'] },
  { name: 'elections', rule: editorialPolicy['election.declare'] },
  { name: 'home', rule: editorialPolicy['pieces.read'] },
  { name: 'keys', rule: policy['keys.read'] },
  { name: 'audit', rule: policy['audit.read'] },
  { name: 'work', rule: policy['jobs.read'] },
] as const;

export type Place = (typeof places)[number]['name'];

/** The places of the settings that somebody may read. */
export function placesOf(actor: Actor): Place[] {
  return places.filter(({ rule }) => may(actor, rule)).map(({ name }) => name);
}

export const mayEdit = (actor: Actor, action: keyof typeof policy, unit?: number | null) => may(actor, policy[action], unit);

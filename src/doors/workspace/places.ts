import type { Actor } from '#platform/ctx.ts';
import { may, type Rule } from '#platform/http/policy.ts';
import { audiencesPolicy } from '#domains/audiences/index.ts';
import { channelsPolicy } from '#domains/channels/index.ts';
import { editorialPolicy } from '#domains/editorial/index.ts';
import { metricsPolicy } from '#domains/metrics/index.ts';
import { organizationPolicy } from '#domains/organization/index.ts';

/** A place of the rail: shown to whoever may read it. */
interface Place {
  readonly group: 'start' | 'plan' | 'do' | 'spread' | 'keep';
  readonly name: string;
  readonly to: string;
  readonly rule: Rule;
  /** At the thumb on a phone; the others are behind «Más». */
  readonly thumb?: boolean;
}

const enter = organizationPolicy['workspace.enter'];

/** The workspace's verbs and their places, in the order of the work. */
const places: readonly Place[] = [
  { group: 'start', name: 'home', to: '/workspace', rule: enter, thumb: true },
  { group: 'start', name: 'notices', to: '/workspace/notices', rule: enter },
  { group: 'plan', name: 'plans', to: '/workspace/plans', rule: enter, thumb: true },
  { group: 'plan', name: 'measures', to: '/workspace/measures', rule: enter },
  { group: 'do', name: 'requests', to: '/workspace/requests', rule: editorialPolicy['requests.read'] },
  { group: 'do', name: 'pieces', to: '/workspace/pieces', rule: editorialPolicy['pieces.read'], thumb: true },
  { group: 'do', name: 'campaigns', to: '/workspace/campaigns', rule: editorialPolicy['campaigns.read'] },
  { group: 'do', name: 'calendar', to: '/workspace/calendar', rule: editorialPolicy['pieces.read'], thumb: true },
  { group: 'do', name: 'assets', to: '/workspace/assets', rule: editorialPolicy['assets.read'] },
  { group: 'spread', name: 'dispatches', to: '/workspace/dispatches', rule: editorialPolicy['pieces.read'] },
  { group: 'spread', name: 'memos', to: '/workspace/memos', rule: editorialPolicy['memos.read'] },
  { group: 'spread', name: 'screens', to: '/workspace/screens', rule: channelsPolicy['screens.read'] },
  { group: 'spread', name: 'mailings', to: '/workspace/mailings', rule: channelsPolicy['mailings.read'] },
  { group: 'spread', name: 'audiences', to: '/workspace/segments', rule: audiencesPolicy['segments.read'] },
  { group: 'spread', name: 'coverage', to: '/workspace/coverage', rule: editorialPolicy['pieces.read'] },
  { group: 'spread', name: 'traffic', to: '/workspace/traffic', rule: metricsPolicy['traffic.read'] },
  { group: 'spread', name: 'outbox', to: '/workspace/outbox', rule: organizationPolicy['outbox.read'] },
  { group: 'keep', name: 'settings', to: '/workspace/settings', rule: enter },
];

export const groups = ['start', 'plan', 'do', 'spread', 'keep'] as const;

/** The places that an actor may come into; `/workspace/reviews` belongs to pieces. */
export function placesOf(actor: Actor): Omit<Place, 'rule'>[] {
  return places.filter(({ rule }) => may(actor, rule)).map(({ rule: _, ...place }) => place);
}

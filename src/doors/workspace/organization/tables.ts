import { audiencesPolicy } from '#domains/audiences/index.ts';
import { channelsPolicy } from '#domains/channels/index.ts';
import { editorialPolicy } from '#domains/editorial/index.ts';
import { metricsPolicy } from '#domains/metrics/index.ts';
import { organizationPolicy } from '#domains/organization/index.ts';
import { planPolicy, workPolicy } from '#domains/plan/index.ts';
import type { Policy } from '#platform/http/policy.ts';

/** The tables of who may do what, by the domain that keeps each. A test holds them against the one that the guard reads. */
export const tables: readonly { readonly domain: string; readonly policy: Policy }[] = [
  { domain: 'organization', policy: organizationPolicy },
  { domain: 'plan', policy: planPolicy },
  { domain: 'work', policy: workPolicy },
  { domain: 'audiences', policy: audiencesPolicy },
  { domain: 'editorial', policy: editorialPolicy },
  { domain: 'channels', policy: channelsPolicy },
  { domain: 'metrics', policy: metricsPolicy },
];

/** What a key can be given: every scope of a rule that is not for anyone. */
export const scopes: readonly string[] = [
  ...new Set(
    tables
      .flatMap(({ policy }) => Object.values(policy))
      .filter(({ roles }) => roles !== 'anyone')
      .map(({ scope }) => scope),
  ),
]
  .filter((scope) => !scope.startsWith('self:') && !scope.startsWith('workspace:'))
  .toSorted();

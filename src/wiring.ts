import type { Reaction } from '#platform/events/reactions.ts';
import type { Job } from '#platform/jobs/jobs.ts';
import type { App } from '#platform/http/visit.ts';
import type { Policy } from '#platform/http/policy.ts';
import { mailJob } from '#platform/mail/send.ts';
import { forgetVisitors, planFacts } from '#domains/metrics/index.ts';
import { isDemonstration, organizationPolicy } from '#domains/organization/index.ts';
import { planJobs, planPolicy, workPolicy } from '#domains/plan/index.ts';

/** Which domain reacts to which event: the only such list. */
export const reactions: readonly Reaction[] = [planFacts];

/** Work on a schedule or asked for, each told by its domain. */
export const jobs: readonly Job[] = [mailJob(({ database }) => isDemonstration(database.primary)), ...planJobs, forgetVisitors];

/** Every domain's table of who may do what, as one. */
export const policy: Policy = { ...organizationPolicy, ...planPolicy, ...workPolicy };

export interface DemonstrationAccount { readonly email: string; readonly password: string; readonly says: string }

/** Fills an empty database with an invented institution; its module is large and only then needed. */
export const demonstration = {
  load: async (app: App): Promise<void> => (await import('./demonstration/demonstration.ts')).loadDemonstration(app),
  /** Whom one may come in as, shown at its sign-in. */
  accounts: async (): Promise<readonly DemonstrationAccount[]> => (await import('./demonstration/demonstration.ts')).accounts,
};

import { commandJob } from '#platform/jobs/jobs.ts';
import { forgetSilent } from './consents.ts';
import { withdrawSilentRequests } from './data-requests.ts';
import { forgetOldInteractions } from './interactions.ts';

export const audienceJobs = [
  commandJob('audiences.forget_interactions', '35 3 * * *', forgetOldInteractions),
  commandJob('audiences.forget_silent', '40 3 * * *', forgetSilent),
  commandJob('audiences.withdraw_silent_requests', '45 3 * * *', withdrawSilentRequests),
];

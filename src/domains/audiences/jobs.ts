import { commandJob } from '#platform/jobs/jobs.ts';
import { forgetSilent } from './consents.ts';
import { withdrawSilentRequests } from './data-requests.ts';

export const audienceJobs = [
  commandJob('audiences.forget_silent', '40 3 * * *', forgetSilent),
  commandJob('audiences.withdraw_silent_requests', '45 3 * * *', withdrawSilentRequests),
];

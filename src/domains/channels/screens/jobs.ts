import { commandJob } from '#platform/jobs/jobs.ts';
import { watchScreens } from './beats.ts';
import { forgetPlays } from './plays.ts';

export const screenJobs = [
  commandJob('channels.watch_screens', '* * * * *', watchScreens),
  commandJob('channels.forget_plays', '40 3 * * *', forgetPlays),
];

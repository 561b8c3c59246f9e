import { commandJob, type Job } from '#platform/jobs/jobs.ts';
import { noticeLateness } from './noticing.ts';

export const planJobs: readonly Job[] = [commandJob('plan.notice-lateness', '15 4 * * *', noticeLateness)];

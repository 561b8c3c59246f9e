import type { Ctx } from '#platform/ctx.ts';
import { listDeadReactions, reviveReaction } from '#platform/events/events.queries.ts';
import { authorize } from '#platform/http/policy.ts';
import { retryJob, selectFailedJobs } from '#platform/jobs/failed.queries.ts';
import { NotFound } from '#platform/refusal.ts';
import { organizationPolicy as policy } from './policy.ts';

const pageSize = 50;

/** What failed as often as it may and waits for a person: reactions to events, and jobs. */
export async function failedWork(ctx: Ctx, page = 0) {
  authorize(ctx.actor, policy, 'jobs.read', null);
  const reactions = await listDeadReactions(ctx.db, pageSize + 1, page * pageSize);
  return { reactions: reactions.slice(0, pageSize), more: reactions.length > pageSize, jobs: await selectFailedJobs(ctx.db, pageSize) };
}

/** Tries it again, with all its attempts anew. @throws NotFound when somebody already did */
export async function retryWork(ctx: Ctx, what: { reaction: number } | { job: string }): Promise<void> {
  authorize(ctx.actor, policy, 'jobs.retry', null);
  if ('job' in what) {
    const name = await retryJob(ctx.db, what.job);
    if (!name) throw new NotFound(`job ${what.job}`);
    await ctx.tell({ name: 'job.retried', subject: { type: 'job', id: what.job }, after: { name }, topics: ['work'] });
    return;
  }
  if (!(await reviveReaction(ctx.db, what.reaction, ctx.now))) throw new NotFound(`reaction ${what.reaction}`);
  await ctx.tell({ name: 'reaction.retried', subject: { type: 'reaction', id: what.reaction }, topics: ['work'] });
}

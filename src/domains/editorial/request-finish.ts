import { todayOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Reaction } from '#platform/events/reactions.ts';
import { authorize } from '#platform/http/policy.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { editorialPolicy } from './policy.ts';
import type { OfficeRequest } from './request.ts';
import { tellAsker } from './request-telling.ts';
import { sinceThen } from './request-terms.ts';
import { getRequest, moveRequest } from './requests.ts';
import { selectMerged, selectRequestsOf } from './requests.queries.ts';

/** Says that what was asked is delivered, by hand: who makes it or who triages. */
export async function finishRequest(ctx: Ctx, input: { request: number; text: string }): Promise<{ days: number } | Refusal> {
  const request = await getRequest(ctx, input.request, { lock: true });
  if (request.assignee === null || request.assignee !== ctx.actor.id)
    authorize(ctx.actor, editorialPolicy, 'requests.triage', request.unit);
  if (request.state !== 'accepted') return refuse('request.not_accepted');
  return finish(ctx, request, input.text);
}

async function finish(ctx: Ctx, request: OfficeRequest, note = ''): Promise<{ days: number }> {
  const { days } = await sinceThen(ctx, request.askedAt);
  const onTime = request.dueOn === null || (await todayOf(ctx)) <= request.dueOn;
  const after = await moveRequest(ctx, request, 'finish', {
    note,
    change: { state: 'done', doneAt: ctx.now, days },
    payload: { days, onTime },
  });
  await tellAsker(ctx, after, 'finished', { text: note });
  for (const merged of await selectMerged(ctx.db, request.id)) await tellAsker(ctx, merged, 'finished', { text: note });
  return { days };
}

/** What was asked is delivered when its piece is published, or its campaign closed. */
export const finishRequests: Reaction = {
  name: 'editorial.finish_requests',
  to: ['piece.published', 'campaign.closed'],
  react: async (ctx, event) => {
    const id = Number(event.subject_id);
    const awaiting = await selectRequestsOf(ctx.db, event.name === 'piece.published' ? { piece: id } : { campaign: id });
    for (const request of awaiting) await finish(ctx, request);
  },
};

import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { Forbidden, refuse, type Refusal } from '#platform/refusal.ts';
import { channelsPolicy } from '../policy.ts';
import { mailingTopic } from './mailing.ts';
import { mailingHere } from './mailings.ts';
import { statesBefore } from './mailing-states.ts';
import { insertApproval, moveMailing, selectAuthors } from './mailings.queries.ts';

/** Approves exactly this letter to exactly these recipients, by their hash. Whoever wrote in it may not. */
export async function approveMailing(ctx: Ctx, input: { mailing: number; sha256: string }): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, channelsPolicy, 'mailings.approve');
  const mailing = await mailingHere(ctx, input.mailing, true);
  const person = ctx.actor.id;
  if (person === null) throw new Forbidden('mailings.approve');
  const authors = await selectAuthors(ctx.db, mailing.id);
  if (authors.some(({ id }) => id === person)) return refuse('mailing.own_work');
  if (mailing.sha256 !== input.sha256) return refuse('mailing.changed');
  const step = { from: statesBefore('approve'), to: 'approved' as const, by: person, now: ctx.now };
  if (!(await moveMailing(ctx.db, mailing.id, step))) return refuse('mailing.moved');
  await insertApproval(ctx.db, mailing.id, mailing.sha256, person, ctx.now);
  await ctx.tell({
    name: 'mailing.approved',
    subject: { type: 'mailing', id: mailing.id },
    before: { state: mailing.state },
    after: { state: 'approved', sha256: mailing.sha256 },
    payload: { source: mailing.source },
    topics: ['mailings', mailingTopic(mailing.id)],
  });
  return { id: mailing.id };
}

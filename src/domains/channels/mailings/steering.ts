import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import type { Source } from '../dispatch.ts';
import { channelsPolicy } from '../policy.ts';
import { mailingTopic } from './mailing.ts';
import { mailingHere } from './mailings.ts';
import { releaseTo, stateAfter, statesBefore, type MailingState } from './mailing-states.ts';
import type { SteerInput } from './mailings.input.ts';
import { lockGoing, lockHeld, lockOpenOf, moveMailing } from './mailings.queries.ts';

const told = {
  unschedule: 'mailing.unscheduled',
  pause: 'mailing.paused',
  resume: 'mailing.resumed',
  hold: 'mailing.held',
  release: 'mailing.released',
  cancel: 'mailing.cancelled',
} as const;

/** Pauses, goes on, holds back, or ends what has not left. What has left stays so. Cancelling and pausing need a reason. */
export async function steerMailing(ctx: Ctx, { act, note, mailing: id }: SteerInput): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, channelsPolicy, 'mailings.send');
  const { state, heldFrom } = await mailingHere(ctx, id, true);
  if ((act === 'cancel' || act === 'pause') && note === '') return refuse('input.required', {}, 'note');
  const to = act === 'release' ? (state === 'held' ? releaseTo(heldFrom) : undefined) : stateAfter(state, act);
  if (to === undefined) return refuse('mailing.moved');
  await step(ctx, { id, state, to, act, note });
  return { id };
}

/** Holds back every mailing that is scheduled or on its way: how many. A crisis speaks alone. */
export async function holdMailings(ctx: Ctx, note: string): Promise<number> {
  authorize(ctx.actor, channelsPolicy, 'mailings.send');
  const going = await lockGoing(ctx.db);
  for (const { id, state } of going) await step(ctx, { id, state, to: 'held', act: 'hold', note });
  return going.length;
}

/** Lets go what was held: each is again what it was. */
export async function releaseMailings(ctx: Ctx, note: string): Promise<number> {
  authorize(ctx.actor, channelsPolicy, 'mailings.send');
  const held = await lockHeld(ctx.db);
  for (const { id, heldFrom } of held) await step(ctx, { id, state: 'held', to: releaseTo(heldFrom), act: 'release', note });
  return held.length;
}

/** What a source was withdrawn from leaves no more: what had not begun is cancelled, what is on its way ends. */
export async function cancelMailingsOf(ctx: Ctx, source: Source, note: string): Promise<number> {
  const open = await lockOpenOf(ctx.db, source);
  for (const { id, state } of open) await step(ctx, { id, state, to: 'cancelled', act: 'cancel', note });
  return open.length;
}

interface Step {
  readonly id: number;
  readonly state: MailingState;
  readonly to: MailingState;
  readonly act: keyof typeof told;
  readonly note: string;
}

async function step(ctx: Ctx, { id, state, to, act, note }: Step): Promise<void> {
  const before = act === 'release' ? (['held'] as const) : statesBefore(act);
  await moveMailing(ctx.db, id, { from: before, to, by: ctx.actor.id, now: ctx.now, note });
  await ctx.tell({
    name: told[act],
    subject: { type: 'mailing', id },
    before: { state },
    after: { state: to, ...(note === '' ? {} : { note }) },
    topics: ['mailings', mailingTopic(id)],
  });
}

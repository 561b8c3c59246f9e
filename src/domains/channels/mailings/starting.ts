import type { Ctx } from '#platform/ctx.ts';
import { wallClock } from '#platform/clock/wall-clock.ts';
import { authorize } from '#platform/http/policy.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { countRecipients } from '#domains/audiences/index.ts';
import { zoneOf } from '#domains/organization/index.ts';
import { channelsPolicy } from '../policy.ts';
import { mailingTopic, type Mailing, type Waves } from './mailing.ts';
import { mailingHere } from './mailings.ts';
import { stateAfter, statesBefore } from './mailing-states.ts';
import type { ScheduleInput, StartInput } from './mailings.input.ts';
import { moveMailing, selectApproval, updatePace } from './mailings.queries.ts';

const usual = { minutes: 60, failPercent: 10 };

/** Lets it go now. Who they are is fixed when the worker takes it up. Refuses `mailing.moved`, `mailing.wave`. */
export function startMailing(ctx: Ctx, input: StartInput): Promise<{ id: number } | Refusal> {
  return go(ctx, input, 'start', null);
}

/** Lets it go at an hour. Refuses also `mailing.past`. */
export async function scheduleMailing(ctx: Ctx, { at, ...input }: ScheduleInput): Promise<{ id: number } | Refusal> {
  const due = /(Z|[+-]\d\d:?\d\d)$/.test(at) ? new Date(at) : wallClock(at, await zoneOf(ctx));
  return due <= ctx.now ? refuse('mailing.past', {}, 'at') : go(ctx, input, 'schedule', due);
}

async function go(ctx: Ctx, input: StartInput, act: 'start' | 'schedule', dueAt: Date | null): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, channelsPolicy, 'mailings.send');
  const mailing = await mailingHere(ctx, input.mailing, true);
  const to = stateAfter(mailing.state, act);
  if (to === undefined || !(await selectApproval(ctx.db, mailing.id, mailing.sha256))) return refuse('mailing.moved');
  if (mailing.notBefore !== null && (dueAt ?? ctx.now) < mailing.notBefore) return refuse('mailing.embargo', {}, 'at');
  if (act === 'start' && (await countRecipients(ctx, mailing)).written === 0) return refuse('mailing.nobody');
  const waves = wavesOf(input);
  if (!waves) return refuse('mailing.wave', {}, input.waves === 'size' ? 'size' : 'percent');
  await updatePace(ctx.db, mailing.id, { ...waves, failPercent: input.failPercent ?? usual.failPercent, dueAt: dueAt ?? ctx.now });
  await moveMailing(ctx.db, mailing.id, { from: statesBefore(act), to, by: ctx.actor.id, now: ctx.now });
  await tellGoing(ctx, mailing, act === 'start' ? 'mailing.started' : 'mailing.scheduled', { state: to, dueAt: dueAt ?? ctx.now });
  return { id: mailing.id };
}

export function tellGoing(ctx: Ctx, mailing: Mailing, name: 'mailing.started' | 'mailing.scheduled', after: object): Promise<void> {
  return ctx.tell({
    name,
    subject: { type: 'mailing', id: mailing.id },
    before: { state: mailing.state },
    after,
    payload: { source: mailing.source, class: mailing.class, kind: mailing.kind },
    topics: ['mailings', mailingTopic(mailing.id)],
  });
}

function wavesOf({ waves, size, percent, minutes }: StartInput): Waves | null {
  const pause = minutes ?? usual.minutes;
  if (waves === 'size') return size === null ? null : { size, percent: null, minutes: pause };
  if (waves === 'percent') return percent === null ? null : { size: null, percent, minutes: pause };
  return { size: null, percent: null, minutes: pause };
}

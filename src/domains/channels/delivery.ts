import { system, type Ctx } from '#platform/ctx.ts';
import type { Database } from '#platform/db/database.ts';
import { commandContext, type ReactionNames } from '#platform/events/tell.ts';
import type { Log } from '#platform/log/log.ts';
import type { Vault } from '#platform/secrets/vault.ts';
import { notify } from '#domains/organization/index.ts';
import type { Carrier, Carrying, Outcome } from './carriers.ts';
import { markDelivered, markFailed } from './delivered.ts';
import { dispatchTopic, type Dispatch } from './dispatch.ts';
import { moveDispatch, selectDispatch } from './dispatches.queries.ts';
import { claimDispatch, countAttempt, selectDue, selectDueOf, selectLost, type Due } from './due.queries.ts';

export interface DeliveryHouse {
  readonly database: Database;
  readonly log: Log;
  readonly clock: () => Date;
  readonly owed: ReactionNames;
  readonly vault: Vault;
}

const atOnce = 50;
const tries = 3;
// Longer than any means takes to answer: after it nobody is coming back to say how it ended.
const lost = 10 * 60_000;

/**
 * Sends out all that is due, each in a transaction of its own; several workers share the work and none takes what another holds.
 * @returns whether something due was left because somebody else held it
 */
export async function deliverDue(house: DeliveryHouse, carrying: Carrying): Promise<boolean> {
  await nameLost(house);
  const seen = new Set<number>();
  let busy = false;
  for (;;) {
    const due = (await selectDue(house.database.primary, house.clock(), atOnce + seen.size)).filter(({ id }) => !seen.has(id));
    if (due.length === 0) return busy;
    for (const one of due) {
      seen.add(one.id);
      if ((await deliverOne(house, carrying, one)) === 'busy') busy = true;
    }
  }
}

type Turn = 'done' | 'busy' | { readonly outside: (dispatch: Dispatch) => Promise<Outcome>; readonly dispatch: Dispatch };

async function deliverOne(house: DeliveryHouse, carrying: Carrying, due: Due): Promise<'done' | 'busy'> {
  let turn: Turn;
  try {
    turn = await within(house, (ctx) => take(ctx, carrying, due));
  } catch (cause) {
    house.log.error({ dispatch: due.id, err: cause }, 'a dispatch did not leave');
    await within(house, (ctx) => tryLater(ctx, due.id, String(cause).slice(0, 500)));
    return 'done';
  }
  if (typeof turn === 'string') return turn;
  const { outside, dispatch } = turn;
  // What is thrown here leaves the outcome unknown: it stays «sending» until nameLost says so.
  const outcome = await outside(dispatch).catch((err: unknown) =>
    house.log.error({ dispatch: dispatch.id, err }, 'a dispatch may have left'),
  );
  if (outcome) await within(house, (ctx) => settle(ctx, { ...dispatch, state: 'sending' }, outcome));
  return 'done';
}

/** Source first, dispatch second: in the order in which an edit of the source takes them. */
async function take(ctx: Ctx, { carriers, sources }: Carrying, due: Due): Promise<Turn> {
  const hold = await sources.find(({ type }) => type === due.source.type)?.lock(ctx, due);
  if (hold === 'busy') return 'busy';
  const dispatch = await claimDispatch(ctx.db, due.id, ctx.now);
  if (!dispatch) return 'done';
  if (hold === 'void') {
    await moveDispatch(ctx.db, dispatch.id, { from: ['scheduled'], to: 'cancelled', by: null, now: ctx.now });
    await ctx.tell({
      name: 'dispatch.cancelled',
      subject: { type: 'dispatch', id: dispatch.id },
      before: { state: 'scheduled' },
      after: { state: 'cancelled' },
      payload: { source: dispatch.source, channel: dispatch.channel },
      topics: ['dispatches', dispatchTopic(dispatch.id)],
    });
    return 'done';
  }
  const carrier = carriers.find(({ means }) => means === dispatch.means) ?? byHand;
  if ('within' in carrier) {
    await settle(ctx, dispatch, await carrier.within(ctx, dispatch));
    return 'done';
  }
  await moveDispatch(ctx.db, dispatch.id, { from: ['scheduled'], to: 'sending', by: null, now: ctx.now });
  return { outside: carrier.outside, dispatch };
}

/** Nobody but a person carries it: it waits for whoever says that it left. */
const byHand: Carrier = { means: 'by_hand', within: () => Promise.resolve('waiting') };

async function settle(ctx: Ctx, dispatch: Dispatch, outcome: Outcome): Promise<void> {
  if (outcome === 'delivered') await markDelivered(ctx, dispatch);
  else if (outcome === 'waiting') await waitForPerson(ctx, dispatch);
  else await fail(ctx, dispatch, outcome.failed);
}

async function waitForPerson(ctx: Ctx, { id, source, channel, channelName, title, scheduledBy }: Dispatch): Promise<void> {
  await moveDispatch(ctx.db, id, { from: ['scheduled'], to: 'waiting', by: null, now: ctx.now });
  await ctx.tell({
    name: 'dispatch.waiting',
    subject: { type: 'dispatch', id },
    before: { state: 'scheduled' },
    after: { state: 'waiting' },
    payload: { source, channel },
    topics: ['dispatches', dispatchTopic(id)],
  });
  await notify(ctx, {
    to: [scheduledBy],
    kind: 'dispatch.waiting',
    facts: { title, channel: channelName },
    path: `/workspace/dispatches/${id}`,
    subject: { type: 'dispatch', id },
  });
}

async function fail(ctx: Ctx, dispatch: Dispatch, error: string): Promise<void> {
  if (!(await markFailed(ctx, dispatch, error))) return;
  await notify(ctx, {
    to: [dispatch.scheduledBy],
    kind: 'dispatch.failed',
    facts: { title: dispatch.title, channel: dispatch.channelName },
    path: `/workspace/dispatches/${dispatch.id}`,
    subject: { type: 'dispatch', id: dispatch.id },
  });
}

/** What broke within the house left nothing behind: it is tried a few times by itself, and then waits for a person. */
async function tryLater(ctx: Ctx, id: number, error: string): Promise<void> {
  const attempts = await countAttempt(ctx.db, id, error, ctx.now);
  if (attempts === undefined || attempts < tries) return;
  const dispatch = await selectDispatch(ctx.db, id);
  if (dispatch) await fail(ctx, dispatch, error);
}

async function nameLost(house: DeliveryHouse): Promise<void> {
  for (const id of await selectLost(house.database.primary, new Date(house.clock().getTime() - lost)))
    await within(house, async (ctx) => {
      if (!(await moveDispatch(ctx.db, id, { from: ['sending'], to: 'unknown', by: null, now: ctx.now }))) return;
      const { source, channel } = (await selectDispatch(ctx.db, id))!;
      await ctx.tell({
        name: 'dispatch.lost',
        subject: { type: 'dispatch', id },
        before: { state: 'sending' },
        after: { state: 'unknown' },
        payload: { source, channel },
        topics: ['dispatches', dispatchTopic(id)],
      });
    });
}

function within<T>({ database, clock, owed, vault }: DeliveryHouse, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return database.primary.transaction().execute((db) => work(commandContext(db, system, clock(), owed, vault)));
}

/**
 * Sends out what of some dispatches is due, in the transaction of whoever asks: for means that carry within the house. What another
 * holds, or what only leaves the house, is left to `deliverDue`.
 */
export async function deliverWithin(ctx: Ctx, carrying: Carrying, dispatches: readonly number[]): Promise<void> {
  const inside = { ...carrying, carriers: carrying.carriers.filter((carrier) => 'within' in carrier) };
  for (const due of await selectDueOf(ctx.db, dispatches, ctx.now)) await take(ctx, inside, due);
}

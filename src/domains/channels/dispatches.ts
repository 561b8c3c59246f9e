import type { Ctx } from '#platform/ctx.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import { listChannels, type Channel } from './channels.ts';
import { dispatchTopic, type InformationClass, type Snapshot, type Source } from './dispatch.ts';
import { insertDispatch, lockDispatches, moveDispatch } from './dispatches.queries.ts';
import { cancelMailingsOf } from './mailings/steering.ts';
import { recall } from './recalling.ts';
import { stateAfter, statesBefore, type DispatchAct, type DispatchState } from './dispatch-states.ts';

export interface Scheduled {
  readonly source: Source;
  readonly title: string;
  readonly class: InformationClass;
  readonly contentSha256: string;
  readonly dueAt: Date;
  /** One for each channel, rendered as it will leave. */
  readonly snapshots: Readonly<Record<string, Snapshot>>;
}

/**
 * Writes down what is to go out, by which channels and when; what of the same source was on its way by them is stopped. Refuses
 * `dispatch.no_channel`, `dispatch.closed_channel`, `dispatch.class` {channel, class}.
 */
export async function scheduleDispatches(ctx: Ctx, given: Scheduled): Promise<number[] | Refusal> {
  const channels = await channelsFor(ctx, Object.keys(given.snapshots), given.class);
  if (isRefusal(channels)) return channels;
  await cancelDispatches(
    ctx,
    given.source,
    channels.map(({ code }) => code),
  );
  const leaving = await lockDispatches(ctx.db, given.source, ['sending'], Object.keys(given.snapshots));
  if (leaving[0])
    return refuse('dispatch.on_its_way', { channel: channels.find(({ code }) => code === leaving[0]!.channel)!.name }, 'channels');
  const ids: number[] = [];
  for (const { code, public: open } of channels) {
    const id = await insertDispatch(
      ctx.db,
      { ...given, channel: code, public: open, snapshot: given.snapshots[code]! },
      ctx.actor.id,
      ctx.now,
    );
    await ctx.tell({
      name: 'dispatch.scheduled',
      subject: { type: 'dispatch', id },
      after: { state: 'scheduled', channel: code, dueAt: given.dueAt, sha256: given.contentSha256 },
      payload: { source: given.source, channel: code },
      topics: ['dispatches', dispatchTopic(id)],
    });
    ids.push(id);
  }
  return ids;
}

/** The channels of these codes, open and such that the class may go by them. */
export async function channelsFor(ctx: Ctx, codes: readonly string[], clearance: InformationClass): Promise<Channel[] | Refusal> {
  const all = await listChannels(ctx);
  const chosen: Channel[] = [];
  for (const code of codes) {
    const channel = all.find((one) => one.code === code);
    if (!channel || channel.closedAt) return refuse('dispatch.closed_channel', { channel: channel?.name ?? code }, 'channels');
    if (channel.public && clearance !== 'public') return refuse('dispatch.class', { channel: channel.name }, 'channels');
    chosen.push(channel);
  }
  return chosen.length === 0 ? refuse('dispatch.no_channel', {}, 'channels') : chosen;
}

/** Stops whatever of a source has not left yet, by all channels or by these; how many were stopped. */
export async function cancelDispatches(ctx: Ctx, source: Source, channels: readonly string[] | null = null): Promise<number> {
  const moved = await moveAll(ctx, source, 'cancel', { channels });
  return moved.length;
}

export interface Withdrawn {
  readonly id: number;
  readonly channel: string;
  readonly means: Channel['means'];
  readonly title: string;
}

/** Takes back all that is out of a source, and stops the rest; what was out, for whoever shows it to take it down. */
export async function withdrawDispatches(ctx: Ctx, source: Source, reason: string): Promise<Withdrawn[]> {
  await cancelDispatches(ctx, source);
  await cancelMailingsOf(ctx, source, reason);
  const withdrawn = await moveAll(ctx, source, 'withdraw', { note: reason });
  await recall(ctx, withdrawn, reason);
  return withdrawn;
}

/** What is out of a source by these channels has had its time. */
export function expireDispatches(ctx: Ctx, source: Source): Promise<Withdrawn[]> {
  return moveAll(ctx, source, 'expire');
}

const told = {
  cancel: 'dispatch.cancelled',
  withdraw: 'dispatch.withdrawn',
  expire: 'dispatch.expired',
} as const;

async function moveAll(
  ctx: Ctx,
  source: Source,
  act: keyof typeof told,
  { note = '', channels = null }: { note?: string; channels?: readonly string[] | null } = {},
): Promise<Withdrawn[]> {
  const found = await lockDispatches(ctx.db, source, statesBefore(act), channels);
  for (const { id, channel, state, means } of found) {
    const to = stateAfter(state, act)!;
    await moveDispatch(ctx.db, id, { from: [state], to, by: ctx.actor.id, now: ctx.now, note });
    await ctx.tell({
      name: told[act],
      subject: { type: 'dispatch', id },
      before: { state },
      after: { state: to },
      payload: { source, channel },
      topics: ['dispatches', dispatchTopic(id), ...(means === 'screen' ? ['screen_program'] : [])],
    });
  }
  return found;
}

/** One dispatch by one act; a refusal when its state no longer lets it. */
export async function moveOne(
  ctx: Ctx,
  dispatch: { readonly id: number; readonly state: DispatchState },
  act: DispatchAct,
  note = '',
): Promise<DispatchState | Refusal> {
  const to = stateAfter(dispatch.state, act);
  const moved =
    to !== undefined && (await moveDispatch(ctx.db, dispatch.id, { from: [dispatch.state], to, by: ctx.actor.id, now: ctx.now, note }));
  return moved ? to : refuse('dispatch.moved');
}

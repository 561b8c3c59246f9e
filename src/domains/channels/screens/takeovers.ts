import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { channelsPolicy as policy } from '../policy.ts';
import { countGroups } from './playlists.queries.ts';
import { groupTopic } from './screen.ts';
import type { TakeoverKind, TakeoversFilterInput } from './takeovers.input.ts';
import {
  countTakeovers,
  insertTakeover,
  markGivenBack,
  selectCovering,
  selectTakeover,
  selectTakeoverNames,
  selectTakeovers,
  type Takeover,
} from './takeovers.queries.ts';

export interface TakenOver {
  readonly groups: readonly number[];
  readonly kind: TakeoverKind;
  /** At most 90 letters: an order. */
  readonly title: string;
  readonly text: string;
  /** At most three, of a few words each. */
  readonly steps?: readonly string[] | undefined;
  /** Where more is read. */
  readonly address?: string | undefined;
  readonly reason: string;
  /** After it each screen gives back what was there by itself, also without network. */
  readonly until: Date;
}

/**
 * Covers all screens of some groups, whatever they show, also those left out of their group: at once where there is network, and elsewhere
 * when it is back. Refuses `screen.no_group`.
 */
export async function takeOver(ctx: Ctx, given: TakenOver): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'screens.take_over');
  if ((await countGroups(ctx.db, given.groups)) !== new Set(given.groups).size) return refuse('screen.no_group', {}, 'groups');
  const row = { ...given, steps: given.steps ?? [], address: given.address ?? '' };
  const id = await insertTakeover(ctx.db, row, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'takeover.started',
    subject: { type: 'takeover', id },
    after: { ...row },
    topics: ['screens', ...given.groups.map(groupTopic)],
  });
  return { id };
}

/** Gives the screens back what was there. Refuses `takeover.over` when its time is over already. */
export async function giveBack(ctx: Ctx, { takeover: id }: { takeover: number }): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'screens.take_over');
  const takeover = await selectTakeover(ctx.db, id);
  if (!takeover) throw new NotFound(`takeover ${id}`);
  if (takeover.givenBackAt !== null || takeover.until <= ctx.now) return refuse('takeover.over');
  await markGivenBack(ctx.db, id, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'takeover.given_back',
    subject: { type: 'takeover', id },
    before: { until: takeover.until },
    after: { givenBackAt: ctx.now },
    topics: ['screens', ...takeover.groups.map(groupTopic)],
  });
  return { id };
}

export const takeoverNames = async (ctx: Ctx, ids: readonly number[]): Promise<ReadonlyMap<number, string>> =>
  new Map((await selectTakeoverNames(ctx.db, ids)).map(({ id, title }) => [id, title]));

export const takeoversAtOnce = 50;

/** The last first, fifty a page; `open` is of all of them. */
export async function listTakeovers(
  ctx: Ctx,
  { q, page, kind }: TakeoversFilterInput,
): Promise<{ takeovers: Takeover[]; total: number; open: number }> {
  authorize(ctx.actor, policy, 'screens.read');
  const filter = { search: q, kind };
  const [takeovers, counts] = await Promise.all([
    selectTakeovers(ctx.db, filter, takeoversAtOnce, (page - 1) * takeoversAtOnce),
    countTakeovers(ctx.db, filter, ctx.now),
  ]);
  return { takeovers, ...counts };
}

/** Every takeover of the filter, to take away. */
export async function* everyTakeover(ctx: Ctx, { q, kind }: Omit<TakeoversFilterInput, 'page'>): AsyncGenerator<Takeover> {
  authorize(ctx.actor, policy, 'screens.read');
  for (let offset = 0; ; offset += 1000) {
    const portion = await selectTakeovers(ctx.db, { search: q, kind }, 1000, offset);
    yield* portion;
    if (portion.length < 1000) return;
  }
}

/** What covers a group now. */
export function coverOf(ctx: Ctx, group: number): Promise<Takeover | undefined> {
  authorize(ctx.actor, policy, 'screens.read');
  return selectCovering(ctx.db, group, ctx.now);
}

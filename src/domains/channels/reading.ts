import type { Ctx } from '#platform/ctx.ts';
import { dayIn } from '#platform/clock/day.ts';
import { authorize, may } from '#platform/http/policy.ts';
import { NotFound } from '#platform/refusal.ts';
import { institutionOf } from '#domains/organization/index.ts';
import {
  countDeliveries,
  countReceipts,
  selectDeliveries,
  type Delivery,
  type DeliveryFilter,
  type MailCounts,
} from './deliveries.queries.ts';
import type { Dispatch, DispatchMove, Source } from './dispatch.ts';
import {
  countDispatches,
  selectDispatch,
  selectDispatchNames,
  selectDispatches,
  selectMoves,
  selectStanding,
  type DispatchFilter,
  type ListedDispatch,
  type Standing,
} from './dispatches.queries.ts';
import type { DispatchesFilterInput } from './dispatches.input.ts';
import { channelsPolicy } from './policy.ts';

export const dispatchesAtOnce = 50;

export interface DispatchList {
  readonly dispatches: readonly ListedDispatch[];
  readonly total: number;
  readonly standing: Standing;
}

/** The last scheduled first, fifty a page. */
export async function listDispatches(ctx: Ctx, { q, page, ...filter }: DispatchesFilterInput): Promise<DispatchList> {
  authorize(ctx.actor, channelsPolicy, 'dispatches.read');
  const narrow: DispatchFilter = { ...filter, ...(q ? { search: q } : {}) };
  const { zone } = await institutionOf(ctx);
  const [dispatches, total, standing] = await Promise.all([
    selectDispatches(ctx.db, narrow, dispatchesAtOnce, (page - 1) * dispatchesAtOnce),
    countDispatches(ctx.db, narrow),
    selectStanding(ctx.db, dayIn(ctx.now, zone), zone),
  ]);
  return { dispatches, total, standing };
}

/** Every dispatch of the filter, to take away: in portions, since there may be many. */
export async function* everyDispatch(ctx: Ctx, { q, ...filter }: Omit<DispatchesFilterInput, 'page'>): AsyncGenerator<ListedDispatch> {
  authorize(ctx.actor, channelsPolicy, 'dispatches.read');
  for (let offset = 0; ; offset += 1000) {
    const portion = await selectDispatches(ctx.db, { ...filter, ...(q ? { search: q } : {}) }, 1000, offset);
    yield* portion;
    if (portion.length < 1000) return;
  }
}

/** All dispatches of a source, the last first. */
export function dispatchesOf(ctx: Ctx, source: Source): Promise<ListedDispatch[]> {
  return selectDispatches(ctx.db, { source }, 200, 0);
}

export interface DispatchCard {
  readonly dispatch: Dispatch;
  readonly moves: readonly DispatchMove[];
  /** Of mails; all zero by other means. */
  readonly mails: MailCounts;
  readonly receipts: { readonly seen: number; readonly confirmed: number };
}

/** @throws NotFound */
export async function dispatchCard(ctx: Ctx, id: number): Promise<DispatchCard> {
  authorize(ctx.actor, channelsPolicy, 'dispatches.read');
  const dispatch = await selectDispatch(ctx.db, id);
  if (!dispatch) throw new NotFound(`dispatch ${id}`);
  const [moves, mails, receipts] = await Promise.all([selectMoves(ctx.db, id), countDeliveries(ctx.db, id), countReceipts(ctx.db, id)]);
  return { dispatch, moves, mails, receipts };
}

/** To whom it was written, by name, fifty a page. */
export function deliveriesOf(
  ctx: Ctx,
  id: number,
  { page, ...filter }: DeliveryFilter & { page: number },
): Promise<{ deliveries: Delivery[]; total: number }> {
  authorize(ctx.actor, channelsPolicy, 'dispatches.read');
  return selectDeliveries(ctx.db, id, filter, dispatchesAtOnce, (page - 1) * dispatchesAtOnce);
}

/** What dispatches are called and by which channel they go, to whoever may read them. */
export function dispatchNames(ctx: Ctx, ids: readonly number[]): Promise<{ id: number; title: string; channel: string }[]> {
  return may(ctx.actor, channelsPolicy['dispatches.read']) ? selectDispatchNames(ctx.db, ids) : Promise.resolve([]);
}

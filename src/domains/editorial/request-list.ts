import type { Ctx } from '#platform/ctx.ts';
import { dayIn } from '#platform/clock/day.ts';
import { authorize, may } from '#platform/http/policy.ts';
import { institutionOf, todayOf } from '#domains/organization/index.ts';
import { isSecret } from './piece.ts';
import { editorialPolicy } from './policy.ts';
import {
  countOwnRequests,
  countPiles,
  selectAssignees,
  selectOwnRequests,
  selectRequests,
  type ListedRequest,
} from './request-list.queries.ts';
import { requestReaderOf } from './request-readers.ts';
import type { RequestFilter } from './requests.input.ts';

export type { ListedRequest };

export const requestsAtOnce = 50;

/** A part of one pile of the requests that an actor may read; `next` is where the following part begins, null at the end. */
export async function listRequests(ctx: Ctx, { after, ...filter }: RequestFilter) {
  authorize(ctx.actor, editorialPolicy, 'requests.read');
  const [reader, day] = await Promise.all([requestReaderOf(ctx), todayOf(ctx)]);
  const { pile: _, ...narrow } = filter;
  const [found, counts] = await Promise.all([
    selectRequests(ctx.db, reader, filter, { before: after, limit: requestsAtOnce + 1 }),
    countPiles(ctx.db, reader, narrow, day),
  ]);
  const rows = found.slice(0, requestsAtOnce);
  return { rows, counts, today: day, next: found.length > requestsAtOnce ? rows.at(-1)!.id : null };
}

/** All that a filter finds and is no secret, read in parts so that any number fits in memory. */
export async function* everyRequest(ctx: Ctx, { after: _, ...filter }: RequestFilter): AsyncGenerator<ListedRequest> {
  authorize(ctx.actor, editorialPolicy, 'requests.read');
  const reader = await requestReaderOf(ctx);
  for (let before: number | undefined; ;) {
    const part = await selectRequests(ctx.db, reader, filter, { before, limit: 1_000 });
    yield* part.filter((request) => !isSecret(request));
    if (part.length < 1_000) return;
    before = part.at(-1)!.id;
  }
}

/** What waits of requests for who looks: whoever triages sees all that is open, with what is late of it; any other, what awaits his own answer. */
export async function countWaitingRequests(ctx: Ctx): Promise<{ open: number; late: number }> {
  if (!may(ctx.actor, editorialPolicy['requests.triage']))
    return { open: (await countOwnRequests(ctx.db, ctx.actor.id)).returned, late: 0 };
  const [reader, day] = await Promise.all([requestReaderOf(ctx), todayOf(ctx)]);
  const { waiting, under_way: underWay, late } = await countPiles(ctx.db, reader, { q: '' }, day);
  return { open: waiting + underWay, late };
}

/** Whom requests may be filtered by. */
export function requestAssignees(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  authorize(ctx.actor, editorialPolicy, 'requests.read');
  return selectAssignees(ctx.db);
}

/** What the actor asked himself, the newest first, fifty a page, with how much of it is open and awaits him. */
export async function ownRequests(ctx: Ctx, page: number) {
  authorize(ctx.actor, editorialPolicy, 'requests.read');
  const [day, { zone }] = await Promise.all([todayOf(ctx), institutionOf(ctx)]);
  const person = ctx.actor.id;
  const [found, counts] = await Promise.all([
    selectOwnRequests(ctx.db, person, requestsAtOnce + 1, (page - 1) * requestsAtOnce),
    countOwnRequests(ctx.db, person),
  ]);
  const rows = found.slice(0, requestsAtOnce).map((row) => ({ ...row, askedOn: dayIn(row.askedAt, zone) }));
  return { rows, counts, today: day, more: found.length > requestsAtOnce };
}

import type { Ctx } from '#platform/ctx.ts';
import { may } from '#platform/http/policy.ts';
import { editorialPolicy } from './policy.ts';
import { isOpen, type OfficeRequest } from './request.ts';
import { selectMedianDays } from './request-list.queries.ts';
import { sideOf } from './request-talk.ts';
import { businessDaysTo } from './request-terms.ts';
import { getRequest } from './requests.ts';
import { selectMade, selectMoves, selectRequestFiles, type Attachment, type Said } from './requests.queries.ts';
import { readerOf } from './readers.ts';

/** How many of the last ones of a kind say how long one takes. */
const similarOf = 14;

export interface RequestCard {
  readonly request: OfficeRequest;
  readonly moves: readonly Said[];
  readonly files: readonly Attachment[];
  /** What it became, as far as the reader may know. */
  readonly made: { readonly piece: string | null; readonly campaign: string | null };
  /** Business days to the day on which it is wanted or promised; null when nobody said one. */
  readonly daysLeft: number | null;
  readonly similar: { readonly days: number; readonly of: number } | null;
  readonly may: { readonly triage: boolean; readonly say: boolean; readonly withdraw: boolean; readonly finish: boolean };
}

/** A request with all that was said of it, its times, and what the actor may do. @throws NotFound */
export async function requestCard(ctx: Ctx, id: number): Promise<RequestCard> {
  const request = await getRequest(ctx, id);
  const day = request.dueOn ?? request.wantedOn;
  const [moves, files, made, daysLeft, similar, side] = await Promise.all([
    selectMoves(ctx.db, id),
    selectRequestFiles(ctx.db, id),
    selectMade(ctx.db, request, await readerOf(ctx)),
    day === null ? null : businessDaysTo(ctx, day),
    request.kind === null ? undefined : selectMedianDays(ctx.db, request.kind, similarOf),
    sideOf(ctx, request),
  ]);
  const triage = may(ctx.actor, editorialPolicy['requests.triage'], request.unit);
  const own = request.askedBy !== null && request.askedBy === ctx.actor.id;
  const makes = request.assignee !== null && request.assignee === ctx.actor.id;
  return {
    request,
    moves,
    files,
    made,
    daysLeft,
    similar: similar ?? null,
    may: {
      triage,
      say: side !== null && isOpen(request),
      withdraw: own && isOpen(request),
      finish: (triage || makes) && request.state === 'accepted',
    },
  };
}

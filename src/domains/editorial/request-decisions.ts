import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { isRefusal, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { addDays, type Day } from '#platform/clock/day.ts';
import { noticesDone, todayOf } from '#domains/organization/index.ts';
import { createCampaign } from './campaigns.ts';
import { isSecret } from './piece.ts';
import { createPiece, getPiece } from './pieces.ts';
import { quietChannels } from './quiet-channels.ts';
import { editorialPolicy } from './policy.ts';
import { isOpen, type OfficeRequest } from './request.ts';
import { agreedOf } from './request-makers.ts';
import { tellAsker, tellOffice } from './request-telling.ts';
import { sinceThen } from './request-terms.ts';
import { getRequest, moveRequest } from './requests.ts';
import type { AcceptInput } from './requests.input.ts';

/** A request that the actor triages, locked. */
async function triaged(ctx: Ctx, id: number): Promise<OfficeRequest> {
  const request = await getRequest(ctx, id, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'requests.triage', request.unit);
  return request;
}

/** When the office first answered, in working hours from asking; nothing once it had. */
async function firstAnswer(ctx: Ctx, request: OfficeRequest) {
  await noticesDone(ctx, {
    kinds: ['request.asked', 'request.answered', 'request.secret_moved'],
    subject: { type: 'request', id: request.id },
  });
  if (request.answeredAt !== null) return { change: {}, payload: { hours: request.answerHours, first: false } };
  const { hours } = await sinceThen(ctx, request.askedAt);
  const onTime = (await todayOf(ctx)) <= request.answerDueOn;
  return { change: { answeredAt: ctx.now, answerHours: hours }, payload: { hours, onTime, first: true } };
}

/**
 * Accepts a request: it becomes a piece of a kind, a campaign, or part of a piece that is there already, with its class, segments
 * and regions, an activity of the plan, somebody who makes it and a day.
 */
export async function acceptRequest(ctx: Ctx, input: AcceptInput): Promise<{ piece: number | null; campaign: number | null } | Refusal> {
  const request = await triaged(ctx, input.request);
  if (request.state !== 'waiting' && request.state !== 'returned') return refuse('request.not_waiting');
  const secret = isSecret(request);
  if (secret && input.assignee && (await agreedOf(ctx, [input.assignee])).length === 0) return refuse('request.not_agreed', {}, 'assignee');
  const made = await make(ctx, request, { ...input, dueOn: input.dueOn ?? request.wantedOn });
  if (isRefusal(made)) return made;
  const { change, payload } = await firstAnswer(ctx, request);
  const after = await moveRequest(ctx, request, 'accept', {
    note: input.text,
    change: {
      ...change,
      ...made,
      state: 'accepted',
      item: input.item,
      assignee: input.assignee,
      dueOn: input.dueOn ?? request.wantedOn,
    },
    payload: { ...payload, into: input.into },
  });
  await tellAsker(ctx, after, 'accepted', { text: input.text });
  if (after.assignee) await tellOffice(ctx, after, 'assigned');
  return made;
}

type Made = { readonly piece: number | null; readonly campaign: number | null };

async function make(ctx: Ctx, request: OfficeRequest, input: AcceptInput): Promise<Made | Refusal> {
  if (input.into === 'existing') return existing(ctx, request, input.piece);
  if (input.into === 'campaign') return campaign(ctx, request, input);
  if (input.kind === null) return refuse('request.needs_kind', {}, 'kind');
  const secret = isSecret(request);
  if (secret && (input.classBasis === '' || !input.classSince)) return refuse('request.needs_basis', {}, 'classBasis');
  if (request.class === 'reserved' && !input.classUntil) return refuse('request.needs_term', {}, 'classUntil');
  const piece = await createPiece(ctx, {
    kind: input.kind,
    title: request.title,
    unit: request.unit,
    item: input.item,
    campaign: null,
    request: request.id,
    slot: null,
    slotDay: null,
    owner: input.assignee,
    dueOn: input.dueOn,
    segments: [...request.segments],
    regions: [...request.regions],
    class: request.class,
    ...(request.class !== 'public' && { channels: await quietChannels(ctx, input.kind) }),
    ...(secret && { classBasis: input.classBasis, classSince: input.classSince, classUntil: input.classUntil }),
  });
  return isRefusal(piece) ? piece : { piece: piece.id, campaign: null };
}

async function existing(ctx: Ctx, request: OfficeRequest, id: number | null): Promise<Made | Refusal> {
  if (id === null) return refuse('request.needs_piece', {}, 'piece');
  const piece = await getPiece(ctx, id).catch((cause: unknown) => {
    if (cause instanceof NotFound) return null;
    throw cause;
  });
  if (!piece || piece.state === 'discarded') return refuse('request.no_such_piece', { piece: id }, 'piece');
  if (isSecret(request) && !isSecret(piece)) return refuse('request.piece_more_open', {}, 'piece');
  return { piece: piece.id, campaign: null };
}

async function campaign(ctx: Ctx, request: OfficeRequest, { item, dueOn, assignee, scope }: AcceptInput): Promise<Made | Refusal> {
  if (isSecret(request)) return refuse('request.secret_campaign', {}, 'into');
  const starts = await todayOf(ctx);
  const created = await createCampaign(ctx, {
    name: request.title,
    code: '',
    objective: request.why || request.what,
    scope,
    unit: request.unit,
    item,
    request: request.id,
    owner: assignee,
    startsOn: starts,
    endsOn: dueOn && dueOn > starts ? dueOn : addDays(starts, 30),
    segments: [...request.segments],
    regions: [...request.regions],
    tone: '',
    budget: 0,
  });
  return isRefusal(created) ? created : { piece: null, campaign: created.id };
}

/** Returns a request with what must be known first. Who asked it answers, and it waits again. */
export async function returnRequest(ctx: Ctx, input: { request: number; text: string }): Promise<{ id: number } | Refusal> {
  const request = await triaged(ctx, input.request);
  if (request.state !== 'waiting') return refuse('request.not_waiting');
  const { change, payload } = await firstAnswer(ctx, request);
  const after = await moveRequest(ctx, request, 'return', { note: input.text, change: { ...change, state: 'returned' }, payload });
  await tellAsker(ctx, after, 'returned', { text: input.text });
  return { id: request.id };
}

/** Joins a request to another that asks the same; who asked either is told. */
export async function mergeRequest(ctx: Ctx, input: { request: number; into: number; text: string }): Promise<{ id: number } | Refusal> {
  if (input.into === input.request) return refuse('request.into_itself', {}, 'into');
  const request = await triaged(ctx, input.request);
  if (!isOpen(request)) return refuse('request.closed');
  const into = await triaged(ctx, input.into).catch((cause: unknown) => {
    if (cause instanceof NotFound) return null;
    throw cause;
  });
  if (!into) return refuse('request.no_such', { number: input.into }, 'into');
  if (!isOpen(into)) return refuse('request.into_closed', { number: into.id }, 'into');
  if (isSecret(request) !== isSecret(into)) return refuse('request.other_class', { number: into.id }, 'into');
  const { change, payload } = await firstAnswer(ctx, request);
  const after = await moveRequest(ctx, request, 'merge', {
    note: input.text,
    change: { ...change, state: 'merged', mergedInto: into.id },
    payload: { ...payload, into: into.id },
  });
  await tellAsker(ctx, after, 'merged', { text: input.text, other: into.id });
  await tellAsker(ctx, into, 'joined', { other: request.id });
  return { id: into.id };
}

/** Says who makes what is asked, and until when. */
export async function assignRequest(
  ctx: Ctx,
  input: { request: number; assignee: string | null; dueOn: Day | null },
): Promise<{ id: number } | Refusal> {
  const request = await triaged(ctx, input.request);
  if (!isOpen(request)) return refuse('request.closed');
  if (isSecret(request) && input.assignee && (await agreedOf(ctx, [input.assignee])).length === 0)
    return refuse('request.not_agreed', {}, 'assignee');
  const change = { assignee: input.assignee, dueOn: input.dueOn };
  if (change.assignee === request.assignee && change.dueOn === request.dueOn) return { id: request.id };
  const after = await moveRequest(ctx, request, 'assign', { change });
  if (after.assignee && after.assignee !== request.assignee) await tellOffice(ctx, after, 'assigned');
  return { id: request.id };
}

import { todayOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { editorialPolicy } from './policy.ts';
import { requestTopic, type OfficeRequest, type RequestMove } from './request.ts';
import { requestReaderOf } from './request-readers.ts';
import { tellOffice } from './request-telling.ts';
import { answerDueOn } from './request-terms.ts';
import type { AskInput } from './requests.input.ts';
import {
  countKept,
  insertMove,
  insertRequest,
  insertRequestFiles,
  selectRequest,
  updateRequest,
  type NewRequest,
  type RequestChange,
} from './requests.queries.ts';

/** A request, to whoever may read it. @throws NotFound also when it may not be known to be there */
export async function getRequest(ctx: Ctx, id: number, { lock = false } = {}): Promise<OfficeRequest> {
  authorize(ctx.actor, editorialPolicy, 'requests.read');
  const found = Number.isSafeInteger(id) ? await selectRequest(ctx.db, id, await requestReaderOf(ctx), lock) : undefined;
  if (!found) throw new NotFound(`request ${id}`);
  return found;
}

/** Asks the office for something; it answers within `answerDays`. Its number is its id. */
export async function askOffice(ctx: Ctx, input: AskInput): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, editorialPolicy, 'requests.ask');
  if (input.wantedOn && input.wantedOn < (await todayOf(ctx))) return refuse('request.wanted_in_the_past', {}, 'wantedOn');
  const unit = input.unit ?? (await requestReaderOf(ctx)).unit;
  return placeRequest(ctx, { ...input, unit, askedBy: ctx.actor.id, answerDueOn: await answerDueOn(ctx) }, input.files);
}

/** Writes a request down with its files, and tells who triages. */
export async function placeRequest(ctx: Ctx, request: NewRequest, files: readonly string[]): Promise<{ id: number } | Refusal> {
  if (!(await areOwn(ctx, files))) return refuse('evidence.unknown', {}, 'files');
  const id = await insertRequest(ctx.db, request, ctx.now);
  await insertRequestFiles(ctx.db, id, files);
  await insertMove(ctx.db, { request: id, move: 'ask', person: request.askedBy, note: '', now: ctx.now });
  await ctx.tell({
    name: 'request.asked',
    subject: { type: 'request', id },
    after: { state: 'waiting', unit: request.unit, class: request.class, kind: request.kind, answerDueOn: request.answerDueOn },
    payload: {
      belongs: { unit: request.unit, kind: request.kind, segments: request.segments, regions: request.regions },
      answerDueOn: request.answerDueOn,
      outside: request.askedBy === null,
    },
    topics: ['requests', requestTopic(id)],
  });
  const asked = await selectRequest(ctx.db, id, { ...(await requestReaderOf(ctx)), everything: true });
  await tellOffice(ctx, asked!, 'asked');
  return { id };
}

/** Whether each of these files was kept by who acts: nobody opens another's file by attaching it to a request of his own. */
export async function areOwn(ctx: Ctx, files: readonly string[]): Promise<boolean> {
  return files.length === 0 || (await countKept(ctx.db, [...new Set(files)], ctx.actor)) === new Set(files).size;
}

const told = {
  say: 'request.said',
  answer: 'request.answered',
  accept: 'request.accepted',
  return: 'request.returned',
  assign: 'request.assigned',
  merge: 'request.merged',
  finish: 'request.finished',
  withdraw: 'request.withdrawn',
} as const satisfies Record<Exclude<RequestMove, 'ask'>, string>;

/** Moves a request: what was said, what changes, and its event with what it belongs to. */
export async function moveRequest(
  ctx: Ctx,
  request: OfficeRequest,
  move: Exclude<RequestMove, 'ask'>,
  { note = '', change = {}, payload = {} }: { note?: string; change?: RequestChange; payload?: Record<string, unknown> } = {},
): Promise<OfficeRequest> {
  await insertMove(ctx.db, { request: request.id, move, person: ctx.actor.kind === 'system' ? null : ctx.actor.id, note, now: ctx.now });
  if (Object.keys(change).length > 0) await updateRequest(ctx.db, request.id, change);
  const after = { ...request, ...change };
  await ctx.tell({
    name: told[move],
    subject: { type: 'request', id: request.id },
    before: standing(request),
    after: standing(after),
    payload: {
      belongs: {
        activity: after.item,
        campaign: after.campaign,
        piece: after.piece,
        unit: after.unit,
        kind: after.kind,
        segments: after.segments,
        regions: after.regions,
      },
      ...payload,
    },
    topics: ['requests', requestTopic(request.id)],
  });
  return after;
}

/** States and ids, never a word of it. */
const standing = ({ state, assignee, dueOn, item, piece, campaign, mergedInto }: OfficeRequest) => ({
  state,
  assignee,
  dueOn,
  item,
  piece,
  campaign,
  mergedInto,
});

import type { Ctx } from '#platform/ctx.ts';
import { may } from '#platform/http/policy.ts';
import { Forbidden, refuse, type Refusal } from '#platform/refusal.ts';
import { editorialPolicy } from './policy.ts';
import { isOpen, type OfficeRequest } from './request.ts';
import { requestReaderOf } from './request-readers.ts';
import { tellAsker, tellOffice } from './request-telling.ts';
import { answerDueOn } from './request-terms.ts';
import { areOwn, getRequest, moveRequest } from './requests.ts';
import { insertRequestFiles } from './requests.queries.ts';

/** On which side of a request somebody stands: who asked it and his dependency, the office, or neither. */
export async function sideOf(ctx: Ctx, request: OfficeRequest): Promise<'asker' | 'office' | null> {
  if (request.askedBy !== null && request.askedBy === ctx.actor.id) return 'asker';
  if (may(ctx.actor, editorialPolicy['requests.triage'], request.unit)) return 'office';
  if (request.assignee !== null && request.assignee === ctx.actor.id) return 'office';
  const { unit } = await requestReaderOf(ctx);
  return unit !== null && unit === request.unit ? 'asker' : null;
}

/** Says something about a request. When it had been returned and its asker says it, that is its answer: it waits again. */
export async function sayInRequest(
  ctx: Ctx,
  input: { request: number; text: string; files: readonly string[] },
): Promise<{ id: number } | Refusal> {
  const request = await getRequest(ctx, input.request, { lock: true });
  const side = await sideOf(ctx, request);
  if (side === null) throw new Forbidden('requests.ask');
  return speak(ctx, request, side, input);
}

/** The same once it is known who speaks. */
export async function speak(
  ctx: Ctx,
  request: OfficeRequest,
  side: 'asker' | 'office',
  { text, files }: { text: string; files: readonly string[] },
): Promise<{ id: number } | Refusal> {
  if (!isOpen(request)) return refuse('request.closed');
  if (!(await areOwn(ctx, files))) return refuse('evidence.unknown', {}, 'files');
  await insertRequestFiles(ctx.db, request.id, files);
  if (side === 'office') {
    await moveRequest(ctx, request, 'say', { note: text });
    await tellAsker(ctx, request, 'said', { text });
  } else if (request.state === 'returned') {
    const change = { state: 'waiting', answerDueOn: await answerDueOn(ctx) } as const;
    await tellOffice(ctx, await moveRequest(ctx, request, 'answer', { note: text, change }), 'answered');
  } else {
    await moveRequest(ctx, request, 'say', { note: text });
    await tellOffice(ctx, request, 'answered');
  }
  return { id: request.id };
}

/** Whoever asked something needs it no longer. What it became stays, for the office to decide. */
export async function withdrawRequest(ctx: Ctx, input: { request: number; text: string }): Promise<{ id: number } | Refusal> {
  const request = await getRequest(ctx, input.request, { lock: true });
  if (request.askedBy === null || request.askedBy !== ctx.actor.id) throw new Forbidden('requests.ask');
  return takeBack(ctx, request, input.text);
}

export async function takeBack(ctx: Ctx, request: OfficeRequest, text: string): Promise<{ id: number } | Refusal> {
  if (!isOpen(request)) return refuse('request.closed');
  await tellOffice(ctx, await moveRequest(ctx, request, 'withdraw', { note: text, change: { state: 'withdrawn' } }), 'withdrawn');
  return { id: request.id };
}

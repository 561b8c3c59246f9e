import {
  acceptInput,
  acceptRequest,
  assignInput,
  assignRequest,
  finishInput,
  finishRequest,
  mergeInput,
  mergeRequest,
  returnInput,
  returnRequest,
  sayInput,
  sayInRequest,
  withdrawRequest,
  withdrawRequestInput,
} from '#domains/editorial/index.ts';
import type { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { keepTypedFiles } from '#platform/http/typed-files.ts';
import { parse } from '#platform/http/form.ts';
import { redirect, type Writing } from '#platform/http/page.ts';
import { isRefusal, type Refusal } from '#platform/refusal.ts';

/** What each button of a request's page does, by its intent. */
export async function actOn(asked: Writing): Promise<Response | Refusal> {
  switch (asked.typed.fields.intent) {
    case 'accept':
      return deed(asked, acceptInput, acceptRequest, 'accepted');
    case 'assign':
      return deed(asked, assignInput, assignRequest, 'assigned');
    case 'return':
      return deed(asked, returnInput, returnRequest, 'returned');
    case 'merge':
      return deed(asked, mergeInput, mergeRequest, 'merged');
    case 'finish':
      return deed(asked, finishInput, finishRequest, 'finished');
    case 'withdraw':
      return deed(asked, withdrawRequestInput, withdrawRequest, 'withdrawn');
    default:
      return deed(asked, sayInput, (ctx, input) => speak(asked, ctx, input), 'said');
  }
}

async function speak({ visit, typed }: Writing, ctx: Ctx, input: z.output<typeof sayInput>) {
  const files = await keepTypedFiles(visit.app, ctx, typed);
  return isRefusal(files) ? files : sayInRequest(ctx, { ...input, files });
}

async function deed<S extends z.ZodType>(
  { typed, params, perform }: Writing,
  shape: S,
  command: (ctx: Ctx, input: z.output<S>) => Promise<unknown>,
  done: string,
): Promise<Response | Refusal> {
  const input = parse(shape, { ...typed.fields, request: params.request, files: [] });
  if (isRefusal(input)) return input;
  const result = await perform((ctx) => command(ctx, input as z.output<S>));
  return isRefusal(result) ? result : redirect(`/workspace/requests/${params.request}?done=${done}`);
}

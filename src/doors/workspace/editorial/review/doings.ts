import type { z } from 'zod';
import {
  addComment,
  commentInput,
  decideStep,
  decideSuggestion,
  decisionInput,
  pieceInput,
  remindReviewer,
  reopenComment,
  replyInput,
  replyToComment,
  resolveComment,
  suggestChange,
  suggestionDecisionInput,
  suggestionInput,
  threadInput,
  withdrawFromReview,
} from '#domains/editorial/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { parse } from '#platform/http/form.ts';
import { isRefusal, type Refusal } from '#platform/refusal.ts';

type Doing = (fields: unknown) => Refusal | ((ctx: Ctx) => Promise<object | Refusal>);

function doing<S extends z.ZodType>(shape: S, command: (ctx: Ctx, input: z.output<S>) => Promise<object | Refusal>): Doing {
  return (fields) => {
    const input = parse(shape, fields);
    return isRefusal(input) ? input : (ctx) => command(ctx, input);
  };
}

/** What the forms of the page do, by their intent. */
export const doings = new Map<unknown, Doing>([
  ['decide', doing(decisionInput, decideStep)],
  ['remind', doing(pieceInput, remindReviewer)],
  ['withdraw', doing(pieceInput, withdrawFromReview)],
  ['comment', doing(commentInput, addComment)],
  ['reply', doing(replyInput, replyToComment)],
  ['resolve', doing(threadInput, resolveComment)],
  ['reopen', doing(threadInput, reopenComment)],
  ['suggest', doing(suggestionInput, suggestChange)],
  ['suggestion', doing(suggestionDecisionInput, decideSuggestion)],
]);

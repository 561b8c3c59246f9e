import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { isRefusal, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { notify } from '#domains/organization/index.ts';
import type { SuggestionDecisionInput, SuggestionInput } from './comments.input.ts';
import { replacePassage } from './passages.ts';
import { pieceTopic } from './piece.ts';
import { noteAuthor, selectAuthors } from './pieces.queries.ts';
import { getPiece, savePiece } from './pieces.ts';
import { editorialPolicy } from './policy.ts';
import { noticeTitle, reviewPath } from './review.ts';
import { insertSuggestion, selectSuggestion, updateSuggestion, type Suggestion } from './suggestions.queries.ts';

export type { Suggestion };

/** Puts other words for a passage before the authors, who take them or not. */
export async function suggestChange(ctx: Ctx, input: SuggestionInput): Promise<{ id: number } | Refusal> {
  const piece = await getPiece(ctx, input.piece);
  authorize(ctx.actor, editorialPolicy, 'pieces.review');
  if (input.replacement === input.quote) return refuse('suggestion.same', {}, 'replacement');
  if (!replacePassage(piece, input.block, input.quote, input.replacement)) return refuse('comment.no_such_passage', {}, 'quote');
  const id = await insertSuggestion(ctx.db, input, ctx.actor.id, ctx.now);
  const authors = await selectAuthors(ctx.db, piece.id);
  await notify(ctx, {
    to: [piece.owner, ...authors.map((author) => author.id)],
    kind: 'suggestion.made',
    facts: { title: noticeTitle(piece), who: ctx.actor.name },
    path: `${reviewPath(piece.id)}#s${id}`,
    subject: { type: 'piece', id: piece.id },
  });
  await ctx.tell({
    name: 'piece.change_suggested',
    subject: { type: 'piece', id: piece.id },
    after: { suggestion: id },
    topics: [pieceTopic(piece.id)],
  });
  return { id };
}

/**
 * Takes a suggestion or declines it. Taking it is an edit as any other, with all that an edit ends; whoever suggested the words wrote
 * them, so from then on he does not approve the piece either.
 */
export async function decideSuggestion(ctx: Ctx, input: SuggestionDecisionInput): Promise<{ id: number } | Refusal> {
  const suggestion = await selectSuggestion(ctx.db, input.suggestion);
  if (!suggestion) throw new NotFound(`suggestion ${input.suggestion}`);
  const piece = await getPiece(ctx, suggestion.piece, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'pieces.write', piece.unit);
  if (suggestion.decision) return refuse('suggestion.decided');
  if (input.decision === 'accepted') {
    const after = replacePassage(piece, suggestion.block, suggestion.quote, suggestion.replacement);
    if (!after) return refuse('suggestion.passage_gone');
    const saved = await savePiece(ctx, { piece: piece.id, revision: piece.revision, ...after, fields: { ...after.fields } });
    if (isRefusal(saved)) return saved;
    if (suggestion.person) await noteAuthor(ctx.db, piece.id, suggestion.person, ctx.now);
  }
  await updateSuggestion(ctx.db, suggestion.id, input.decision, ctx.actor.id, ctx.now);
  await notify(ctx, {
    to: [suggestion.person],
    kind: `suggestion.${input.decision}`,
    facts: { title: noticeTitle(piece), who: ctx.actor.name },
    path: `${reviewPath(piece.id)}#s${suggestion.id}`,
    subject: { type: 'piece', id: piece.id },
  });
  await ctx.tell({
    name: input.decision === 'accepted' ? 'piece.suggestion_accepted' : 'piece.suggestion_declined',
    subject: { type: 'piece', id: piece.id },
    after: { suggestion: suggestion.id },
    topics: [pieceTopic(piece.id)],
  });
  return { id: suggestion.id };
}

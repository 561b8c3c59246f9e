import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { notify } from '#domains/organization/index.ts';
import type { CommentInput, ReplyInput } from './comments.input.ts';
import {
  insertComment,
  selectComment,
  selectMentioned,
  selectThreadPeople,
  updateResolved,
  type Comment,
  type NewComment,
} from './comments.queries.ts';
import { mentioned, mentionsIn } from './mentions.ts';
import { findPassage, linesOf } from './passages.ts';
import { pieceTopic, type Piece } from './piece.ts';
import { selectAuthors } from './pieces.queries.ts';
import { getPiece } from './pieces.ts';
import { editorialPolicy } from './policy.ts';
import { noticeTitle, reviewPath } from './review.ts';
import { reads } from './reviewers.ts';

export type { Comment };

/** Says something about a piece or a passage of it. Its authors are told, and whom an @ names. */
export async function addComment(ctx: Ctx, input: CommentInput): Promise<{ id: number } | Refusal> {
  const piece = await getPiece(ctx, input.piece);
  authorize(ctx.actor, editorialPolicy, 'pieces.review');
  if (input.quote !== '' && !linesOf(piece, input.block).some((line) => findPassage(line, input.quote)))
    return refuse('comment.no_such_passage', {}, 'quote');
  const authors = await selectAuthors(ctx.db, piece.id);
  return write(ctx, piece, { ...input, parent: null }, [piece.owner, ...authors.map(({ id }) => id)], 'comment.written');
}

/** Answers in a thread. Whoever spoke in it is told. */
export async function replyToComment(ctx: Ctx, input: ReplyInput): Promise<{ id: number } | Refusal> {
  const [comment, piece] = await begin(ctx, input.comment);
  const parent = comment.parent ?? comment.id;
  const people = await selectThreadPeople(ctx.db, parent);
  return write(ctx, piece, { piece: piece.id, block: '', quote: '', text: input.text, parent }, people, 'comment.answered');
}

/** Closes a thread: what it asked is settled. Anybody who reviews or writes may; who did stays said. */
export async function resolveComment(ctx: Ctx, input: { comment: number }): Promise<{ id: number } | Refusal> {
  const [comment, piece] = await begin(ctx, input.comment);
  if (comment.parent !== null) throw new NotFound(`thread ${input.comment}`);
  if (comment.resolvedAt) return refuse('comment.resolved_already');
  await updateResolved(ctx.db, comment.id, { by: ctx.actor.id, at: ctx.now });
  await tell(ctx, piece, 'piece.comment_resolved', comment.id);
  return { id: comment.id };
}

export async function reopenComment(ctx: Ctx, input: { comment: number }): Promise<{ id: number } | Refusal> {
  const [comment, piece] = await begin(ctx, input.comment);
  if (!comment.resolvedAt) return refuse('comment.open_already');
  await updateResolved(ctx.db, comment.id, null);
  await tell(ctx, piece, 'piece.comment_reopened', comment.id);
  return { id: comment.id };
}

async function begin(ctx: Ctx, id: number): Promise<[Comment, Piece]> {
  const comment = await selectComment(ctx.db, id);
  if (!comment) throw new NotFound(`comment ${id}`);
  const piece = await getPiece(ctx, comment.piece);
  authorize(ctx.actor, editorialPolicy, 'pieces.review');
  return [comment, piece];
}

async function write(
  ctx: Ctx,
  piece: Piece,
  said: Omit<NewComment, 'mentions'>,
  others: readonly (string | null)[],
  kind: 'comment.written' | 'comment.answered',
): Promise<{ id: number }> {
  const mentions = await mentionedIn(ctx, piece, said.text);
  const id = await insertComment(ctx.db, { ...said, mentions }, ctx.actor.id, ctx.now);
  const notice = {
    facts: { title: noticeTitle(piece), who: ctx.actor.name },
    path: `${reviewPath(piece.id)}#c${said.parent ?? id}`,
    subject: { type: 'piece', id: piece.id },
  };
  await notify(ctx, { to: mentions, kind: 'comment.mentioned', ...notice });
  await notify(ctx, { to: others.filter((person) => person === null || !mentions.includes(person)), kind, ...notice });
  await tell(ctx, piece, 'piece.commented', id);
  return { id };
}

/** Whom a text names and who may read the piece: nobody is told of what he may not know. */
async function mentionedIn(ctx: Ctx, piece: Piece, text: string): Promise<string[]> {
  const said = mentionsIn(text);
  if (said.length === 0) return [];
  const named = mentioned(text, await selectMentioned(ctx.db, piece.id, said, editorialPolicy['pieces.read'].roles));
  const may = await Promise.all(named.map((person) => reads(ctx, piece, person)));
  return named.filter((_, at) => may[at]);
}

function tell(ctx: Ctx, piece: Piece, name: 'piece.commented' | 'piece.comment_resolved' | 'piece.comment_reopened', comment: number) {
  return ctx.tell({ name, subject: { type: 'piece', id: piece.id }, after: { comment }, topics: [pieceTopic(piece.id)] });
}

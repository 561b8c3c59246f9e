import type { Ctx } from '#platform/ctx.ts';
import { addMonths, parseDay } from '#platform/clock/day.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { notify } from '#domains/organization/index.ts';
import { endReader, insertReader, isOutInPublic, selectNamed, updateClass, type NamedReader } from './classes.queries.ts';
import { contentHash } from './content-hash.ts';
import { getPiece } from './pieces.ts';
import type { ClassInput, ReaderInput, UnnamedInput } from './classes.input.ts';
import { isSecret, pieceTopic, type Piece } from './piece.ts';
import { selectRenditions } from './pieces.queries.ts';
import { assetsOf, mayShow } from './piece-assets.ts';
import { editorialPolicy } from './policy.ts';
import { voidApproval } from './voiding.ts';

/**
 * Says which class of information a piece is. What is classified or reserved needs its legal basis, its reason and its date; what is
 * reserved also a term of at most fifteen years (Ley 1712 of 2014, articles 18, 19 and 22). The class is content: an approval ends.
 */
export async function classifyPiece(ctx: Ctx, input: ClassInput): Promise<{ class: string } | Refusal> {
  const piece = await getPiece(ctx, input.piece, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'pieces.classify', piece.unit);
  if (piece.state === 'in_review') return refuse('piece.in_review');
  const problem = await problemOf(ctx, piece, input);
  if (problem) return problem;
  const secret = isSecret(input);
  const sha256 = contentHash({ ...piece, class: input.class, renditions: await selectRenditions(ctx.db, piece.id) });
  await voidApproval(ctx, piece);
  await updateClass(
    ctx.db,
    piece.id,
    {
      class: input.class,
      basis: secret ? input.basis : '',
      reason: secret ? input.reason : '',
      since: secret ? input.since : null,
      until: secret ? input.until : null,
      sha256,
    },
    ctx.actor.id,
    ctx.now,
  );
  // Whoever makes it secret keeps reading it: he is named, as all others are.
  if (secret && ctx.actor.id) await insertReader(ctx.db, piece.id, { person: ctx.actor.id, unit: null }, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'piece.classified',
    subject: { type: 'piece', id: piece.id },
    before: { class: piece.class, basis: piece.classBasis, until: piece.classUntil },
    after: { class: input.class, basis: input.basis, since: input.since, until: input.until },
    payload: { unit: piece.unit },
    topics: [pieceTopic(piece.id), 'pieces', 'calendar', 'portal'],
    // Whoever has it open, or in a list, knew of it until now: what he sees goes.
    openly: !isSecret(piece),
  });
  return { class: input.class };
}

async function problemOf(ctx: Ctx, piece: Piece, input: ClassInput): Promise<Refusal | undefined> {
  if (input.class !== 'public' && (await isOutInPublic(ctx.db, piece.id))) return refuse('piece.out_in_public', {}, 'class');
  if (!isSecret(input)) {
    // What came within another secret piece would come out with this one.
    return (await mayShow(ctx, { id: piece.id, secret: false, shows: [] }, assetsOf(piece))) ?? undefined;
  }
  if (input.basis.length < 5) return refuse('piece.class_needs_basis', {}, 'basis');
  if (input.reason.length < 10) return refuse('piece.class_needs_reason', {}, 'reason');
  if (input.since === null) return refuse('input.required', {}, 'since');
  if (input.class === 'classified') return undefined;
  if (input.until === null) return refuse('piece.reserve_needs_term', {}, 'until');
  if (input.until <= input.since) return refuse('piece.reserve_ends_before', {}, 'until');
  return input.until > addMonths(parseDay(input.since), 15 * 12) ? refuse('piece.reserve_too_long', {}, 'until') : undefined;
}

/** Names a person or a dependency that may read a secret piece; they still need an agreement in force. */
export async function nameReader(ctx: Ctx, input: ReaderInput): Promise<{ id: number } | Refusal> {
  const piece = await getPiece(ctx, input.piece, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'pieces.classify', piece.unit);
  if ((input.person === null) === (input.unit === null)) return refuse('piece.reader_one', {}, 'person');
  const id = await insertReader(ctx.db, piece.id, input, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'piece.reader_named',
    subject: { type: 'piece', id: piece.id },
    after: { person: input.person, unit: input.unit },
    topics: [pieceTopic(piece.id)],
  });
  await notify(ctx, {
    to: [input.person],
    kind: 'piece.reader_named',
    path: `/workspace/pieces/${piece.id}`,
    subject: { type: 'piece', id: piece.id },
  });
  return { id };
}

export async function unnameReader(ctx: Ctx, input: UnnamedInput): Promise<{ id: number } | Refusal> {
  const piece = await getPiece(ctx, input.piece, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'pieces.classify', piece.unit);
  if (!(await endReader(ctx.db, piece.id, input.reader, ctx.now))) throw new NotFound(`reader ${input.reader}`);
  await ctx.tell({
    name: 'piece.reader_ended',
    subject: { type: 'piece', id: piece.id },
    before: { reader: input.reader },
    topics: [pieceTopic(piece.id)],
  });
  return { id: input.reader };
}

/** Whom a piece names, with whether each has an agreement in force. */
export async function readersOf(ctx: Ctx, piece: number): Promise<NamedReader[]> {
  await getPiece(ctx, piece);
  return selectNamed(ctx.db, piece);
}

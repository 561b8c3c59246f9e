import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import { draftMailing, reviseMailingOf, mailingHere } from '#domains/channels/index.ts';
import { editorialPolicy } from '../policy.ts';
import { getPiece } from '../pieces.ts';
import { selectApprovedHash } from '../publications.queries.ts';
import type { MailedPieceInput } from './letters.input.ts';
import { pieceLetter, viewPathOf } from './piece-letter.ts';

/**
 * A mailing of an approved piece, as a draft: with the letter that the piece makes now, kept as it is. Refuses `piece.not_approved`, and
 * what a mailing refuses.
 */
export async function mailPiece(ctx: Ctx, input: MailedPieceInput, { origin }: { origin: string }): Promise<{ id: number } | Refusal> {
  const made = await madeOf(ctx, input.piece, input.kind, origin);
  if (isRefusal(made)) return made;
  return draftMailing(ctx, { ...input, ...made, source: { type: 'piece', id: String(input.piece) } });
}

/** The letter that the piece makes now, in a mailing that was not sent yet: it is a draft again. */
export async function remailPiece(
  ctx: Ctx,
  input: { mailing: number; version: number },
  { origin }: { origin: string },
): Promise<{ id: number } | Refusal> {
  const mailing = await mailingHere(ctx, input.mailing);
  if (mailing.source.type !== 'piece') return refuse('mailing.moved');
  const made = await madeOf(ctx, Number(mailing.source.id), mailing.kind as MailedPieceInput['kind'], origin);
  if (isRefusal(made)) return made;
  return reviseMailingOf(ctx, {
    mailing: mailing.id,
    version: input.version,
    title: mailing.title,
    kind: mailing.kind,
    purpose: mailing.purpose,
    segments: [...mailing.segments],
    excludedSegments: [...mailing.excludedSegments],
    excludedMailings: [...mailing.excludedMailings],
    letter: made.letter,
    contentSha256: made.contentSha256,
  });
}

async function madeOf(ctx: Ctx, id: number, kind: MailedPieceInput['kind'], origin: string) {
  const piece = await getPiece(ctx, id);
  authorize(ctx.actor, editorialPolicy, 'pieces.write', piece.unit);
  if ((await selectApprovedHash(ctx.db, piece.id)) !== piece.sha256) return refuse('mailing.piece_not_approved', {}, 'piece');
  const letter = await pieceLetter(ctx, piece, { why: kind, origin });
  return {
    title: piece.title.slice(0, 200),
    class: piece.class,
    contentSha256: piece.sha256,
    letter,
    viewPath: viewPathOf(piece),
    notBefore: piece.embargoUntil,
  };
}

import type { Ctx } from '#platform/ctx.ts';
import { openFiles } from '#platform/files/access.ts';
import { authorize } from '#platform/http/policy.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import { countedAsMailing, countLetter, draftMailing, mailingHere, reviseMailingOf, type Counting } from '#domains/channels/index.ts';
import { assetsOfPiece } from '../piece-html.ts';
import type { Piece } from '../piece.ts';
import { getPiece } from '../pieces.ts';
import { editorialPolicy } from '../policy.ts';
import { selectApprovedHash } from '../publications.queries.ts';
import { selectShownAssets } from '../shown-assets.queries.ts';
import { isMemoKind } from '../memos/memo.ts';
import { memoHindrance } from '../memos/hindrance.ts';
import { stops } from './letter-checks.ts';
import { letterDesk } from './letter-desk.ts';
import type { MailedPieceInput } from './letters.input.ts';
import { pieceLetter, viewPathOf } from './piece-letter.ts';

export interface LettersFrom {
  /** What addresses of the house begin with. */
  readonly origin: string;
  readonly counting: Counting;
}

/**
 * A mailing of an approved piece, as a draft: with the letter that the piece makes now, kept as it is. Refuses `mailing.piece_not_approved`,
 * `letter.stops` {count} when its checks say that something must be mended, and what a mailing refuses.
 */
export async function mailPiece(ctx: Ctx, input: MailedPieceInput, from: LettersFrom): Promise<{ id: number } | Refusal> {
  const made = await madeOf(ctx, input.piece, input.kind, from);
  if (isRefusal(made)) return made;
  const { countedAs, ...given } = made;
  const drafted = await draftMailing(ctx, { ...input, ...given, source: { type: 'piece', id: String(input.piece) } });
  if (!isRefusal(drafted)) await countedAsMailing(ctx, countedAs, drafted.id);
  return drafted;
}

/** The letter that the piece makes now, in a mailing that was not sent yet: it is a draft again. */
export async function remailPiece(
  ctx: Ctx,
  input: { mailing: number; version: number },
  from: LettersFrom,
): Promise<{ id: number } | Refusal> {
  const mailing = await mailingHere(ctx, input.mailing);
  if (mailing.source.type !== 'piece') return refuse('mailing.moved');
  const made = await madeOf(ctx, Number(mailing.source.id), mailing.kind as MailedPieceInput['kind'], from);
  if (isRefusal(made)) return made;
  const revised = await reviseMailingOf(ctx, {
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
  if (!isRefusal(revised)) await countedAsMailing(ctx, made.countedAs, revised.id);
  return revised;
}

async function madeOf(ctx: Ctx, id: number, kind: MailedPieceInput['kind'], { origin, counting }: LettersFrom) {
  const piece = await getPiece(ctx, id);
  authorize(ctx.actor, editorialPolicy, 'pieces.write', piece.unit);
  if ((await selectApprovedHash(ctx.db, piece.id)) !== piece.sha256) return refuse('mailing.piece_not_approved', {}, 'piece');
  const unsigned = isMemoKind(piece.kind) ? await memoHindrance(ctx, piece) : undefined;
  if (unsigned) return unsigned;
  const { checks } = await letterDesk(ctx, id, { why: kind, origin });
  const bad = stops(checks).length;
  if (bad > 0) return refuse('letter.stops', { count: bad }, 'piece');
  const written = await pieceLetter(ctx, piece, { why: kind, origin, counting });
  const { letter, countedAs } = await countLetter(ctx, written, { origin, counting });
  await openShown(ctx, piece);
  return {
    title: piece.title.slice(0, 200),
    class: piece.class,
    contentSha256: piece.sha256,
    letter,
    countedAs,
    viewPath: viewPathOf(piece),
    notBefore: piece.embargoUntil,
  };
}

/** What a public letter shows is asked for by programs that nobody signed in to. */
async function openShown(ctx: Ctx, piece: Piece): Promise<void> {
  if (piece.class !== 'public') return;
  const shown = [...(await selectShownAssets(ctx.db, assetsOfPiece(piece))).values()];
  await openFiles(
    ctx,
    shown.map(({ file }) => file),
  );
}

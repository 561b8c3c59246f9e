import type { Ctx } from '#platform/ctx.ts';
import { may } from '#platform/http/policy.ts';
import type { Letter, WhyWritten } from '#domains/channels/index.ts';
import { segmentOptions } from '#domains/audiences/index.ts';
import { checkPiece } from '../check-piece.ts';
import { intranetChannel, portalChannel } from '../publication.ts';
import { selectApprovedHash } from '../publications.queries.ts';
import { getPiece } from '../pieces.ts';
import { editorialPolicy } from '../policy.ts';
import type { Piece } from '../piece.ts';
import { letterChecks, sizeOf, type LetterCheck } from './letter-checks.ts';
import { knownAs, linksIn } from './letter-links.ts';
import { selectLooked, type LookedLink } from './links.queries.ts';
import { pieceLetter } from './piece-letter.ts';

export interface LetterDesk {
  readonly piece: Piece;
  readonly letter: Letter;
  readonly approved: boolean;
  readonly checks: readonly LetterCheck[];
  readonly links: readonly LookedLink[];
  /** Of the HTML, in bytes. */
  readonly size: number;
  readonly segments: readonly { readonly code: string; readonly name: string }[];
  readonly mayWrite: boolean;
}

/** All that is needed to look at a piece as a letter and to say whether it can leave so. */
export async function letterDesk(ctx: Ctx, id: number, { why, origin }: { why: WhyWritten; origin: string }): Promise<LetterDesk> {
  const piece = await getPiece(ctx, id);
  const [approvedHash, letter, { checks: found }, known] = await Promise.all([
    selectApprovedHash(ctx.db, piece.id),
    pieceLetter(ctx, piece, { why, origin }),
    checkPiece(ctx, piece),
    segmentOptions(ctx),
  ]);
  const links = await selectLooked(
    ctx.db,
    linksIn(letter.html).map((address) => knownAs(address, origin)),
  );
  const approved = approvedHash === piece.sha256;
  return {
    piece,
    letter,
    approved,
    checks: letterChecks({
      letter,
      why,
      piece,
      approved,
      segments: known.filter(({ code }) => piece.segments.includes(code)).map(({ name }) => name),
      wordless: found.filter(({ check }) => check === 'alt_text').flatMap((one) => one.found.filter((each) => !each.hint)).length,
      links,
      ownPath: `${why === 'internal' && piece.channels.includes(intranetChannel) ? '/intranet' : ''}/news/${piece.slug}`,
      alsoPage: piece.channels.some((channel) => channel === portalChannel || channel === intranetChannel) && holdsHoles(piece),
    }),
    links,
    size: sizeOf(letter),
    segments: known,
    mayWrite: may(ctx.actor, editorialPolicy['pieces.write'], piece.unit),
  };
}

/** Whether the piece itself holds personal fields, and not only its words for mail. */
const holdsHoles = ({ title, text, fields }: Piece) =>
  [title, text, ...Object.values(fields)].some((words) => typeof words === 'string' && words.includes('{{'));

import { todayOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { may } from '#platform/http/policy.ts';
import { isRefusal, NotFound, type Refusal } from '#platform/refusal.ts';
import { selectComments, type Comment } from './comments.queries.ts';
import { problemOf } from './decisions.ts';
import type { Piece } from './piece.ts';
import { pieceDifference, type PieceDifference } from './piece-difference.ts';
import { selectAuthors } from './pieces.queries.ts';
import { getPiece } from './pieces.ts';
import { editorialPolicy } from './policy.ts';
import { selectSteps } from './review.queries.ts';
import { selectApprovals, type Approval } from './approvals.queries.ts';
import type { Step } from './review.ts';
import { otherEyes } from './reviewers.ts';
import type { Reviewer } from './reviewers.queries.ts';
import { selectSuggestions, type Suggestion } from './suggestions.queries.ts';
import { selectVersion, selectVersionHeads, type VersionHead } from './versions.queries.ts';

/** The working copy, where versions are chosen by their numbers. */
export const workingCopy = 0;

/** A piece as its review shows it. */
export interface Reviewing {
  readonly piece: Piece;
  /** The newest first. */
  readonly versions: readonly VersionHead[];
  /** The numbers of the two compared; before is null when there is nothing earlier, after is `workingCopy` or a version. */
  readonly before: number | null;
  readonly after: number;
  readonly difference: PieceDifference;
  /** The steps of the newest round, in order. */
  readonly steps: readonly Step[];
  /** What was returned in any round, the newest first. */
  readonly returned: readonly Step[];
  readonly approvals: readonly Approval[];
  readonly authors: readonly { readonly id: string; readonly name: string }[];
  /** The step that the reader would decide, or the first that is asked; null when none is. */
  readonly step: Step | null;
  /** Why the reader does not decide it; null when he does, or when no step is asked. */
  readonly refusal: Refusal | null;
  /** Whoever may decide that step, the likeliest first. */
  readonly eyes: readonly Reviewer[];
  readonly comments: readonly Comment[];
  readonly suggestions: readonly Suggestion[];
  readonly writes: boolean;
  readonly reviews: boolean;
}

/**
 * All that the page of a review shows. Without numbers asked for, the last version against the one before, or what was written since
 * against the last version. @throws NotFound when a version is not there, or to who may not read the piece
 */
export async function reviewOf(
  ctx: Ctx,
  id: number,
  asked: { before?: number | undefined; after?: number | undefined } = {},
): Promise<Reviewing> {
  const piece = await getPiece(ctx, id);
  const [versions, all, approvals, authors, comments, suggestions] = await Promise.all([
    selectVersionHeads(ctx.db, id),
    todayOf(ctx).then((day) => selectSteps(ctx.db, id, day)),
    selectApprovals(ctx.db, id),
    selectAuthors(ctx.db, id),
    selectComments(ctx.db, id),
    selectSuggestions(ctx.db, id),
  ]);
  const after = asked.after ?? (versions[0]?.sha256 === piece.sha256 ? versions[0].number : workingCopy);
  const before = asked.before ?? versions.find(({ number }) => after === workingCopy || number < after)?.number ?? null;
  const [was, is] = await Promise.all([before === null ? null : said(ctx, piece, before), said(ctx, piece, after)]);
  const steps = all.filter(({ round }) => round === all[0]!.round);
  return {
    piece,
    versions,
    before,
    after,
    difference: pieceDifference(piece.kind, was, is),
    steps,
    returned: all.filter(({ state }) => state === 'returned'),
    approvals,
    authors,
    ...(await decisionOf(ctx, piece, steps)),
    comments,
    suggestions,
    writes: may(ctx.actor, editorialPolicy['pieces.write'], piece.unit),
    reviews: may(ctx.actor, editorialPolicy['pieces.review']),
  };
}

async function said(ctx: Ctx, piece: Piece, number: number) {
  if (number === workingCopy) return piece;
  const version = await selectVersion(ctx.db, piece.id, number);
  if (!version) throw new NotFound(`version ${number} of piece ${piece.id}`);
  return version;
}

async function decisionOf(ctx: Ctx, piece: Piece, steps: readonly Step[]): Promise<Pick<Reviewing, 'step' | 'refusal' | 'eyes'>> {
  const asked = piece.state === 'in_review' ? steps.filter(({ state }) => state === 'asked') : [];
  const judged = await Promise.all(asked.map(async (step) => ({ step, refusal: (await problemOf(ctx, piece, step)) ?? null })));
  const mine = judged.find(({ step, refusal }) => refusal === null && step.person === ctx.actor.id);
  const chosen = mine ?? judged.find(({ refusal }) => !isRefusal(refusal)) ?? judged[0];
  if (!chosen) return { step: null, refusal: null, eyes: [] };
  return { ...chosen, eyes: await otherEyes(ctx, piece, chosen.step.id) };
}

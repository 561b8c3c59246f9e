import { dayIn, daysBetween, addDays, type Day } from '#platform/clock/day.ts';
import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { refuse, isRefusal, type Refusal } from '#platform/refusal.ts';
import { institutionOf, nonWorkingDaysOf, noticesDone, notify, todayOf, zoneOf } from '#domains/organization/index.ts';
import { contentHash } from './content-hash.ts';
import { electionWindowOn } from './elections.ts';
import type { ReviewStep } from './kind.ts';
import { wallClock } from '#platform/clock/wall-clock.ts';
import { isSecret, pieceTopic, type Piece } from './piece.ts';
import { selectRenditions } from './pieces.queries.ts';
import { insertVersion, selectVersions } from './versions.queries.ts';
import { getPiece } from './pieces.ts';
import { pieceBelongs } from './piece-belongs.ts';
import { editorialPolicy } from './policy.ts';
import { noticeTitle, reviewPath, stepAsked } from './review.ts';
import type { SubmissionInput } from './review.input.ts';
import { insertRound, updateReviewed, voidOpenSteps, type NewStep } from './review.queries.ts';
import { dueDays, reviewWay } from './review-way.ts';
import { askedOf } from './reviewers.ts';
import { blockingChecks } from './check-piece.ts';
import { selectNames } from './beside-piece.queries.ts';
import { selectStepsNow } from './steps.ts';

export interface Submitted {
  readonly piece: number;
  readonly round: number;
  readonly version: number;
  readonly sha256: string;
}

/**
 * Sends a piece to review: its content becomes a version, its kind's steps become a round, and whoever comes first is asked. Refused
 * while a check that its kind blocks on is not passed. From here on nobody edits it until it is decided or withdrawn.
 */
export async function submitPiece(ctx: Ctx, input: SubmissionInput): Promise<Submitted | Refusal> {
  const piece = await getPiece(ctx, input.piece, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'pieces.write', piece.unit);
  const problem = await problemOf(ctx, piece);
  if (problem) return problem;
  const steps = await stepsOf(ctx, piece);
  if (isRefusal(steps)) return steps;

  const version = await versionOf(ctx, piece, input.note);
  const { round } = await insertRound(ctx.db, piece.id, version, steps, ctx.now);
  await updateReviewed(ctx.db, piece.id, { state: 'in_review', sha256: version.sha256, submittedAt: ctx.now, approvedAt: null });
  await notify(ctx, {
    to: steps.filter(({ position }) => position === 1).flatMap(({ person, standIn }) => [person, standIn]),
    kind: 'piece.submitted',
    facts: { title: noticeTitle(piece), who: ctx.actor.name },
    path: reviewPath(piece.id),
    subject: { type: 'piece', id: piece.id },
  });
  await ctx.tell({
    name: 'piece.submitted',
    subject: { type: 'piece', id: piece.id },
    before: { state: piece.state },
    after: { state: 'in_review', version: version.number, sha256: version.sha256, round },
    payload: { ...belongings(piece), round, days: await daysSince(ctx, piece.createdAt) },
    topics: reviewTopics(piece.id),
  });
  return { piece: piece.id, round, version: version.number, sha256: version.sha256 };
}

/** Takes a piece back from review, to go on writing. */
export async function withdrawFromReview(ctx: Ctx, input: { piece: number }): Promise<{ piece: number } | Refusal> {
  const piece = await getPiece(ctx, input.piece, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'pieces.write', piece.unit);
  if (piece.state !== 'in_review') return refuse('review.not_in_review');
  const asked = (await selectStepsNow(ctx, piece.id)).filter(({ state }) => state === 'asked');
  await voidOpenSteps(ctx.db, piece.id);
  await updateReviewed(ctx.db, piece.id, { state: 'draft' });
  await noticesDone(ctx, { kinds: stepAsked, subject: { type: 'piece', id: piece.id } });
  await notify(ctx, {
    to: asked.flatMap(({ person, standIn }) => [person, standIn]),
    kind: 'piece.review_withdrawn',
    facts: { title: noticeTitle(piece), who: ctx.actor.name },
    path: reviewPath(piece.id),
    subject: { type: 'piece', id: piece.id },
  });
  await ctx.tell({
    name: 'piece.review_withdrawn',
    subject: { type: 'piece', id: piece.id },
    before: { state: 'in_review' },
    after: { state: 'draft' },
    payload: belongings(piece),
    topics: reviewTopics(piece.id),
  });
  return { piece: piece.id };
}

export interface PlannedStep {
  readonly position: number;
  readonly step: ReviewStep;
  readonly personName: string;
  readonly dueAt: Date;
}

/** What would happen if a piece were submitted now: its steps with whom each would be asked of, and what stops it. */
export async function submissionOf(ctx: Ctx, piece: Piece): Promise<{ steps: PlannedStep[]; refusal: Refusal | null }> {
  const steps = await stepsOf(ctx, piece);
  const refusal = (await problemOf(ctx, piece)) ?? (isRefusal(steps) ? steps : null);
  if (isRefusal(steps)) return { steps: [], refusal };
  const names = await selectNames(
    ctx.db,
    steps.map(({ person }) => person),
  );
  return {
    steps: steps.map(({ position, step, person, dueAt }) => ({ position, step, dueAt, personName: names.get(person) ?? '' })),
    refusal,
  };
}

/** The steps that a piece would pass if it were submitted now, in positions. */
export async function wayOf(ctx: Ctx, piece: Piece): Promise<readonly (readonly ReviewStep[])[]> {
  const window = await electionWindowOn(ctx, piece.dueOn ?? (await todayOf(ctx)));
  return reviewWay(piece.kind, { legal: window?.kinds.includes(piece.kind) ?? false });
}

/** What measures need to know of a piece. */
export const belongings = (piece: Piece) => ({ unit: piece.unit, kind: piece.kind, request: piece.request, belongs: pieceBelongs(piece) });

export const reviewTopics = (piece: number): string[] => [pieceTopic(piece), 'pieces', 'calendar', 'reviews'];

export async function daysSince(ctx: Ctx, since: Date | null): Promise<number | null> {
  const zone = await zoneOf(ctx);
  return since && Math.max(0, daysBetween(dayIn(since, zone), dayIn(ctx.now, zone)));
}

const submittable: readonly Piece['state'][] = ['draft', 'expired', 'withdrawn'];

async function problemOf(ctx: Ctx, piece: Piece): Promise<Refusal | undefined> {
  if (piece.state === 'in_review') return refuse('review.already');
  if (!submittable.includes(piece.state)) return refuse('piece.not_a_draft');
  const blocking = await blockingChecks(ctx, piece);
  return blocking.length > 0 ? refuse('piece.blocked', { count: blocking.length }) : undefined;
}

async function stepsOf(ctx: Ctx, piece: Piece): Promise<NewStep[] | Refusal> {
  const way = await wayOf(ctx, piece);
  const due = await dueOf(ctx, piece, way.length);
  const steps: NewStep[] = [];
  for (const [at, position] of way.entries())
    for (const step of position) {
      const asked = await askedOf(ctx, piece, step);
      if (!asked) return refuse(isSecret(piece) ? 'piece.nobody_reads' : 'piece.nobody_approves');
      steps.push({ position: at + 1, step, ...asked, dueAt: due[at]! });
    }
  return steps;
}

/** Each position is due at the end of its day; the last one, when the piece has an hour to go out, at that hour. */
async function dueOf(ctx: Ctx, piece: Piece, positions: number): Promise<Date[]> {
  const { zone } = await institutionOf(ctx);
  const now = await todayOf(ctx);
  const nonWorking = await nonWorkingDaysOf(ctx, { from: now, to: addDays(now, 400), unit: piece.unit });
  const days: Day[] = dueDays(positions, { today: now, dueOn: piece.dueOn, nonWorking });
  const ends = days.map((day) => wallClock(`${day}T17:00`, zone));
  if (piece.publishAt && piece.publishAt > ctx.now) ends[positions - 1] = piece.publishAt;
  return ends;
}

/** The version that is reviewed: a new one, or the last when nothing changed since. */
async function versionOf(ctx: Ctx, piece: Piece, note: string): Promise<{ id: number; number: number; sha256: string }> {
  const renditions = await selectRenditions(ctx.db, piece.id);
  const sha256 = contentHash({ ...piece, renditions });
  const last = (await selectVersions(ctx.db, piece.id))[0];
  if (last?.sha256 === sha256 && note === '') return { id: last.id, number: last.number, sha256 };
  const made = await insertVersion(ctx.db, piece.id, { ...piece, sha256 }, ctx.actor.id, ctx.now, note);
  return { ...made, sha256 };
}

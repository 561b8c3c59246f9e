import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { noticesDone, notify, todayOf } from '#domains/organization/index.ts';
import { isMemoKind } from './memos/memo.ts';
import { askSignature } from './memos/signing.ts';
import type { Piece } from './piece.ts';
import { selectAuthors } from './pieces.queries.ts';
import { getPiece } from './pieces.ts';
import { editorialPolicy } from './policy.ts';
import { noticeTitle, reviewPath, stepAsked, type Step } from './review.ts';
import type { DecisionInput } from './review.input.ts';
import { selectPieceOfStep, updateDecision, updateReviewed, updateStepState } from './review.queries.ts';
import { insertApproval } from './approvals.queries.ts';
import { otherEyes } from './reviewers.ts';
import { decidesStep } from './reviewers.queries.ts';
import { moved, roundState, type RoundState } from './rounds.ts';
import { selectStepsNow } from './steps.ts';
import { belongings, daysSince, reviewTopics } from './submission.ts';

export interface Decided {
  readonly piece: number;
  readonly step: number;
  /** Where the round is now. */
  readonly round: RoundState;
  /** The approvals row, when this was the last step. */
  readonly approval: number | null;
}

/**
 * Passes a step or returns the piece with what to change and why. Only whom it was asked of, his stand-in, or who holds the step; nobody
 * who wrote or edited the piece, whatever his roles. When the last step passes, the approval names the version and its hash.
 */
export async function decideStep(ctx: Ctx, input: DecisionInput): Promise<Decided | Refusal> {
  const of = await selectPieceOfStep(ctx.db, input.step);
  if (of === undefined) throw new NotFound(`step ${input.step}`);
  const piece = await getPiece(ctx, of, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'pieces.review');
  const round = await selectStepsNow(ctx, piece.id);
  const step = round.find(({ id }) => id === input.step);
  if (step?.state !== 'asked' || piece.state !== 'in_review') return refuse('review.step_closed');
  if (step.sha256 !== piece.sha256 || (input.sha256 ?? step.sha256) !== step.sha256) return refuse('review.changed');
  const problem = await problemOf(ctx, piece, step);
  if (problem) return problem;
  if (input.decision === 'return' && input.note === '') return refuse('review.needs_note', {}, 'note');

  const after = moved(round, { move: input.decision, step: step.id })!;
  const person = ctx.actor.id!;
  await updateDecision(ctx.db, step.id, { state: after.find(({ id }) => id === step.id)!.state, by: person, note: input.note }, ctx.now);
  for (const one of after) {
    const was = round.find(({ id }) => id === one.id)!;
    if (one.id !== step.id && one.state !== was.state) await updateStepState(ctx.db, one.id, one.state, ctx.now);
  }
  await noticesDone(ctx, { kinds: stepAsked, subject: { type: 'piece', id: piece.id }, people: [step.person, step.standIn, person] });
  const decided = { piece, step, note: input.note, after, person };
  const state = roundState(after);
  const approval = state === 'passed' ? await approve(ctx, decided) : null;
  if (state === 'returned') await giveBack(ctx, decided);
  if (state === 'open') await goOn(ctx, decided, round);
  return { piece: piece.id, step: step.id, round: state, approval };
}

interface Decision {
  readonly piece: Piece;
  readonly step: Step;
  readonly note: string;
  readonly after: readonly Step[];
  readonly person: string;
}

/** Why somebody does not decide a step; undefined when he does. */
export async function problemOf(ctx: Ctx, piece: Piece, step: Step): Promise<Refusal | undefined> {
  const own = (await selectAuthors(ctx.db, piece.id)).some(({ id }) => id === ctx.actor.id);
  if (!own && ctx.actor.id !== null && (await decidesStep(ctx.db, step.id, ctx.actor.id, await todayOf(ctx)))) return undefined;
  const may = (await otherEyes(ctx, piece, step.id)).map(({ name }) => name);
  if (!own) return refuse('review.not_yours', { who: may[0] ?? step.personName ?? '' });
  return may.length > 0 ? refuse('piece.own_work', { who: may.join(', ') }) : refuse('piece.own_work_alone');
}

async function approve(ctx: Ctx, { piece, step, note, person }: Decision): Promise<number> {
  const approval = await insertApproval(ctx.db, { piece: piece.id, version: step.version, sha256: step.sha256, person, note }, ctx.now);
  await updateReviewed(ctx.db, piece.id, { state: 'approved', approvedAt: ctx.now });
  await tellAuthors(ctx, piece, 'piece.approved');
  if (isMemoKind(piece.kind)) await askSignature(ctx, { ...piece, kind: piece.kind });
  await ctx.tell({
    name: 'piece.approved',
    subject: { type: 'piece', id: piece.id },
    before: { state: 'in_review' },
    after: { state: 'approved', version: step.versionNumber, sha256: step.sha256 },
    payload: { ...belongings(piece), round: step.round, returns: piece.returns, days: await daysSince(ctx, piece.submittedAt) },
    topics: reviewTopics(piece.id),
  });
  return approval;
}

async function giveBack(ctx: Ctx, { piece, step }: Decision): Promise<void> {
  await updateReviewed(ctx.db, piece.id, { state: 'draft', returned: true });
  await tellAuthors(ctx, piece, 'piece.returned');
  await ctx.tell({
    name: 'piece.returned',
    subject: { type: 'piece', id: piece.id },
    before: { state: 'in_review' },
    after: { state: 'draft', step: step.step, version: step.versionNumber, sha256: step.sha256 },
    payload: {
      ...belongings(piece),
      step: step.step,
      round: step.round,
      returns: piece.returns + 1,
      days: await daysSince(ctx, step.askedAt),
    },
    topics: reviewTopics(piece.id),
  });
}

async function goOn(ctx: Ctx, { piece, step, after }: Decision, before: readonly Step[]): Promise<void> {
  const next = after.filter(({ id, state }) => state === 'asked' && before.find((one) => one.id === id)!.state === 'waiting');
  await notify(ctx, {
    to: next.flatMap(({ person, standIn }) => [person, standIn]),
    kind: 'piece.step_asked',
    facts: { title: noticeTitle(piece), who: ctx.actor.name },
    path: reviewPath(piece.id),
    subject: { type: 'piece', id: piece.id },
  });
  await ctx.tell({
    name: 'piece.step_passed',
    subject: { type: 'piece', id: piece.id },
    after: { step: step.step, version: step.versionNumber, sha256: step.sha256 },
    payload: { ...belongings(piece), step: step.step, round: step.round, days: await daysSince(ctx, step.askedAt) },
    topics: reviewTopics(piece.id),
  });
}

async function tellAuthors(ctx: Ctx, piece: Piece, kind: 'piece.approved' | 'piece.returned'): Promise<void> {
  const authors = await selectAuthors(ctx.db, piece.id);
  await notify(ctx, {
    to: [piece.owner, ...authors.map(({ id }) => id)],
    kind,
    facts: { title: noticeTitle(piece), who: ctx.actor.name },
    path: reviewPath(piece.id),
    subject: { type: 'piece', id: piece.id },
  });
}

import type { Ctx } from '#platform/ctx.ts';
import { currentAgreement, todayOf } from '#domains/organization/index.ts';
import type { ReviewStep } from './kind.ts';
import { isSecret, type Piece } from './piece.ts';
import { mayReadSecret } from './readers.ts';
import { selectDeciders, selectHolders, selectRequestUnit, selectStandIn, selectUnitCalled, type Reviewer } from './reviewers.queries.ts';

/** Whom a step is asked of: the dependency that knows, the person, and who stands in for him. */
export interface Asked {
  readonly unit: number | null;
  readonly person: string;
  readonly standIn: string | null;
}

/**
 * Whom a step of a piece is asked of; undefined when nobody of the house may decide it. A step whose own people are missing goes to
 * whoever approves, so that no piece is stuck; who wrote it is never asked, nor who may not read it.
 */
export async function askedOf(ctx: Ctx, piece: Piece, step: ReviewStep): Promise<Asked | undefined> {
  const unit = await unitOf(ctx, piece, step);
  const asked = { piece: piece.id, pieceUnit: piece.unit };
  const reviewer =
    (await first(ctx, piece, await selectHolders(ctx.db, { ...asked, step, unit }))) ??
    (await first(ctx, piece, await selectHolders(ctx.db, { ...asked, step: 'approval', unit: null })));
  return reviewer && { unit, person: reviewer.id, standIn: await selectStandIn(ctx.db, reviewer.id, await todayOf(ctx)) };
}

/** Whoever may decide a step and did not write the piece, in the order in which one would ask them. */
export async function otherEyes(ctx: Ctx, piece: Piece, step: number): Promise<Reviewer[]> {
  const deciders = (await selectDeciders(ctx.db, step, await todayOf(ctx))).filter(({ author }) => !author);
  if (!isSecret(piece)) return deciders;
  const may = await Promise.all(deciders.map(({ id }) => reads(ctx, piece, id)));
  return deciders.filter((_, at) => may[at]);
}

async function first(ctx: Ctx, piece: Piece, holders: readonly Reviewer[]): Promise<Reviewer | undefined> {
  for (const holder of holders) if (!holder.author && (await reads(ctx, piece, holder.id))) return holder;
  return undefined;
}

/** Whether a person may read a piece: with any role for what is not secret, else named and with an agreement in force. */
export async function reads(ctx: Ctx, piece: Piece, person: string): Promise<boolean> {
  if (!isSecret(piece)) return true;
  return (await currentAgreement(ctx, person)) !== null && mayReadSecret(ctx, piece, person);
}

// Each institution names its offices; these words are in the names of all those known to us (Ley 87 of 1993, Ley 152 of 1994).
const offices = { legal: '(juridic|legal)', planning: '(planeac|planific|planning)' };

async function unitOf(ctx: Ctx, piece: Piece, step: ReviewStep): Promise<number | null> {
  if (step === 'unit') return (piece.request && (await selectRequestUnit(ctx.db, piece.request))) ?? piece.unit;
  if (step === 'legal' || step === 'planning') return selectUnitCalled(ctx.db, offices[step]);
  return null;
}

import { once, type Ctx } from '#platform/ctx.ts';
import { may } from '#platform/http/policy.ts';
import { currentAgreement } from '#domains/organization/index.ts';
import { selectIsNamed, selectUnitOf } from './readers.queries.ts';
import { editorialPolicy } from './policy.ts';

/** Who looks at pieces: a person with his dependency, and whether his confidentiality agreement is in force. */
export interface Reader {
  readonly person: string | null;
  readonly unit: number | null;
  readonly agreed: boolean;
  /** Whether the office's pieces are his to read at all. */
  readonly reads: boolean;
  /** The system alone, which publishes and counts. */
  readonly everything: boolean;
}

/** Whoever reads what is public or internal and nothing else: for what others see, and for what is kept. */
export const anybody: Reader = { person: null, unit: null, agreed: false, reads: true, everything: false };

/**
 * The reader that an actor is. A key reads what is public or internal, whoever owns it: what is secret leaves the house by no machine.
 */
export function readerOf(ctx: Ctx): Promise<Reader> {
  return once(ctx, `reader ${ctx.actor.kind} ${ctx.actor.id}`, () => readerNow(ctx));
}

async function readerNow(ctx: Ctx): Promise<Reader> {
  const { actor } = ctx;
  const reads = may(actor, editorialPolicy['pieces.read']);
  if (actor.kind !== 'person' || actor.id === null)
    return { person: null, unit: null, agreed: false, reads, everything: actor.kind === 'system' };
  const [agreement, unit] = await Promise.all([currentAgreement(ctx, actor.id), selectUnitOf(ctx.db, actor.id)]);
  return { person: actor.id, unit, agreed: agreement !== null, reads, everything: false };
}

/** Whether somebody is among those who may read a secret piece, apart from his agreement. */
export function mayReadSecret(ctx: Ctx, piece: { id: number }, person: string): Promise<boolean> {
  return selectIsNamed(ctx.db, piece.id, person);
}

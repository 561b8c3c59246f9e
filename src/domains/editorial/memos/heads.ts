import type { Ctx } from '#platform/ctx.ts';
import { may } from '#platform/http/policy.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { Forbidden, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { todayOf } from '#domains/organization/index.ts';
import type { Piece } from '../piece.ts';
import { selectPiece } from '../pieces.queries.ts';
import { getPiece } from '../pieces.ts';
import { editorialPolicy } from '../policy.ts';
import { anybody } from '../readers.ts';
import { selectSignatory, selectToSign, type Signatory } from './heads.queries.ts';
import { isMemoKind, type MemoKind } from './memo.ts';

export interface MemoPiece extends Piece {
  readonly kind: MemoKind;
}

/** A memo that is being made, also to the head who will sign it, whatever his roles. @throws NotFound when it is no memo */
export async function memoPiece(ctx: Ctx, id: number, { lock = false } = {}): Promise<MemoPiece> {
  if (!Number.isSafeInteger(id)) throw new NotFound(`piece ${id}`);
  const open = await selectPiece(ctx.db, id, anybody, lock);
  const piece = open ?? (await getPiece(ctx, id, { lock }));
  if (!isMemoKind(piece.kind)) throw new NotFound(`memo of piece ${id}`);
  const reads = !open || may(ctx.actor, editorialPolicy['pieces.read']);
  if (!reads && !signsFor(await signatoryOf(ctx, piece.unit), ctx.actor.id)) throw new Forbidden('pieces.read');
  return piece as MemoPiece;
}

export async function signatoryOf(ctx: Ctx, unit: number): Promise<Signatory> {
  const found = await selectSignatory(ctx.db, unit, await todayOf(ctx));
  if (!found) throw new NotFound(`unit ${unit}`);
  return found;
}

/** Whether somebody signs for a dependency today: its head, or who stands in for him. */
export const signsFor = ({ head, standIn }: Signatory, person: string | null): boolean =>
  person !== null && (person === head || person === standIn);

/** As what somebody signs; a stand-in signs with «(E)», as who acts for another does. Refused when he is neither. */
export function postOf(signatory: Signatory, person: string): { post: string; actingFor: string | null } | Refusal {
  const { head, headName, headPost, unitName, standInName } = signatory;
  if (head === null) return refuse('memo.no_head', { unit: unitName });
  if (!signsFor(signatory, person))
    return standInName === null
      ? refuse('memo.not_head', { unit: unitName, who: headName ?? '' })
      : refuse('memo.not_head_nor_stand_in', { unit: unitName, who: headName ?? '', other: standInName });
  const post = headPost || say('es')('memos.head_of', { unit: unitName });
  return person === head ? { post, actingFor: null } : { post: `${post} (E)`, actingFor: head };
}

/** What waits for the actor's signature. */
export async function memosToSign(ctx: Ctx) {
  return ctx.actor.kind === 'person' && ctx.actor.id ? selectToSign(ctx.db, ctx.actor.id, await todayOf(ctx)) : [];
}

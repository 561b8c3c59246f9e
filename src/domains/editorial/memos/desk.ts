import type { Ctx } from '#platform/ctx.ts';
import { may } from '#platform/http/policy.ts';
import { proofsOf } from '#domains/organization/index.ts';
import { editorialPolicy } from '../policy.ts';
import { intranetChannel } from '../publication.ts';
import { renderPiece } from '../rendering.ts';
import { selectApprovedHash } from '../publications.queries.ts';
import { addressingOf } from './addressing.ts';
import { memoPiece, signatoryOf, signsFor, type MemoPiece } from './heads.ts';
import { selectMemosOf } from './memos.queries.ts';
import { labelOf } from './signing.ts';
import { yearOf } from './series.ts';
import { selectSeries, selectSeriesFor } from './series.queries.ts';

/** All that is needed to lead a memo from its approval to whoever reads it. */
export async function memoDesk(ctx: Ctx, id: number) {
  const piece = await memoPiece(ctx, id);
  const { actor } = ctx;
  const year = await yearOf(ctx);
  const [approved, signatory, to, memos, series, all, proofs] = await Promise.all([
    selectApprovedHash(ctx.db, id),
    signatoryOf(ctx, piece.unit),
    addressingOf(ctx, id),
    selectMemosOf(ctx.db, id),
    selectSeriesFor(ctx.db, piece.kind, piece.unit),
    selectSeries(ctx.db, year),
    actor.kind === 'person' && actor.id ? proofsOf(ctx, actor.id) : { code: false, passkey: false },
  ]);
  const signed = memos.find(({ state }) => state === 'signed') ?? null;
  const sent = memos.find(({ state }) => state === 'sent') ?? null;
  const signs = signsFor(signatory, actor.id);
  const publishes = may(actor, editorialPolicy['pieces.publish'], piece.unit);
  return {
    piece,
    approved: approved === piece.sha256,
    signatory,
    to,
    memos,
    signed,
    sent,
    /** The number that the next signature gets, unless another comes before it. */
    next: series ? labelOf(series.prefix, (all.find((one) => one.id === series.id)?.last ?? 0) + 1, year) : null,
    proofs,
    signs,
    addresses: signed === null && (signs || may(actor, editorialPolicy['pieces.write'], piece.unit)),
    sends: signed !== null && (publishes || signed.signedBy === actor.id),
    annuls: signed !== null && (publishes || signs || signed.signedBy === actor.id),
  };
}

/** What a memo says, as the intranet will show it. */
export async function memoText(ctx: Ctx, piece: MemoPiece): Promise<string> {
  return (await renderPiece(ctx, piece, [intranetChannel]))[intranetChannel]!.html;
}

export type MemoDesk = Awaited<ReturnType<typeof memoDesk>>;

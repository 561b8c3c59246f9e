import type { Ctx } from '#platform/ctx.ts';
import { may } from '#platform/http/policy.ts';
import { proofsOf } from '#domains/organization/index.ts';
import { editorialPolicy } from '../policy.ts';
import { intranetChannel } from '../publication.ts';
import { renderPiece } from '../rendering.ts';
import { selectApprovedHash } from '../publications.queries.ts';
import { addressingOf } from './addressing.ts';
import type { Addressing } from './addressing.queries.ts';
import { memoPiece, signatoryOf, signsFor, type MemoPiece } from './heads.ts';
import type { Memo } from './memo.ts';
import { selectMemosOf } from './memos.queries.ts';
import { labelOf } from './signing.ts';
import { yearOf } from './series.ts';
import { selectSeries, selectSeriesFor } from './series.queries.ts';

/** All that is needed to lead a memo from its approval to whoever reads it. */
export async function memoDesk(ctx: Ctx, id: number) {
  const piece = await memoPiece(ctx, id);
  const { actor } = ctx;
  const year = await yearOf(ctx);
  const [signatory, memos] = await Promise.all([signatoryOf(ctx, piece.unit), selectMemosOf(ctx.db, id)]);
  const signed = memos.find(({ state }) => state === 'signed') ?? null;
  const [approved, to, series, all, proofs] = await Promise.all([
    selectApprovedHash(ctx.db, id),
    addressingOf(ctx, id, signed?.signedBy ?? signatory.standIn ?? signatory.head),
    selectSeriesFor(ctx.db, piece.kind, piece.unit),
    selectSeries(ctx.db, year),
    actor.kind === 'person' && actor.id ? proofsOf(ctx, actor.id) : { code: false, passkey: false },
  ]);
  const sent = memos.find(({ state }) => state === 'sent') ?? null;
  const signs = signsFor(signatory, actor.id);
  const out = sent?.sha256 === piece.sha256;
  const said = signed ?? (out ? sent : null);
  const publishes = may(actor, editorialPolicy['pieces.publish'], piece.unit);
  return {
    piece,
    approved: approved === piece.sha256,
    signatory,
    /** What is signed says it for ever; before that, as it would be now. */
    to: said ? { ...to, ...sentTo(said) } : to,
    memos,
    signed,
    sent,
    /** The number that the next signature gets, unless another comes before it. */
    next: series ? labelOf(series.prefix, (all.find((one) => one.id === series.id)?.last ?? 0) + 1, year) : null,
    proofs,
    signs,
    addresses: signed === null && !out && (signs || may(actor, editorialPolicy['pieces.write'], piece.unit)),
    sends: signed !== null && (publishes || signed.signedBy === actor.id),
    annuls: signed !== null && (publishes || signs || signed.signedBy === actor.id),
  };
}

/** What a memo says, as the intranet will show it. */
export async function memoText(ctx: Ctx, piece: MemoPiece): Promise<string> {
  return (await renderPiece(ctx, piece, [intranetChannel]))[intranetChannel]!.html;
}

export type MemoDesk = Awaited<ReturnType<typeof memoDesk>>;

const sentTo = ({ units, below, headsOnly, remindAfter, remindTimes }: Memo): Addressing => ({
  units,
  below,
  headsOnly,
  remindAfter,
  remindTimes,
});

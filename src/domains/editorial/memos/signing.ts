import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { Forbidden, isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import { noticesDone, notify, type ProofMeans } from '#domains/organization/index.ts';
import { pieceBelongs } from '../piece-belongs.ts';
import { pieceTopic } from '../piece.ts';
import { selectAuthors } from '../pieces.queries.ts';
import { editorialPolicy } from '../policy.ts';
import { noticeTitle } from '../review.ts';
import { addressingOf } from './addressing.ts';
import { memoPiece, postOf, signatoryOf, type MemoPiece } from './heads.ts';
import { memoTopic } from './memo.ts';
import type { MemoSignatureInput } from './memos.input.ts';
import { selectMemosOf } from './memos.queries.ts';
import { freshCode, sealOf, type Sealed } from './seal.ts';
import { yearOf } from './series.ts';
import { selectSeriesFor, takeNumber } from './series.queries.ts';
import { insertMemo, selectApprovedVersion } from './signing.queries.ts';

export const memoPath = (piece: number): string => `/workspace/pieces/${piece}/memo`;

export interface SignedMemo {
  readonly id: number;
  readonly label: string;
  readonly code: string;
}

/**
 * The head of the dependency, or who stands in for him, signs what somebody else approved: it gets its number, in this transaction and
 * no other, so that a series has no holes. `prove` asks again for his second factor. Refuses `memo.not_head`, `memo.no_head`,
 * `memo.not_approved`, `memo.changed`, `memo.already` {label}, `memo.nobody`, `memo.no_series`, and what `prove` refuses.
 */
export async function signMemo(
  ctx: Ctx,
  input: MemoSignatureInput,
  prove: (ctx: Ctx) => Promise<ProofMeans | Refusal>,
): Promise<SignedMemo | Refusal> {
  const { actor } = ctx;
  authorize(actor, editorialPolicy, 'memos.sign');
  if (actor.kind !== 'person' || actor.id === null) throw new Forbidden('memos.sign');
  const piece = await memoPiece(ctx, input.piece, { lock: true });
  const as = postOf(await signatoryOf(ctx, piece.unit), actor.id);
  if (isRefusal(as)) return as;
  const version = await selectApprovedVersion(ctx.db, piece.id, piece.sha256);
  if (version === undefined || !['approved', 'published', 'expired'].includes(piece.state)) return refuse('memo.not_approved');
  if (input.sha256 !== piece.sha256) return refuse('memo.changed');
  const before = (await selectMemosOf(ctx.db, piece.id)).find(
    ({ state, sha256 }) => (state === 'signed' || state === 'sent') && sha256 === piece.sha256,
  );
  if (before) return refuse('memo.already', { label: before.label });
  const { people, ...to } = await addressingOf(ctx, piece.id, actor.id);
  if (people === 0) return refuse('memo.nobody');
  const series = await selectSeriesFor(ctx.db, piece.kind, piece.unit);
  if (!series) return refuse('memo.no_series', { unit: piece.unitName });

  const means = await prove(ctx);
  if (isRefusal(means)) return means;
  const year = await yearOf(ctx);
  const number = await takeNumber(ctx.db, series.id, year);
  const signed: Sealed = {
    sha256: piece.sha256,
    kind: piece.kind,
    class: piece.class,
    series: series.id,
    year,
    number,
    label: labelOf(series.prefix, number, year),
    unit: piece.unit,
    signedBy: actor.id,
    signedName: actor.name,
    ...as,
    means,
    signedAt: ctx.now,
    units: to.units,
    below: to.below,
    headsOnly: to.headsOnly,
  };
  const code = freshCode();
  const seal = sealOf(signed);
  const id = await insertMemo(ctx.db, { ...signed, ...to, piece: piece.id, version, seal, code });
  await tellSigned(ctx, piece, { ...signed, id, seal });
  return { id, label: signed.label, code };
}

/** «Circular 014 de 2026». What an institution says is in Spanish, whoever reads it. */
export const labelOf = (prefix: string, number: number, year: number): string => `${prefix} ${String(number).padStart(3, '0')} de ${year}`;

async function tellSigned(ctx: Ctx, piece: MemoPiece, memo: Sealed & { id: number; seal: string }): Promise<void> {
  await noticesDone(ctx, { kinds: ['memo.to_sign'], subject: { type: 'piece', id: piece.id } });
  await notify(ctx, {
    to: [piece.owner, ...(await selectAuthors(ctx.db, piece.id)).map(({ id }) => id)],
    kind: 'memo.signed',
    facts: { title: noticeTitle(piece), label: memo.label, who: ctx.actor.name },
    path: memoPath(piece.id),
    subject: { type: 'piece', id: piece.id },
  });
  await ctx.tell({
    name: 'memo.signed',
    subject: { type: 'memo', id: memo.id },
    after: { label: memo.label, sha256: memo.sha256, post: memo.post, actingFor: memo.actingFor, means: memo.means, seal: memo.seal },
    payload: { piece: piece.id, belongs: pieceBelongs(piece) },
    topics: [memoTopic(memo.id), 'memos', pieceTopic(piece.id)],
  });
}

/** Somebody approved a memo: its head is told that it waits for his signature. */
export async function askSignature(ctx: Ctx, piece: MemoPiece): Promise<void> {
  const { head, standIn } = await signatoryOf(ctx, piece.unit);
  await notify(ctx, {
    to: [head, standIn],
    kind: 'memo.to_sign',
    facts: { title: noticeTitle(piece), kind: piece.kind },
    path: memoPath(piece.id),
    subject: { type: 'piece', id: piece.id },
  });
}

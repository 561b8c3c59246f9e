import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { isRefusal, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { same } from '#platform/stale.ts';
import { pieceTopic } from './piece.ts';
import { insertVersion, type PieceVersion } from './versions.queries.ts';
import { getPiece, savePiece, type Saved } from './pieces.ts';
import { editorialPolicy } from './policy.ts';
import { selectVersion, selectVersionHeads, type VersionHead } from './versions.queries.ts';

export type { PieceVersion, VersionHead };

/** The versions of a piece, the newest first, without what they say. @throws NotFound to who may not read it */
export async function listPieceVersions(ctx: Ctx, piece: number): Promise<VersionHead[]> {
  await getPiece(ctx, piece);
  return selectVersionHeads(ctx.db, piece);
}

/** What a version says. @throws NotFound */
export async function getPieceVersion(ctx: Ctx, piece: number, number: number): Promise<PieceVersion> {
  await getPiece(ctx, piece);
  const version = await selectVersion(ctx.db, piece, number);
  if (!version) throw new NotFound(`version ${number} of piece ${piece}`);
  return version;
}

/** Keeps what a piece says now as a version with a name, to come back to. */
export async function keepPieceVersion(ctx: Ctx, input: { piece: number; note: string }): Promise<{ number: number } | Refusal> {
  const piece = await getPiece(ctx, input.piece, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'pieces.write', piece.unit);
  if (piece.state === 'discarded') return refuse('piece.discarded');
  const { number } = await insertVersion(ctx.db, piece.id, piece, ctx.actor.id, ctx.now, input.note);
  await ctx.tell({
    name: 'piece.version_kept',
    subject: { type: 'piece', id: piece.id },
    after: { version: number, sha256: piece.sha256 },
    topics: [pieceTopic(piece.id)],
  });
  return { number };
}

/** Makes what an earlier version said the working copy again. It is an edit as any other: an approval ends by it, and nothing is lost. */
export async function restorePieceVersion(ctx: Ctx, input: { piece: number; number: number }): Promise<Saved | Refusal> {
  const piece = await getPiece(ctx, input.piece, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'pieces.write', piece.unit);
  const version = await getPieceVersion(ctx, input.piece, input.number);
  const { title, fields, body } = version;
  if (same({ title, fields, body }, { title: piece.title, fields: piece.fields, body: piece.body }))
    return refuse('piece.same_as_version', { number: input.number });
  const saved = await savePiece(ctx, { piece: piece.id, revision: piece.revision, title, fields: { ...fields }, body });
  if (isRefusal(saved)) return saved;
  await ctx.tell({
    name: 'piece.version_restored',
    subject: { type: 'piece', id: piece.id },
    after: { version: input.number, sha256: saved.sha256 },
    topics: [pieceTopic(piece.id)],
  });
  return saved;
}

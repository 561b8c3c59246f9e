import { todayOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import type { PieceFilter } from './piece-list.input.ts';
import { countOpen, countPieces, selectPieces, type ListedPiece } from './piece-list.queries.ts';
import { isSecret } from './piece.ts';
import { editorialPolicy } from './policy.ts';
import { readerOf } from './readers.ts';

export const piecesAtOnce = 50;

/** Beyond so many, a list says that there are more. */
export const piecesCounted = 2_000;

/** A page of the pieces that an actor may read, with how many there are (up to one more than `piecesCounted`) and how it stands. */
export async function listPieces(ctx: Ctx, filter: PieceFilter) {
  authorize(ctx.actor, editorialPolicy, 'pieces.read');
  const [reader, day] = await Promise.all([readerOf(ctx), todayOf(ctx)]);
  const [rows, found, counts] = await Promise.all([
    selectPieces(ctx.db, reader, filter, day, piecesAtOnce, (filter.page - 1) * piecesAtOnce),
    countPieces(ctx.db, reader, filter, day, piecesCounted + 1),
    countOpen(ctx.db, reader, day),
  ]);
  return { rows, found, counts, today: day };
}

/** The wanted pieces a batch at a time, for who takes them away: nothing secret leaves in a file. */
export async function* everyPiece(ctx: Ctx, filter: PieceFilter): AsyncGenerator<ListedPiece> {
  authorize(ctx.actor, editorialPolicy, 'pieces.read');
  const [reader, day] = await Promise.all([readerOf(ctx), todayOf(ctx)]);
  for (let at = 0; ; at += 1000) {
    const rows = await selectPieces(ctx.db, reader, filter, day, 1000, at);
    yield* rows.filter((piece) => !isSecret(piece));
    if (rows.length < 1000) return;
  }
}

export async function countOpenPieces(ctx: Ctx) {
  const [reader, day] = await Promise.all([readerOf(ctx), todayOf(ctx)]);
  return countOpen(ctx.db, reader, day);
}

import type { Ctx } from '#platform/ctx.ts';
import { readerOf } from './readers.ts';
import { selectPieceNames, selectStandInNames, selectWindowNames, type NamedPiece } from './review-subjects.queries.ts';

const numbers = (ids: readonly string[]) => ids.filter((id) => /^\d{1,15}$/.test(id)).map(Number);

/** What the audit log's subjects are called: of pieces, only those that whoever looks may read. */
export const editorialSubjects = {
  piece: async (ctx: Ctx, ids: readonly string[]): Promise<NamedPiece[]> => selectPieceNames(ctx.db, numbers(ids), await readerOf(ctx)),
  election_window: (ctx: Ctx, ids: readonly string[]): Promise<NamedPiece[]> => selectWindowNames(ctx.db, numbers(ids)),
  stand_in: (ctx: Ctx, ids: readonly string[]): Promise<NamedPiece[]> => selectStandInNames(ctx.db, numbers(ids)),
};

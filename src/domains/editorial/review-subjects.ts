import type { Ctx } from '#platform/ctx.ts';
import { anybody } from './readers.ts';
import { selectCampaignNames } from './campaigns.queries.ts';
import { selectLinkNames } from './request-links.queries.ts';
import { selectPieceNames, selectStandInNames, selectWindowNames, type NamedPiece } from './review-subjects.queries.ts';

const numbers = (ids: readonly string[]) => ids.filter((id) => /^\d{1,15}$/.test(id)).map(Number);

/** What the audit log's subjects are called. What is secret has its number alone, whoever looks: the log is taken away as a file. */
export const editorialSubjects = {
  piece: (ctx: Ctx, ids: readonly string[]): Promise<NamedPiece[]> => selectPieceNames(ctx.db, numbers(ids), anybody),
  election_window: (ctx: Ctx, ids: readonly string[]): Promise<NamedPiece[]> => selectWindowNames(ctx.db, numbers(ids)),
  /** By its number alone: what it is about may be secret. */
  request: (_: Ctx, ids: readonly string[]): Promise<NamedPiece[]> => Promise.resolve(ids.map((id) => ({ id, name: id }))),
  campaign: (ctx: Ctx, ids: readonly string[]): Promise<NamedPiece[]> => selectCampaignNames(ctx.db, numbers(ids)),
  request_link: (ctx: Ctx, ids: readonly string[]): Promise<NamedPiece[]> => selectLinkNames(ctx.db, numbers(ids)),
  stand_in: (ctx: Ctx, ids: readonly string[]): Promise<NamedPiece[]> => selectStandInNames(ctx.db, numbers(ids)),
};

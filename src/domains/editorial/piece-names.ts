import type { Ctx } from '#platform/ctx.ts';
import { may } from '#platform/http/policy.ts';
import {
  selectCampaignNames,
  selectPieceBelongings,
  selectPieceNames,
  selectPublicPieces,
  selectRequestNames,
  type PieceBelongings,
  type PublicPiece,
} from './piece-names.queries.ts';
import { editorialPolicy } from './policy.ts';
import { readerOf } from './readers.ts';

/** What pieces are called, to whoever may read them; the others are left out. */
export async function pieceNames(ctx: Ctx, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  return new Map((await selectPieceNames(ctx.db, await readerOf(ctx), ids)).map(({ id, title }) => [id, title]));
}

export async function campaignNames(ctx: Ctx, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (!may(ctx.actor, editorialPolicy['campaigns.read'])) return new Map();
  return new Map((await selectCampaignNames(ctx.db, ids)).map(({ id, name }) => [id, name]));
}

/** Only requests of what is public or internal have a name outside the desk. */
export async function requestNames(ctx: Ctx, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (!may(ctx.actor, editorialPolicy['requests.read_all'])) return new Map();
  return new Map((await selectRequestNames(ctx.db, ids)).map(({ id, title }) => [id, title]));
}

/** What the facts of these pieces belong to, whatever became of them. */
export async function belongingsOfPieces(ctx: Pick<Ctx, 'db'>, ids: readonly number[]): Promise<ReadonlyMap<number, PieceBelongings>> {
  return new Map((await selectPieceBelongings(ctx.db, ids)).map((piece) => [piece.piece, piece]));
}

/** What is out on the portal at these addresses, with what its views belong to. */
export function publicPieces(ctx: Pick<Ctx, 'db'>, slugs: readonly string[]): Promise<PublicPiece[]> {
  return selectPublicPieces(ctx.db, slugs);
}

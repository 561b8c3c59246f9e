import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { presenceTopic } from './piece.ts';
import { getPiece } from './pieces.ts';
import { rowId } from '#platform/http/fields.ts';
import { dropPresence, putPresence, selectPresences, wakePiece, type Present } from './presences.queries.ts';

export type { Present };

export const presenceInput = z.object({
  piece: rowId,
  /** The block in which he is: its id, `title` or `fields.<code>`; empty for none. */
  block: z
    .string()
    .max(80)
    .regex(/^[\w.-]*$/)
    .default(''),
  leaving: z.string().max(1).default(''),
});

/** Who else has a piece open. */
export async function presentIn(ctx: Ctx, id: number): Promise<Present[]> {
  const piece = await getPiece(ctx, id);
  return selectPresences(ctx.db, piece.id, ctx.actor.id, ctx.now);
}

/** Says that somebody has a piece open, and where in it he is; who else has. It is kept in no log and lost with the server. */
export async function bePresent(ctx: Ctx, input: z.output<typeof presenceInput>): Promise<Present[]> {
  const piece = await getPiece(ctx, input.piece);
  if (ctx.actor.id !== null) {
    if (input.leaving) await dropPresence(ctx.db, piece.id, ctx.actor.id);
    const moved = input.leaving !== '' || (await putPresence(ctx.db, piece.id, ctx.actor.id, input.block, ctx.now));
    if (moved) await wakePiece(ctx.db, presenceTopic(piece.id));
  }
  return selectPresences(ctx.db, piece.id, ctx.actor.id, ctx.now);
}

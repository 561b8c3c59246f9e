import type { Ctx } from '#platform/ctx.ts';
import { kindOf } from './kinds.ts';
import type { Piece } from './piece.ts';

/** What of a piece stops it from being submitted, as its kind says: the codes of the checks it does not pass. */
export async function blockingChecks(_ctx: Ctx, piece: Piece): Promise<readonly string[]> {
  const { fields } = kindOf(piece.kind);
  const missing = fields.some(({ code, required }) => required && (piece.fields[code] ?? '') === '');
  return missing ? ['missing_field'] : [];
}

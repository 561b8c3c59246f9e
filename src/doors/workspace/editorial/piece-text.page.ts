import { getPiece, savePiece, writtenPieceInput } from '#domains/editorial/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import { jsonOf } from './from-json.ts';
import { heldOf } from './held.ts';

const kept = { headers: { 'cache-control': 'private, no-store' } };

/** What the house holds of a piece, for the desk: 204 when that is no later than `?after=<revision>`. */
export const loader = load(async ({ ctx, params, url, visit }) => {
  const piece = await getPiece(ctx, Number(params.piece));
  if (piece.revision <= Number(url.searchParams.get('after') ?? 0)) return new Response(null, { status: 204 });
  return Response.json(heldOf(piece, visit.actor.name), kept);
});

/** Saves what was written: `{revision, title, fields, body, was?}` as JSON. */
export const action = act(async ({ request, perform, params, visit }) => {
  const written = await jsonOf(request);
  const input = isRefusal(written) ? written : parse(writtenPieceInput, { ...written, piece: params.piece });
  const saved = isRefusal(input) ? input : await perform((ctx) => savePiece(ctx, input));
  if (isRefusal(saved)) return Response.json({ refusal: firstOf(saved) }, { ...kept, status: 422 });
  return Response.json({ ...saved, savedAt: visit.now }, kept);
});

/** Of several problems the first: the desk says one thing at a time. */
const firstOf = (refusal: { refused: string; problems?: Readonly<Record<string, unknown>> }) =>
  Object.values(refusal.problems ?? {})[0] ?? refusal;

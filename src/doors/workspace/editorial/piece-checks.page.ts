import { besideLines, checkPiece, contentInput, getPiece, readBody } from '#domains/editorial/index.ts';
import { parse } from '#platform/http/form.ts';
import { act } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import { reading } from '#platform/http/visit.ts';
import { jsonOf } from './from-json.ts';
import { checkedOf } from './held.ts';

const kept = { headers: { 'cache-control': 'private, no-store' } };

/** Looks at a text that is being written, which nothing of the house keeps: `{title, fields, body}` as JSON. */
export const action = act(async ({ request, params, visit }) => {
  const ctx = reading(visit);
  const piece = await getPiece(ctx, Number(params.piece));
  const written = await jsonOf(request);
  const content = isRefusal(written) ? written : parse(contentInput, written);
  const body = isRefusal(content) ? content : readBody(content.body);
  if (isRefusal(content) || isRefusal(body))
    return Response.json({ refusal: isRefusal(content) ? content : body }, { ...kept, status: 422 });
  const text = { ...content, body, state: piece.state };
  const [checked, lines] = await Promise.all([checkPiece(ctx, piece, text), besideLines(ctx, piece)]);
  return Response.json(checkedOf(checked, text, lines), kept);
});

import { bePresent, presenceInput, presentIn } from '#domains/editorial/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import { jsonOf } from './from-json.ts';

const kept = { headers: { 'cache-control': 'private, no-store' } };

/** Who else has the piece open. */
export const loader = load(async ({ ctx, params }) => Response.json({ others: await presentIn(ctx, Number(params.piece)) }, kept));

/** Says in which block one is, and whether one leaves. */
export const action = act(async ({ request, perform, params }) => {
  const said = await jsonOf(request);
  const input = isRefusal(said) ? said : parse(presenceInput, { ...said, piece: params.piece });
  const others = isRefusal(input) ? input : await perform((ctx) => bePresent(ctx, input));
  return isRefusal(others) ? others : Response.json({ others }, kept);
});

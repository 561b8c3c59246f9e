import { todayOf } from '#domains/organization/index.ts';
import { assetFilterInput, assetLimits, assetsById, listAssets } from '#domains/editorial/index.ts';
import { act, load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { isRefusal } from '#platform/refusal.ts';
import { shownAsset } from './shown-asset.ts';
import { takeIn } from './take-in.ts';

const kept = { headers: { 'cache-control': 'private, no-store' } };

/** What a picker shows: `?q=&kind=&after=` → `{assets, next}`, or `?ids=3,8` → those of them that are there. */
export const loader = load(async ({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const today = await todayOf(ctx);
  const asked = url.searchParams.get('ids');
  if (asked !== null) {
    const ids = asked.split(',').map(Number).filter(Number.isSafeInteger).slice(0, 200);
    const found = [...(await assetsById(ctx, ids)).values()];
    return Response.json({ assets: found.map((asset) => shownAsset(asset, today, say)), next: null }, kept);
  }
  const { assets, next } = await listAssets(ctx, assetFilterInput.parse(Object.fromEntries(url.searchParams)), 24);
  return Response.json({ assets: assets.map((asset) => shownAsset(asset, today, say)), next }, kept);
});

/** Files of a form (any field), with the `piece` being written → `{taken: [{name, asset, alike} | {name, refusal}]}`; 422 when none came in. */
export const action = act(
  async ({ typed, perform, visit }) => {
    const taken = await takeIn(visit, typed, perform);
    if (isRefusal(taken)) return taken;
    return Response.json({ taken }, { ...kept, status: taken.some(({ asset }) => asset) ? 201 : 422 });
  },
  { file: assetLimits.media },
);

import { load } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';
import { feedAnswer, feedForms, feedOf } from './feed.ts';
import { feedWriters } from './forms.ts';

/** `/feed.rss`, `/feed.atom`, `/feed.json`, and `/feeds/:kind/rss` and so on. */
export const loader = load(async ({ ctx, visit, url, params }) => {
  const form = feedForms.find((one) => one === (params.form ?? /^\/feed\.(\w+)$/.exec(url.pathname)?.[1]));
  if (!form) throw new NotFound(`feed ${url.pathname}`);
  const { write, type } = feedWriters[form];
  return feedAnswer(write(await feedOf(ctx, visit, url.pathname, params.kind)), type);
});

import { findRegions } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';

/** What a chooser of regions shows: `?q=` → `{regions: [{code, name}]}`. */
export const loader = load(({ url }) =>
  Response.json(
    { regions: findRegions(url.searchParams.get('q')?.slice(0, 100) ?? '').map(({ code, fullName: name }) => ({ code, name })) },
    { headers: { 'cache-control': 'public, max-age=86400' } },
  ),
);

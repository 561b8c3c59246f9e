import { load } from '#platform/http/page.ts';

export const loader = load(
  ({ visit }) =>
    new Response(
      `User-agent: *\nDisallow: /workspace\nDisallow: /intranet\nDisallow: /preferences\nDisallow: /search\nSitemap: ${visit.origin}/sitemap.xml\n`,
      { headers: { 'content-type': 'text/plain; charset=utf-8' } },
    ),
);

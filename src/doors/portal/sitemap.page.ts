import { countPublished } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';
import { sitemapPortion, xmlAnswer } from './sitemap.ts';

/** The index of the maps: that of the fixed pages and plans, and as many of news as there must be (sitemaps.org, protocol 0.9). */
export const loader = load(async ({ ctx, visit }) => {
  const portions = Math.ceil((await countPublished(ctx)) / sitemapPortion);
  const maps = ['pages', ...Array.from({ length: portions }, (_, at) => `news-${at + 1}`)];
  return xmlAnswer(
    'sitemapindex',
    maps.map((name) => `<sitemap><loc>${visit.origin}/sitemaps/${name}.xml</loc></sitemap>`),
  );
});

import { newsAddresses } from '#domains/editorial/index.ts';
import { publicDocument, publicPlans } from '#domains/plan/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { load } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';
import { sitemapPortion, xmlAnswer } from './sitemap.ts';

/** One map: `pages.xml`, or `news-1.xml` and so on. */
export const loader = load(async ({ ctx, visit, params }) => {
  const named = /^(pages|news-(\d{1,4}))\.xml$/.exec(params.part ?? '');
  if (!named) throw new NotFound(`sitemap ${params.part}`);
  const line = (path: string, changed?: Date) =>
    `<url><loc>${visit.origin}${path}</loc>${changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ''}</url>`;
  if (named[1] === 'pages')
    return xmlAnswer(
      'urlset',
      (await pagePaths(ctx)).map((path) => line(path)),
    );
  const news = await newsAddresses(ctx, sitemapPortion, (Number(named[2]) - 1) * sitemapPortion);
  if (news.length === 0) throw new NotFound(`sitemap ${params.part}`);
  return xmlAnswer(
    'urlset',
    news.map(({ slug, changedAt }) => line(`/news/${slug}`, new Date(changedAt))),
  );
});

async function pagePaths(ctx: Ctx): Promise<string[]> {
  const plans = await publicPlans(ctx);
  const inside = await Promise.all(
    plans.map(async ({ plan }) => {
      const { rows } = await publicDocument(ctx, plan.code);
      const indicators = rows.filter(({ kind }) => kind === 'indicator').map(({ item }) => `/plan/${plan.code}/indicators/${item}`);
      return ['', '/text', '/activities', '/versions', '/data'].map((end) => `/plan/${plan.code}${end}`).concat(indicators);
    }),
  );
  return ['/', '/news', '/press', '/accessibility', ...(plans.length > 0 ? ['/plan'] : []), ...inside.flat()];
}

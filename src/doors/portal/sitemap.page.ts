import { publicDocument, publicPlans } from '#domains/plan/index.ts';
import { load } from '#platform/http/page.ts';

/** Every public page (sitemaps.org, protocol 0.9). */
export const loader = load(async ({ ctx, visit }) => {
  const plans = await publicPlans(ctx);
  const inside = await Promise.all(
    plans.map(async ({ plan }) => {
      const { rows } = await publicDocument(ctx, plan.code);
      const indicators = rows.filter(({ kind }) => kind === 'indicator').map(({ item }) => `/plan/${plan.code}/indicators/${item}`);
      return [
        `/plan/${plan.code}`,
        `/plan/${plan.code}/text`,
        `/plan/${plan.code}/activities`,
        `/plan/${plan.code}/versions`,
        `/plan/${plan.code}/data`,
        ...indicators,
      ];
    }),
  );
  const addresses = ['/', '/accessibility', ...(plans.length > 0 ? ['/plan'] : []), ...inside.flat()];
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses
    .map((address) => `  <url><loc>${visit.origin}${address}</loc></url>`)
    .join('\n')}\n</urlset>\n`;
  return new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
});

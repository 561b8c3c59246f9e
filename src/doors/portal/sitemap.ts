/** At most 50,000 addresses in one map (sitemaps.org, protocol 0.9). */
export const sitemapPortion = 20_000;

export function xmlAnswer(root: 'sitemapindex' | 'urlset', lines: readonly string[]): Response {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines
    .map((line) => `  ${line}`)
    .join('\n')}\n</${root}>\n`;
  return new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
}

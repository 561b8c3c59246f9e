import type { PublicationPage } from '#domains/editorial/index.ts';

const news = new Set(['news', 'press_release', 'success_story', 'newsletter', 'speech']);

/**
 * What a search engine reads of it (schema.org NewsArticle and BreadcrumbList, JSON-LD 1.1). It is data, which no browser runs; `<` is
 * written so that nothing in it can end its element.
 */
export function structured(
  page: PublicationPage,
  address: string,
  origin: string,
  house: { readonly name: string; readonly logo: string | null; readonly news: string },
): string {
  const organization = {
    '@type': 'GovernmentOrganization',
    name: house.name,
    url: origin,
    ...(house.logo ? { logo: { '@type': 'ImageObject', url: house.logo } } : {}),
  };
  const graph = [
    {
      '@type': news.has(page.kind) ? 'NewsArticle' : 'Article',
      headline: page.title.slice(0, 110),
      ...(page.lead ? { description: page.lead } : {}),
      datePublished: new Date(page.publishedAt).toISOString(),
      dateModified: new Date(page.updatedAt ?? page.publishedAt).toISOString(),
      inLanguage: 'es-CO',
      isAccessibleForFree: true,
      mainEntityOfPage: address,
      wordCount: page.words,
      ...(page.topic ? { articleSection: page.topic } : {}),
      ...(page.image ? { image: [origin + page.image.src] } : {}),
      author: page.unitName ? { '@type': 'GovernmentOrganization', name: page.unitName, parentOrganization: organization } : organization,
      publisher: organization,
    },
    {
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: house.name, item: `${origin}/` },
        { '@type': 'ListItem', position: 2, name: house.news, item: `${origin}/news` },
        { '@type': 'ListItem', position: 3, name: page.title, item: address },
      ],
    },
  ];
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c');
}

import { useLoaderData } from 'react-router';
import { latestNews, publicationAt, relatedNews } from '#domains/editorial/index.ts';
import { institutionOf, regionName } from '#domains/organization/index.ts';
import { data, load, redirect } from '#platform/http/page.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { useWords } from '#ui/words.tsx';
import { Page } from '../page.tsx';
import { Article } from './article.tsx';
import { Gone } from './gone.tsx';
import { structured } from './structured.ts';

/** What is out; 301 where it moved to; 410 where it was; 404 where nothing ever was. */
export const loader = load(async ({ ctx, params, visit }) => {
  const slug = params.slug ?? '';
  const found = await publicationAt(ctx, slug);
  if (found.moved !== null) return redirect(`/news/${encodeURIComponent(found.moved)}`, 301);
  const { page } = found;
  if (page.state !== 'out') {
    const gone = { state: page.state, at: page.withdrawnAt, reason: page.reason, news: await latestNews(ctx, 5) };
    return data({ gone, story: null }, { status: 410 });
  }
  const address = `${visit.origin}/news/${page.slug}`;
  const { kind, name, emblem_file: emblem } = await institutionOf(ctx);
  const house = { name: `${kind} ${name}`.trim(), logo: emblem && `${visit.origin}/files/${emblem}`, news: say('es')('news.news') };
  const { text: _, ...shown } = page;
  return {
    gone: null,
    story: {
      ...shown,
      address,
      image: page.image,
      places: page.regions.map(regionName),
      social: page.image && { ...page.image, src: visit.origin + page.image.src },
      structured: structured(page, address, visit.origin, house),
      related: await relatedNews(ctx, page),
    },
  };
});

export default function Story() {
  const { gone, story } = useLoaderData<typeof loader>();
  const { say: words } = useWords();
  if (!story) return <Gone {...gone} />;
  return (
    <Page
      title={story.title}
      description={story.lead}
      crumbs={[
        { to: '/news', name: words('news.news') },
        ...(story.campaignCode ? [{ to: `/campaigns/${story.campaignCode}`, name: story.campaignName! }] : []),
      ]}
      here={story.title}
      image={story.social}
      article={{
        publishedAt: new Date(story.publishedAt),
        updatedAt: story.updatedAt && new Date(story.updatedAt),
        section: story.topic ?? words(`pieces.kind.${story.kind}`),
      }}
    >
      <Article shown={story} related={story.related} />
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: story.structured }} />
    </Page>
  );
}

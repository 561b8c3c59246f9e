import { useLoaderData, useSearchParams } from 'react-router';
import { portalChannel, previewPiece } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';
import { regionName } from '#domains/organization/index.ts';
import { Banner } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';
import { Page } from '../page.tsx';
import { Article } from './article.tsx';

/** How a piece will look on the portal, for who works on it: nobody without a session comes here, and nothing keeps it. */
export const loader = load(async ({ ctx, params }) => {
  if (!/^\d{1,15}$/.test(params.piece ?? '')) throw new NotFound(`piece ${params.piece}`);
  const { piece, shown } = await previewPiece(ctx, Number(params.piece), portalChannel);
  const { html, title, lead, topic, words, made } = shown;
  return {
    kind: piece.kind,
    html,
    title,
    lead,
    topic,
    words,
    made,
    image: shown.image && { ...shown.image, plate: shown.plate },
    unitName: piece.unitName,
    campaignCode: null,
    campaignName: null,
    places: piece.regions.map(regionName),
    publishedAt: null,
    updatedAt: null,
    address: null,
  };
});

export default function Preview() {
  const shown = useLoaderData<typeof loader>();
  const { say } = useWords();
  const framed = useSearchParams()[0].has('framed');
  return (
    <Page title={shown.title} className={framed ? 'framed-page' : undefined} unlisted>
      {!framed && <Banner>{say('news.preview')}</Banner>}
      <Article shown={shown} related={[]} />
    </Page>
  );
}

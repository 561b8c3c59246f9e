import { useLoaderData, useSearchParams } from 'react-router';
import { intranetChannel, previewPiece } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';
import { Banner } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';
import { HouseArticle } from './house-article.tsx';

/** How a piece will look in the intranet, for who works on it. */
export const loader = load(async ({ ctx, params }) => {
  const { piece, shown } = await previewPiece(ctx, Number(params.piece), intranetChannel);
  const { title, lead, html, words, image, plate } = shown;
  return { kind: piece.kind, unitName: piece.unitName, words, title, lead, html, image: image && { ...image, plate } };
});

export default function Preview() {
  const shown = useLoaderData<typeof loader>();
  const { say } = useWords();
  const framed = useSearchParams()[0].has('framed');
  return (
    <main className={framed ? 'floor framed-page' : 'floor'} id="contenido">
      <title>{`${shown.title} · ${say('intranet.title')}`}</title>
      {!framed && <Banner>{say('news.preview')}</Banner>}
      <HouseArticle shown={shown} />
    </main>
  );
}

import { Form, Link, useLoaderData } from 'react-router';
import { receive } from '#domains/channels/index.ts';
import { confirmedKinds, houseGone, housePage, type HouseGone } from '#domains/editorial/index.ts';
import { act, data, load, redirect } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { HouseArticle } from './house-article.tsx';

/** What is out inside the house; 410 where it was, 404 where nothing ever was. */
export const loader = load(async ({ ctx, params }) => {
  const slug = params.slug ?? '';
  const item = await housePage(ctx, { slug }).catch((cause: unknown) => {
    if (cause instanceof NotFound) return null;
    throw cause;
  });
  if (!item) return data({ item, asks: false, gone: await houseGone(ctx, slug) }, { status: 410 });
  return { item, asks: confirmedKinds.includes(item.kind), gone: null };
});

/** Whoever reads a memo or a circular says so. */
export const action = act(async ({ perform, params }) => {
  await perform(async (ctx) => receive(ctx, { dispatch: (await housePage(ctx, { slug: params.slug ?? '' })).dispatch, kind: 'confirmed' }));
  return redirect(`/intranet/news/${params.slug}`);
});

/** One thing that came out for whoever works here. */
export default function NewsItem() {
  const { item, asks, gone } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  if (!item) return <Gone gone={gone} />;
  return (
    <main className="floor" id="contenido">
      <title>{`${item.title} · ${say('intranet.title')}`}</title>
      <HouseArticle shown={item}>
        <p className="muted">{say('intranet.published', { at: format.instant(item.publishedAt) })}</p>
        {asks &&
          (item.confirmedAt ? (
            <p>{say('intranet.confirmed', { at: format.instant(item.confirmedAt) })}</p>
          ) : (
            <Form method="post" className="box">
              <p>{say('intranet.confirm_why')}</p>
              <button className="button primary">{say('intranet.confirm')}</button>
            </Form>
          ))}
      </HouseArticle>
    </main>
  );
}

/** Where something was: since when it is not, and why. None of its words are said again. */
function Gone({ gone: { state, at, reason } }: { gone: HouseGone }) {
  const { say, format } = useWords();
  const name = say(`news.${state}`);
  return (
    <main className="floor" id="contenido">
      <title>{`${name} · ${say('intranet.title')}`}</title>
      <header className="head">
        <h1>{name}</h1>
        <Voice sentence={say(`news.${state}.voice`, { at: at ? format.instant(at) : '' })} />
      </header>
      {reason && <p lang="es">{say('news.withdrawn.why', { reason })}</p>}
      <p>
        <Link to="/intranet/news">{say('intranet.news')}</Link>
      </p>
    </main>
  );
}

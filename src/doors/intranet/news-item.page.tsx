import { Link, useLoaderData } from 'react-router';
import { houseGone, housePage, isMemoKind, ownMemo, readMemo, type HouseGone } from '#domains/editorial/index.ts';
import { act, data, load, redirect } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { HouseArticle } from './house-article.tsx';
import { MemoFoot } from './memo-foot.tsx';

/** What is out inside the house; 410 where it was, 404 where nothing ever was. */
export const loader = load(async ({ ctx, params }) => {
  const slug = params.slug ?? '';
  const item = await housePage(ctx, { slug }).catch((cause: unknown) => {
    if (cause instanceof NotFound) return null;
    throw cause;
  });
  if (!item) return data({ item, memo: null, gone: await houseGone(ctx, slug) }, { status: 410 });
  return { item, memo: isMemoKind(item.kind) ? await ownMemo(ctx, item) : null, gone: null };
});

/** Whoever was sent a memo or a circular says that he read it and understood it. */
export const action = act(async ({ perform, params }) => {
  await perform(async (ctx) => readMemo(ctx, await housePage(ctx, { slug: params.slug ?? '' })));
  return redirect(`/intranet/news/${params.slug}`);
});

/** One thing that came out for whoever works here. */
export default function NewsItem() {
  const { item, memo, gone } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  if (!item) return <Gone gone={gone} />;
  return (
    <main className="floor" id="contenido">
      <title>{`${item.title} · ${say('intranet.title')}`}</title>
      <HouseArticle shown={item}>
        <p className="muted">{say('intranet.published', { at: format.instant(item.publishedAt) })}</p>
        {memo && <MemoFoot memo={memo} />}
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

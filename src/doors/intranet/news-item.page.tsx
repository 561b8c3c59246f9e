import { Link, useLoaderData } from 'react-router';
import { offersPush, pushKeys } from '#domains/channels/index.ts';
import { houseGone, housePage, isMemoKind, ownMemo, readMemo, type HouseGone } from '#domains/editorial/index.ts';
import { act, data, load, redirect } from '#platform/http/page.ts';
import { perform as performIn } from '#platform/http/visit.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import { PushForm } from '#ui/push-form.tsx';
import { PushOffer } from '#ui/push-offer.tsx';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { HouseArticle } from './house-article.tsx';
import { MemoFoot } from './memo-foot.tsx';

/** What is out inside the house; 410 where it was, 404 where nothing ever was. */
export const loader = load(async ({ ctx, params, url, visit }) => {
  const slug = params.slug ?? '';
  const item = await housePage(ctx, { slug }).catch((cause: unknown) => {
    if (cause instanceof NotFound) return null;
    throw cause;
  });
  if (!item) return data({ item, memo: null, pushKey: null, gone: await houseGone(ctx, slug) }, { status: 410 });
  const memo = isMemoKind(item.kind) ? await ownMemo(ctx, item) : null;
  // Who just said that he understood one may want to hear of the next at once.
  const offered = memo !== null && url.searchParams.has('understood') && (await offersPush(ctx, { wished: true }));
  const keys = offered ? await performIn(visit, pushKeys) : null;
  return { item, memo, pushKey: keys === null || isRefusal(keys) ? null : keys.publicKey, gone: null };
});

/** Whoever was sent a memo or a circular says that he read it and understood it. */
export const action = act(async ({ perform, params }) => {
  await perform(async (ctx) => readMemo(ctx, await housePage(ctx, { slug: params.slug ?? '' })));
  return redirect(`/intranet/news/${params.slug}?understood=yes`);
});

/** One thing that came out for whoever works here. */
export default function NewsItem() {
  const { item, memo, pushKey, gone } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  if (!item) return <Gone gone={gone} />;
  return (
    <main className="floor" id="contenido">
      <title>{`${item.title} · ${say('intranet.title')}`}</title>
      <HouseArticle shown={item}>
        <p className="muted">{say('intranet.published', { at: format.instant(item.publishedAt) })}</p>
        {memo && <MemoFoot memo={memo} />}
        {pushKey && <OfferedPush pushKey={pushKey} slug={item.slug} />}
      </HouseArticle>
    </main>
  );
}

/** Turned on or declined where one's notices are. */
function OfferedPush({ pushKey, slug }: { pushKey: string; slug: string }) {
  const { say } = useWords();
  const notices = '/workspace/notices';
  return (
    <PushOffer says={say('push.offer_memos')} action={notices} next={`/intranet/news/${slug}`}>
      <PushForm pushKey={pushKey} intent="push-on" action={notices} does={say('push.turn_on')} />
    </PushOffer>
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

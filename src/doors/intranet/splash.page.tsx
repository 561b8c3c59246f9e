import { Form, useLoaderData } from 'react-router';
import { receive } from '#domains/channels/index.ts';
import { housePage } from '#domains/editorial/index.ts';
import { localPath } from '#platform/http/local-path.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';
import { useWords } from '#ui/words.tsx';

const dispatchOf = (said: string | undefined) => {
  if (!/^\d{1,15}$/.test(said ?? '')) throw new NotFound(`splash ${said}`);
  return Number(said);
};

export const loader = load(async ({ ctx, params }) => ({ item: await housePage(ctx, { dispatch: dispatchOf(params.dispatch) }) }));

/** Closing it says that it was seen; it is not shown again. */
export const action = act(async ({ perform, params, url }) => {
  await perform(async (ctx) =>
    receive(ctx, { dispatch: (await housePage(ctx, { dispatch: dispatchOf(params.dispatch) })).dispatch, kind: 'seen' }),
  );
  return redirect(localPath(url.searchParams.get('then')) ?? '/intranet');
});

/** A notice at log-in: one thing to know before going on. */
export default function Splash() {
  const { item } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const link = typeof item.fields['link'] === 'string' ? item.fields['link'] : '';
  return (
    <main className="floor splash" id="contenido">
      <title>{`${item.title} · ${say('intranet.title')}`}</title>
      <article className="house-article" lang="es">
        <p className="muted">{[say('intranet.splash'), item.unitName].filter(Boolean).join(' · ')}</p>
        <h1>{item.title}</h1>
        {item.lead && <p className="lead">{item.lead}</p>}
        <div className="piece" dangerouslySetInnerHTML={{ __html: item.html }} />
        <Form method="post" className="actions">
          <button className="button primary">{say('intranet.splash_seen')}</button>
          {/^(https?:|\/)/.test(link) && (
            <a className="button" href={link}>
              {say('intranet.splash_more')}
            </a>
          )}
        </Form>
      </article>
    </main>
  );
}

import { Form, useLoaderData } from 'react-router';
import { addPlaylist, newPlaylistInput, screenGroupOptions } from '#domains/channels/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { PlaylistFields } from './playlist-fields.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [
    { name: say('screens.screens'), to: '/workspace/screens' },
    { name: say('screens.tab.playlists'), to: '/workspace/screens/playlists' },
    { name: say('screens.playlist_new') },
  ],
};

export const loader = load(async ({ ctx, url }) => ({ groups: await screenGroupOptions(ctx), group: url.searchParams.get('group') ?? '' }));

export const action = act(async ({ typed, command, visit }) => {
  const items = [{ kind: 'pieces' }];
  const done = await command(newPlaylistInput, { ...typed.fields, items }, (ctx, input) => addPlaylist(ctx, input, visit.app.slides));
  return isRefusal(done) ? done : redirect(`/workspace/screens/playlists/${done.id}`);
});

/** A playlist begins with what goes out by screens; what else it shows is said on its own page. */
export default function NewPlaylist() {
  const { groups, group } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <title>{`${say('screens.playlist_new')} · Pregón`}</title>
      <Head name={say('screens.playlist_new')} voice={say('screens.playlist_new_voice')} />
      <Form method="post" className="form card">
        <FormRefusal answer={answer} />
        <PlaylistFields answer={answer} groups={groups} chosen={[group]} />
        <p className="actions">
          <button className="button primary">{say('screens.playlist_add')}</button>
        </p>
      </Form>
    </main>
  );
}

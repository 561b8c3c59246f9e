import { Form, useLoaderData } from 'react-router';
import {
  channelsPolicy,
  editedPlaylistInput,
  editPlaylist,
  getPlaylist,
  itemNames,
  piecesOnScreens,
  playlistInput,
  removePlaylist,
  screenGroupOptions,
} from '#domains/channels/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Section } from '#ui/section.tsx';
import { SectionForm } from '#ui/section-form.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { editedItems } from './edited-items.ts';
import { PlaylistFields } from './playlist-fields.tsx';
import { AddItem, Items } from './playlist-items.tsx';
import { playlistWhen } from './playlist-when.ts';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ playlist }: Data, say: Say) => [
    { name: say('screens.screens'), to: '/workspace/screens' },
    { name: say('screens.tab.playlists'), to: '/workspace/screens/playlists' },
    { name: playlist.name },
  ],
};

export const loader = load(async ({ ctx, params, visit }) => {
  if (!/^\d{1,15}$/.test(params.playlist ?? '')) throw new NotFound(`playlist ${params.playlist}`);
  const playlist = await getPlaylist(ctx, Number(params.playlist));
  const { slides } = visit.app;
  const writes = may(visit.actor, channelsPolicy['playlists.write']);
  const [names, groups, pieces, supplied] = await Promise.all([
    itemNames(ctx, playlist.items, slides),
    screenGroupOptions(ctx),
    writes ? piecesOnScreens(ctx, { page: 1 }, 200).then(({ pieces: shown }) => shown) : [],
    writes ? Promise.all(slides.map(async ({ kind, choices }) => ({ kind, choices: await choices(ctx) }))) : [],
  ]);
  return {
    playlist: { ...playlist, changedAt: undefined },
    items: playlist.items.map((item, at) => ({ ...item, name: names[at] ?? null })),
    choices: [{ kind: 'piece' as const, choices: pieces.map(({ source, title }) => ({ ref: source.id, name: title })) }, ...supplied],
    groups,
    writes,
  };
});

export const action = act(async ({ typed, command, params, visit }) => {
  const given = { ...typed.fields, playlist: params.playlist };
  const done =
    typed.fields.intent === 'remove'
      ? await command(playlistInput, given, removePlaylist)
      : await command(editedPlaylistInput, { ...given, items: editedItems(typed.fields) }, (ctx, input) =>
          editPlaylist(ctx, input, visit.app.slides),
        );
  if (isRefusal(done)) return done;
  return redirect(typed.fields.intent === 'remove' ? '/workspace/screens/playlists' : `/workspace/screens/playlists/${params.playlist}`);
});

/** One playlist: what is seen and in which order, when and where. One form: each press keeps all of it. */
export default function PlaylistPage() {
  const { playlist, items, choices, groups, writes } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <title>{`${playlist.name} · ${say('screens.screens')} · Pregón`}</title>
      <Head
        name={playlist.name}
        voice={
          playlist.groups.length === 0
            ? say('screens.playlist_voice_nowhere')
            : say('screens.playlist_voice', { groups: format.list(playlist.groupNames), when: playlistWhen(playlist, say, format) })
        }
      />
      {writes ? (
        <Form method="post" className="two" key={playlist.version}>
          <div>
            <FormRefusal answer={answer} />
            <input type="hidden" name="version" value={playlist.version} />
            {/* Enter in a field keeps; it does not move the first thing of the list. */}
            <button className="sr" name="intent" value="keep" tabIndex={-1} aria-hidden="true" />
            <Section title={say('screens.playlist_items')} count={items.length || undefined}>
              <Items items={items} answer={answer} />
              <AddItem choices={choices} />
            </Section>
          </div>
          <aside>
            <Section title={say('screens.playlist_where')}>
              <div className="form">
                <PlaylistFields answer={answer} groups={groups} is={playlist} />
                <p className="actions">
                  <button className="button primary" name="intent" value="keep">
                    {say('screens.keep')}
                  </button>
                </p>
              </div>
            </Section>
          </aside>
        </Form>
      ) : (
        <Section title={say('screens.playlist_items')} count={items.length || undefined}>
          <Items items={items} fixed />
        </Section>
      )}
      {writes && (
        <SectionForm title={say('screens.playlist_remove')} intent="remove" does={say('screens.playlist_remove')} tone="grave">
          {() => null}
        </SectionForm>
      )}
    </main>
  );
}

import { Form, Link, useLoaderData } from 'react-router';
import {
  channelsPolicy,
  choosePieceGroups,
  pieceGroupsInput,
  piecesOnScreens,
  playlistsFilterInput,
  screenGroupOptions,
  screenPiecesAtOnce,
} from '#domains/channels/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal } from '#platform/refusal.ts';
import { brief } from '#ui/brief.ts';
import { Choices } from '#ui/choices.tsx';
import { FormRefusal } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { PageTurns, TakeAway } from '#ui/list-parts.tsx';
import { Empty } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { ScreenTabs } from './tabs.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('screens.screens'), to: '/workspace/screens' }, { name: say('screens.tab.pieces') }],
  topics: () => ['screen_program'],
};

export const loader = load(async ({ ctx, url, visit }) => {
  const filter = playlistsFilterInput.parse(Object.fromEntries(url.searchParams));
  const { pieces, total } = await piecesOnScreens(ctx, filter);
  return {
    pieces: pieces.map(({ source, ...piece }) => ({ ...piece, piece: source.type === 'piece' ? source.id : null })),
    total,
    page: filter.page,
    atOnce: screenPiecesAtOnce,
    filtered: Boolean(filter.q || filter.group),
    groups: await screenGroupOptions(ctx),
    writes: may(visit.actor, channelsPolicy['playlists.write']),
  };
});

export const action = act(async ({ typed, command }) => {
  const done = await command(pieceGroupsInput, typed.fields, choosePieceGroups);
  return isRefusal(done) ? done : redirect('/workspace/screens/pieces');
});

/** What is out by screens now, and on which groups. */
export default function PiecesOnScreens() {
  const { pieces, total, page, atOnce, filtered, groups, writes } = useLoaderData<typeof loader>();
  const { say, format, now } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <title>{`${say('screens.tab.pieces')} · ${say('screens.screens')} · Pregón`}</title>
      <Head name={say('screens.tab.pieces')} voice={say('screens.pieces_voice', { count: total })} />
      <ScreenTabs />
      <FormRefusal answer={answer} />
      <Filters
        search={say('screens.piece_find')}
        filters={[
          {
            name: 'group',
            label: say('screens.group'),
            all: say('screens.any'),
            options: groups.map(({ id, name }) => ({ value: String(id), label: name })),
          },
        ]}
      >
        <TakeAway from="/workspace/screens/pieces/export" />
      </Filters>
      {pieces.length === 0 ? (
        <Empty slim title={say(filtered ? 'screens.none_found' : 'screens.pieces_none')}>
          {say(filtered ? 'screens.none_found_how' : 'screens.pieces_none_how')}
        </Empty>
      ) : (
        <ul className="lines stacked">
          {pieces.map(({ dispatch, piece, title, deliveredAt, groups: own, groupNames }) => (
            <li key={dispatch} className="on-screen">
              <div className="what">
                <Link className="quiet" to={piece ? `/workspace/pieces/${piece}/publication` : `/workspace/dispatches/${dispatch}`}>
                  <b>{title}</b>
                </Link>
                <small>{`${own.length === 0 ? say('screens.everywhere') : format.list(groupNames)} · ${brief(format, deliveredAt, now)}`}</small>
              </div>
              {writes && groups.length > 0 && (
                <details className="choose-groups">
                  <summary className="button small">
                    {say('screens.choose_where')} <span className="sr">{title}</span>
                  </summary>
                  <Form method="post" className="form">
                    <input type="hidden" name="dispatch" value={dispatch} />
                    <Choices
                      name="groups"
                      legend={say('screens.groups')}
                      hint={say('screens.all_when_none')}
                      several
                      options={groups.map(({ id, name }) => ({ value: String(id), label: name }))}
                      chosen={own.map(String)}
                    />
                    <button className="button">{say('screens.keep')}</button>
                  </Form>
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
      <PageTurns page={page} atOnce={atOnce} shown={pieces.length} total={total} />
    </main>
  );
}

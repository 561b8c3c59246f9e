import { Link, useLoaderData } from 'react-router';
import {
  channelsPolicy,
  clashesIn,
  coverOf,
  editedGroupInput,
  editScreenGroup,
  getScreenGroup,
  groupInput,
  listScreens,
  removeScreenGroup,
} from '#domains/channels/index.ts';
import { peopleOptions } from '#domains/organization/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import { brief } from '#ui/brief.ts';
import { Head } from '#ui/head.tsx';
import { Banner, Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { SectionForm } from '#ui/section-form.tsx';
import { useWords } from '#ui/words.tsx';
import { comingOf, daysAhead } from './coming-windows.ts';
import { GroupFields } from './group-fields.tsx';
import { ScreenStateMark } from './screen-state.tsx';
import { Upcoming } from './upcoming.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ group }: Data, say: Say) => [
    { name: say('screens.screens'), to: '/workspace/screens' },
    { name: say('screens.groups'), to: '/workspace/screens/groups' },
    { name: group.name },
  ],
  topics: ({ group }: Data) => ['screens', 'playlists', `screen_group:${group.id}`],
};

export const loader = load(async ({ ctx, params, visit }) => {
  if (!/^\d{1,15}$/.test(params.group ?? '')) throw new NotFound(`screen group ${params.group}`);
  const group = await getScreenGroup(ctx, Number(params.group));
  const [{ playlists, coming, zone }, { screens }, cover] = await Promise.all([
    comingOf(ctx, group.id),
    listScreens(ctx, { group: group.id, page: 1 }),
    coverOf(ctx, group.id),
  ]);
  const writes = may(visit.actor, channelsPolicy['playlists.write']);
  return {
    group,
    coming,
    clashes: clashesIn(playlists, visit.now, daysAhead, zone).map(({ seen, hidden, at }) => ({ seen: seen.name, hidden: hidden.name, at })),
    cover: cover ? { title: cover.title, until: cover.until } : null,
    screens: screens.map(({ id, name, state, place }) => ({ id, name, state, place })),
    people: writes ? await peopleOptions(ctx) : [],
    writes,
    takesOver: may(visit.actor, channelsPolicy['screens.take_over']),
  };
});

export const action = act(async ({ typed, command, params }) => {
  const { intent, ...fields } = typed.fields;
  const given = { ...fields, group: params.group };
  const done =
    intent === 'remove' ? await command(groupInput, given, removeScreenGroup) : await command(editedGroupInput, given, editScreenGroup);
  return isRefusal(done) ? done : redirect(intent === 'remove' ? '/workspace/screens/groups' : `/workspace/screens/groups/${params.group}`);
});

/** A group: what its screens show now and later, where two playlists meet, and its screens. */
export default function GroupPage() {
  const { group, coming, clashes, cover, screens, people, writes, takesOver } = useLoaderData<typeof loader>();
  const { say, format, now } = useWords();
  const on = coming[0]?.playlist;
  const empty = coming.find(({ playlist }) => playlist === null);
  const voice = cover
    ? say('screens.group_voice_covered', { title: cover.title, until: brief(format, cover.until, now) })
    : screens.length === 0
      ? say('screens.group_voice_none')
      : on
        ? say('screens.group_voice_plays', { name: on.name })
        : say('screens.group_voice_empty');
  return (
    <main className="page" id="contenido">
      <title>{`${group.name} · ${say('screens.screens')} · Pregón`}</title>
      <Head
        name={group.name}
        voice={voice}
        actions={
          <>
            {writes && (
              <Link className="button primary" to={`/workspace/screens/playlists/new?group=${group.id}`}>
                {say('screens.playlist_add')}
              </Link>
            )}
            {takesOver && screens.length > 0 && (
              <Link className="button" to={`/workspace/screens/takeovers/new?group=${group.id}`}>
                {say('screens.take_over')}
              </Link>
            )}
          </>
        }
      />
      <div className="two">
        <div>
          {clashes.map(({ seen, hidden, at }) => (
            <Banner key={`${seen} ${hidden}`} tone="warn" title={`${say('screens.clash', { seen, hidden })}. `}>
              {say('screens.clash_why', { when: brief(format, at, now) })}
            </Banner>
          ))}
          {empty && (
            <Banner title={`${say('screens.empty_hours')}. `}>
              {say('screens.empty_hours_why', { when: brief(format, empty.from, now) })}
            </Banner>
          )}
          <Section title={say('screens.schedule')}>
            <Upcoming windows={coming.slice(0, 14)} />
          </Section>
          <Section title={say('screens.screens')} count={screens.length || undefined}>
            {screens.length === 0 ? (
              <Empty
                slim
                title={say('screens.group_voice_none')}
                actions={<Link to="/workspace/screens/new">{say('screens.connect')}</Link>}
              />
            ) : (
              <ul className="lines stacked">
                {screens.map(({ id, name, state, place }) => (
                  <li key={id}>
                    <div className="what">
                      <Link className="quiet" to={`/workspace/screens/${id}`}>
                        <b>{name}</b>
                      </Link>
                      <small>{place}</small>
                    </div>
                    <ScreenStateMark state={state} />
                  </li>
                ))}
              </ul>
            )}
          </Section>
        </div>
        {writes && (
          <aside>
            <SectionForm title={say('screens.edit')} intent="edit" does={say('screens.keep')}>
              {(answer) => (
                <>
                  <input type="hidden" name="version" value={group.version} />
                  <GroupFields key={group.version} answer={answer} people={people} is={group} />
                </>
              )}
            </SectionForm>
            {screens.length === 0 && (
              <SectionForm title={say('screens.group_remove')} intent="remove" does={say('screens.group_remove')} tone="grave">
                {() => null}
              </SectionForm>
            )}
          </aside>
        )}
      </div>
    </main>
  );
}

import { Link, useLoaderData } from 'react-router';
import {
  addScreenGroup,
  channelsPolicy,
  groupsAtOnce,
  groupsFilterInput,
  newGroupInput,
  screenGroupsPage,
} from '#domains/channels/index.ts';
import { peopleOptions } from '#domains/organization/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal } from '#platform/refusal.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { SectionForm } from '#ui/section-form.tsx';
import { PageTurns, TakeAway } from '#ui/list-parts.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { GroupFields } from './group-fields.tsx';
import { ScreenTabs } from './tabs.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('screens.screens'), to: '/workspace/screens' }, { name: say('screens.groups') }],
  topics: () => ['screens'],
};

export const loader = load(async ({ ctx, url, visit }) => {
  const writes = may(visit.actor, channelsPolicy['playlists.write']);
  const filter = groupsFilterInput.parse(Object.fromEntries(url.searchParams));
  return {
    ...(await screenGroupsPage(ctx, filter)),
    page: filter.page,
    atOnce: groupsAtOnce,
    filtered: Boolean(filter.q),
    people: writes ? await peopleOptions(ctx) : [],
    writes,
  };
});

export const action = act(async ({ typed, command }) => {
  const done = await command(newGroupInput, typed.fields, addScreenGroup);
  return isRefusal(done) ? done : redirect(`/workspace/screens/groups/${done.id}`);
});

/** Screens that play the same, by the place where they hang. */
export default function Groups() {
  const { groups, total, page, atOnce, filtered, people, writes } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  return (
    <main className="page" id="contenido">
      <title>{`${say('screens.groups')} · ${say('screens.screens')} · Pregón`}</title>
      <Head name={say('screens.groups')} voice={say('screens.groups_voice', { count: total })} />
      <ScreenTabs />
      <Filters search={say('screens.group_find')}>
        <TakeAway from="/workspace/screens/groups/export" />
      </Filters>
      <Table
        caption={say('screens.groups')}
        rows={groups}
        rowKey={({ id }) => id}
        empty={
          <Empty slim title={say(filtered ? 'screens.group_not_found' : 'screens.groups_voice', { count: 0 })}>
            {say(filtered ? 'screens.none_found_how' : 'screens.group_none_how')}
          </Empty>
        }
        columns={[
          {
            key: 'name',
            name: say('screens.group'),
            phone: 'lead',
            cell: ({ id, name, public: open }) => (
              <>
                <Link className="quiet" to={`/workspace/screens/groups/${id}`}>
                  <b>{name}</b>
                </Link>
                <small>{say(open ? 'screens.group_public' : 'screens.group_inside')}</small>
              </>
            ),
          },
          {
            key: 'who',
            name: say('screens.group_responsible'),
            phone: 'second',
            cell: ({ responsibleName }) => responsibleName ?? say('screens.group_nobody'),
          },
          { key: 'playlists', name: say('screens.tab.playlists'), number: true, cell: ({ playlists }) => format.number(playlists) },
          { key: 'screens', name: say('screens.screens'), number: true, phone: 'figure', cell: ({ screens }) => format.number(screens) },
        ]}
      />
      <PageTurns page={page} atOnce={atOnce} shown={groups.length} total={total} />
      {writes && (
        <SectionForm title={say('screens.group_add')} intent="add" does={say('screens.group_add')} tone="primary">
          {(answer) => <GroupFields answer={answer} people={people} />}
        </SectionForm>
      )}
    </main>
  );
}

import { Form, Link, useLoaderData } from 'react-router';
import {
  channelsPolicy,
  giveBack,
  givenBackInput,
  listTakeovers,
  takeoverKinds,
  takeoversAtOnce,
  takeoversFilterInput,
} from '#domains/channels/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal } from '#platform/refusal.ts';
import { brief } from '#ui/brief.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { PageTurns, TakeAway } from '#ui/list-parts.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { ScreenTabs } from './tabs.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('screens.screens'), to: '/workspace/screens' }, { name: say('screens.tab.takeovers') }],
  topics: () => ['screens'],
};

export const loader = load(async ({ ctx, url, visit }) => {
  const filter = takeoversFilterInput.parse(Object.fromEntries(url.searchParams));
  const { takeovers, ...counts } = await listTakeovers(ctx, filter);
  return {
    ...counts,
    page: filter.page,
    atOnce: takeoversAtOnce,
    filtered: Boolean(filter.q || filter.kind),
    kinds: takeoverKinds,
    takeovers: takeovers.map((takeover) => ({
      ...takeover,
      covers: takeover.givenBackAt === null && takeover.until > visit.now,
      ended: takeover.givenBackAt ?? takeover.until,
    })),
    takesOver: may(visit.actor, channelsPolicy['screens.take_over']),
  };
});

export const action = act(async ({ typed, command }) => {
  const done = await command(givenBackInput, typed.fields, giveBack);
  return isRefusal(done) ? done : redirect('/workspace/screens/takeovers');
});

/** What covers screens now, and what covered them. */
export default function Takeovers() {
  const { takeovers, total, open, page, atOnce, filtered, kinds, takesOver } = useLoaderData<typeof loader>();
  const { say, format, now } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <title>{`${say('screens.tab.takeovers')} · ${say('screens.screens')} · Pregón`}</title>
      <Head
        name={say('screens.tab.takeovers')}
        voice={open === 0 ? say('screens.takeovers_voice_none') : say('screens.takeovers_voice', { count: open })}
        actions={
          takesOver && (
            <Link className="button primary" to="/workspace/screens/takeovers/new">
              {say('screens.take_over')}
            </Link>
          )
        }
      />
      <ScreenTabs />
      <Filters
        search={say('screens.takeover_find')}
        filters={[
          {
            name: 'kind',
            label: say('screens.takeover_kind'),
            all: say('screens.any'),
            options: kinds.map((kind) => ({ value: kind, label: say(`screens.kind.${kind}`) })),
          },
        ]}
      >
        <TakeAway from="/workspace/screens/takeovers/export" />
      </Filters>
      <FormRefusal answer={answer} />
      <Table
        caption={say('screens.tab.takeovers')}
        rows={takeovers}
        rowKey={({ id }) => id}
        empty={
          <Empty slim title={say(filtered ? 'screens.takeover_not_found' : 'screens.takeovers_none')}>
            {say(filtered ? 'screens.none_found_how' : 'screens.takeovers_none_how')}
          </Empty>
        }
        columns={[
          {
            key: 'title',
            name: say('screens.takeover'),
            phone: 'lead',
            cell: ({ title, kind, reason }) => (
              <>
                <b>{title}</b>
                <small>{`${say(`screens.kind.${kind}`)} · ${reason}`}</small>
              </>
            ),
          },
          { key: 'groups', name: say('screens.groups'), phone: 'second', cell: ({ groupNames }) => format.list(groupNames) },
          { key: 'who', name: say('screens.takeover_by'), cell: ({ startedByName }) => startedByName ?? 'Pregón' },
          { key: 'from', name: say('screens.takeover_from'), cell: ({ startedAt }) => brief(format, startedAt, now) },
          {
            key: 'to',
            name: say('screens.takeover_to'),
            phone: 'under',
            cell: ({ id, title, covers, until, ended }) =>
              covers ? (
                <>
                  {say('screens.takeover_open', { until: brief(format, until, now) })}
                  {takesOver && (
                    <Form method="post">
                      <input type="hidden" name="takeover" value={id} />
                      <button className="button small">
                        {say('screens.give_back')} <span className="sr">{title}</span>
                      </button>
                    </Form>
                  )}
                </>
              ) : (
                brief(format, ended, now)
              ),
          },
        ]}
      />
      <PageTurns page={page} atOnce={atOnce} shown={takeovers.length} total={total} />
    </main>
  );
}

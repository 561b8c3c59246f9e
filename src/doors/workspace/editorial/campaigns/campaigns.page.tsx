import { Link, useLoaderData, useSearchParams } from 'react-router';
import { campaignFilterInput, editorialPolicy, listCampaigns } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { placeFilter } from '../../coverage/place-filter.ts';
import { placesAsked } from '../../coverage/places-asked.ts';
import { choicesOf } from '../choices.ts';
import { CampaignStateMark } from './campaign-state.tsx';
import { campaignsVoice } from './campaign-voice.ts';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('campaigns.campaigns') }],
  topics: () => ['campaigns'],
};

export const loader = load(async ({ ctx, url, visit }) => {
  const filter = campaignFilterInput.parse(Object.fromEntries(url.searchParams));
  const [list, { units, segments }] = await Promise.all([listCampaigns(ctx, filter), choicesOf(ctx)]);
  return {
    ...list,
    page: filter.page,
    filtered: [...url.searchParams].some(([name, value]) => name !== 'page' && value !== ''),
    units: units.slice(0, 80),
    segments,
    places: placesAsked(filter.region),
    writes: may(visit.actor, editorialPolicy['campaigns.write']),
  };
});

const states = ['open', 'draft', 'designed', 'under_way', 'closed', 'cancelled'] as const;

export default function Campaigns() {
  const { rows, found, states: counts, today, page, more, filtered, units, segments, places, writes } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const to = (number: number) => `?${new URLSearchParams([...[...params].filter(([name]) => name !== 'page'), ['page', String(number)]])}`;
  const download = (form: string) => `/workspace/campaigns/export?${new URLSearchParams([...params, ['format', form]])}`;
  return (
    <main className="page" id="contenido">
      <title>{`${say('campaigns.campaigns')} · Pregón`}</title>
      <Head
        name={say('campaigns.campaigns')}
        voice={campaignsVoice(say, counts)}
        actions={
          writes && (
            <Link className="button primary" to="/workspace/campaigns/new">
              {say('campaigns.new')}
            </Link>
          )
        }
      />
      <Filters
        search={say('campaigns.find')}
        filters={[
          {
            name: 'state',
            label: say('campaigns.state'),
            all: say('campaigns.any'),
            options: states.map((state) => ({ value: state, label: say(`campaigns.state.${state}`) })),
          },
          {
            name: 'scope',
            label: say('campaigns.scope'),
            all: say('campaigns.any'),
            options: (['external', 'internal'] as const).map((scope) => ({ value: scope, label: say(`campaigns.scope.${scope}`) })),
          },
          { name: 'unit', label: say('campaigns.unit'), all: say('campaigns.all_f'), options: units },
          placeFilter(say, places),
          { name: 'segment', label: say('campaigns.segment'), all: say('campaigns.all_m'), options: segments },
        ]}
      >
        <span className="push small">
          {say('campaigns.export')} <a href={download('xlsx')}>XLSX</a> · <a href={download('csv')}>CSV</a>
        </span>
      </Filters>
      <Table
        caption={say('campaigns.campaigns')}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          filtered ? (
            <Empty slim title={say('campaigns.none_found')}>
              {say('campaigns.none_found_how')}
            </Empty>
          ) : (
            <Empty title={say('campaigns.none')}>{say('campaigns.none_how')}</Empty>
          )
        }
        columns={[
          {
            key: 'name',
            name: say('campaigns.campaign'),
            phone: 'lead',
            cell: (campaign) => (
              <>
                <Link className="quiet" to={`/workspace/campaigns/${campaign.id}`}>
                  <b>{campaign.name}</b>
                </Link>
                <small>
                  {say(`campaigns.scope.${campaign.scope}`)} · {campaign.unitName}
                </small>
              </>
            ),
          },
          {
            key: 'dates',
            name: say('campaigns.dates'),
            phone: 'second',
            cell: ({ startsOn, endsOn }) =>
              say('campaigns.from_to', { from: format.shortDay(startsOn, today), to: format.shortDay(endsOn, today) }),
          },
          {
            key: 'actions',
            name: say('campaigns.actions'),
            number: true,
            cell: ({ done, actions }) => say('campaigns.actions_done', { done, count: actions }),
          },
          { key: 'pieces', name: say('campaigns.pieces'), number: true, cell: ({ pieces }) => format.number(pieces) },
          {
            key: 'spent',
            name: say('campaigns.spent'),
            number: true,
            cell: ({ spent, budget }) => (
              <>
                <span className={budget > 0 && spent > budget ? 'late' : undefined}>{format.money(spent)}</span>
                {budget > 0 && <small>{format.money(budget)}</small>}
              </>
            ),
          },
          { key: 'state', name: say('campaigns.state'), phone: 'under', cell: ({ state }) => <CampaignStateMark state={state} /> },
        ]}
      />
      {found > 0 && (
        <Pages
          says={say('campaigns.shown', { shown: rows.length, count: found })}
          previous={page > 1 ? to(page - 1) : null}
          next={more ? to(page + 1) : null}
        />
      )}
    </main>
  );
}

import { Link, useLoaderData, useSearchParams } from 'react-router';
import { type ActivityFilter, listActivities } from '#domains/plan/index.ts';
import { activitiesVoice } from '#domains/metrics/index.ts';
import { load } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { PlanTabs } from '../plan/plan-tabs.tsx';
import { activitiesFilter } from './activities-filter.ts';
import { ActivityState, Lateness } from './activity-state.tsx';
import { capital } from './periods.ts';
import { spoken } from './spoken.ts';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ plan }: Data, say: Say) => [
    { name: say('workspace.rail.plans'), to: '/workspace/plans' },
    { name: plan.title, to: `/workspace/plans/${plan.id}` },
    { name: say('work.activities') },
  ],
  topics: ({ plan }: Data) => [`plan:${plan.id}`],
};

const states: readonly ActivityFilter[] = ['late', 'soon', 'not_started', 'under_way', 'done', 'cancelled'];

const atOnce = 50;

export const loader = load(async ({ ctx, url, params }) => {
  if (!/^\d+$/.test(params.plan ?? '')) throw new NotFound(`plan ${params.plan}`);
  const { page, ...filter } = activitiesFilter(url);
  const { rows, ...list } = await listActivities(ctx, Number(params.plan), filter);
  return { ...list, rows: rows.slice((page - 1) * atOnce, page * atOnce), found: rows.length, page, voice: activitiesVoice(list.counts) };
});

export default function Activities() {
  const { plan, rows, found, page, counts, units, today, voice } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const to = (number: number) => `?${new URLSearchParams([...[...params].filter(([name]) => name !== 'page'), ['page', String(number)]])}`;
  const download = (kind: string) => `/workspace/plans/${plan.id}/activities/export?${new URLSearchParams([...params, ['format', kind]])}`;
  return (
    <main className="page" id="contenido">
      <title>{`${say('work.activities')} · ${plan.title} · Pregón`}</title>
      <Head name={`${say('work.activities')} · ${plan.title}`} voice={spoken(say, format, voice)} />
      <PlanTabs plan={plan.id} activities={counts.all} />
      <Filters
        search={say('work.find_activity')}
        filters={[
          {
            name: 'unit',
            label: say('work.unit'),
            all: say('work.all_f'),
            options: units.map(({ id, name }) => ({ value: String(id), label: name })),
          },
          {
            name: 'state',
            label: say('work.state'),
            all: say('work.any'),
            options: states.map((state) => ({ value: state, label: capital(say(`work.state.${state}`)) })),
          },
        ]}
      >
        <span className="push small">
          {say('work.export')} <a href={download('xlsx')}>XLSX</a> · <a href={download('csv')}>CSV</a>
        </span>
      </Filters>
      <Table
        caption={say('work.activities')}
        rows={rows}
        rowKey={({ item }) => item}
        empty={
          counts.all === 0 ? (
            <Empty title={say('work.no_activities')}>{say('work.no_activities_how')}</Empty>
          ) : (
            <Empty slim title={say('work.none_found')}>
              {say('work.none_found_how')}
            </Empty>
          )
        }
        columns={[
          {
            key: 'title',
            name: say('work.activity'),
            phone: 'lead',
            cell: (row) => (
              <>
                <Link className="quiet" to={`/workspace/activities/${row.item}`}>
                  <span className="muted">{row.number}</span> <b>{row.title}</b>
                </Link>
                <small>{row.component}</small>
              </>
            ),
          },
          {
            key: 'owner',
            name: say('work.owner'),
            phone: 'second',
            cell: (row) => (
              <>
                {row.unitName ?? <span className="muted">{say('work.nobody')}</span>}
                {row.personName && <small>{row.personName}</small>}
              </>
            ),
          },
          { key: 'rhythm', name: say('work.rhythm'), cell: (row) => say(`work.recurrence.${row.recurrence}`) },
          { key: 'state', name: say('work.state'), phone: 'under', cell: (row) => <ActivityState state={row.standing.state} /> },
          {
            key: 'late',
            name: say('work.delivery'),
            number: true,
            phone: 'figure',
            cell: (row) => <Lateness late={row.standing.late} next={row.standing.next} today={today} />,
          },
        ]}
      />
      <Pages
        says={say('work.activities_shown', { shown: rows.length, count: found })}
        previous={page > 1 ? to(page - 1) : null}
        next={page * atOnce < found ? to(page + 1) : null}
      />
    </main>
  );
}

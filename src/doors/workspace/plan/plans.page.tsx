import { Link, useLoaderData, useSearchParams } from 'react-router';
import { planPolicy, plansVoice } from '#domains/plan/index.ts';
import { load } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { foundPlans } from './found-plans.ts';
import { VersionStateMark } from './version-name.tsx';

export const handle = { crumbs: (_: unknown, say: Say) => [{ name: say('plan.plans') }] };

export const loader = load(async ({ ctx, visit, url }) => {
  const { all, plans, searched } = await foundPlans(ctx, url);
  return { plans, voice: plansVoice(all), imports: may(visit.actor, planPolicy['plans.import']), searched };
});

export default function Plans() {
  const { plans, voice, imports, searched } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const download = (form: string) => `/workspace/plans/export?${new URLSearchParams([...params, ['format', form]])}`;
  return (
    <main className="page" id="contenido">
      <title>{`${say('plan.plans')} · Pregón`}</title>
      <Head
        name={say('plan.plans')}
        voice={say(voice.key, voice.vars)}
        actions={
          imports && (
            <Link className="button primary" to="/workspace/plans/new">
              {say('plan.upload')}
            </Link>
          )
        }
      />
      {(plans.length > 0 || searched) && (
        <Filters search={say('plan.find')}>
          <span className="push small">
            {say('plan.export')} <a href={download('xlsx')}>XLSX</a> · <a href={download('csv')}>CSV</a>
          </span>
        </Filters>
      )}
      <Table
        caption={say('plan.plans')}
        rows={plans}
        rowKey={({ id }) => id}
        empty={<Empty title={say(searched ? 'plan.none_found' : 'plan.none')}>{!searched && say('plan.none_how')}</Empty>}
        columns={[
          {
            key: 'title',
            name: say('plan.plan'),
            phone: 'lead',
            cell: (plan) => (
              <>
                <Link className="quiet" to={`/workspace/plans/${plan.id}`}>
                  {plan.title}
                </Link>
                <small>{plan.unitName}</small>
              </>
            ),
          },
          {
            key: 'period',
            name: say('plan.period'),
            phone: 'second',
            cell: (plan) => `${format.day(plan.startsOn)} – ${format.day(plan.endsOn)}`,
          },
          {
            key: 'force',
            name: say('plan.in_force'),
            phone: 'figure',
            cell: ({ inForce }) =>
              inForce ? say('plan.version', { number: inForce.number }) : <span className="muted">{say('plan.not_in_force')}</span>,
          },
          {
            key: 'open',
            name: say('plan.preparing'),
            phone: 'under',
            cell: ({ id, open }) =>
              open && (
                <Link className="quiet" to={`/workspace/plans/${id}/tree`}>
                  <VersionStateMark state={open.state} /> {say('plan.version', { number: open.number })}
                </Link>
              ),
          },
        ]}
      />
    </main>
  );
}

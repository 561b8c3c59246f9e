import { Link, useLoaderData, useSearchParams } from 'react-router';
import { boardVoice, planBoard, readingDays, thresholds } from '#domains/metrics/index.ts';
import { load } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Badge } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';
import type { Say } from '#platform/i18n/words.ts';
import { PlanTabs } from '../plan/plan-tabs.tsx';
import { BoardTable } from './board-table.tsx';
import { boardFilter, sortedRows } from './board-filter.ts';
import { Objectives } from './objectives.tsx';
import { spoken } from './spoken.ts';

export const handle = {
  crumbs: ({ board }: Data, say: Say) => [{ name: say('workspace.rail.plans'), to: '/workspace/plans' }, { name: board.plan.title }],
  topics: ({ board }: Data) => [board.plan, ...board.aligned].map(({ id }) => `plan:${id}`),
};

type Data = Awaited<ReturnType<typeof loader>>;

export const loader = load(async ({ ctx, url, params }) => {
  if (!/^\d+$/.test(params.plan ?? '')) throw new NotFound(`plan ${params.plan}`);
  const filter = boardFilter(url);
  const board = await planBoard(ctx, Number(params.plan), filter);
  const sorted = sortedRows(board.rows, url.searchParams.get('sort'));
  return {
    board: { ...board, rows: sorted ?? board.rows },
    voice: boardVoice(board),
    grouped: sorted === undefined,
    rule: { ...thresholds, days: readingDays },
    at: filter.at ?? null,
  };
});

export default function BoardPage() {
  const { board, voice, grouped, rule, at } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const { plan, version, lights } = board;
  const all = lights.good + lights.risk + lights.off + lights.none;
  const download = (kind: string) => `/workspace/plans/${plan.id}/export?${new URLSearchParams([...params, ['format', kind]])}`;
  return (
    <main className="page" id="contenido">
      <title>{`${plan.title} · Pregón`}</title>
      <Head
        name={
          <>
            {plan.title}{' '}
            <Badge>
              {version.state === 'in_force'
                ? say('work.version_in_force', { number: version.number, day: format.day(version.inForceFrom!) })
                : say('work.version_state', { number: version.number, state: say(`work.version.${version.state}`) })}
            </Badge>
          </>
        }
        voice={spoken(say, format, voice)}
        actions={
          <>
            <a className="button" href={download('xlsx')}>
              {say('work.export_xlsx')}
            </a>
            <a className="button" href={download('csv')}>
              CSV
            </a>
            <Link className="button primary" to={`/workspace/plans/${plan.id}/activities?state=late`}>
              {say('work.report_one')}
            </Link>
          </>
        }
      />
      <Objectives parts={board.objectives} plan={plan.id} />
      <PlanTabs plan={plan.id} indicators={all} activities={board.activities} />
      <Filters
        search={say('work.find_indicator')}
        filters={[
          {
            name: 'unit',
            label: say('work.unit'),
            all: say('work.all_f'),
            options: board.units.map(({ id, name }) => ({ value: String(id), label: name })),
          },
          {
            name: 'component',
            label: say('work.component'),
            all: say('work.all_m'),
            options: board.components.map(({ item, title }) => ({ value: String(item), label: title })),
          },
          {
            name: 'light',
            label: say('work.light'),
            all: say('work.any'),
            options: (['good', 'risk', 'off', 'none'] as const).map((light) => ({
              value: light,
              label: `${say(`metrics.light.${light}`)} (${lights[light]})`,
            })),
          },
          ...(at
            ? [
                {
                  name: 'at',
                  label: say('work.at'),
                  all: say('work.today'),
                  options: [{ value: at, label: format.shortDay(at, board.today) }],
                },
              ]
            : []),
        ]}
      >
        <span className="push small muted">{say('work.dashed')}</span>
      </Filters>
      <BoardTable
        board={board}
        grouped={grouped}
        empty={
          all === 0 ? (
            <Empty
              title={say('work.no_indicators')}
              actions={
                <Link className="button" to={`/workspace/plans/${plan.id}/tree`}>
                  {say('work.open_tree')}
                </Link>
              }
            >
              {say('work.no_indicators_how')}
            </Empty>
          ) : (
            <Empty slim title={say('work.none_found')}>
              {say('work.none_found_how')}
            </Empty>
          )
        }
      />
      <nav className="pages" aria-label={say('work.about')}>
        <span>
          {say('work.shown', { count: board.rows.length })} {say('metrics.light_rule', rule)}
          {board.aligned.length > 0 && ` ${say('work.with_aligned', { plans: format.list(board.aligned.map(({ title }) => title)) })}`}
        </span>
      </nav>
    </main>
  );
}

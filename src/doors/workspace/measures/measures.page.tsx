import { Link, useLoaderData, useSearchParams } from 'react-router';
import { listMeasures, measuresVoice, type ListedMeasure } from '#domains/metrics/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Badge } from '#ui/state.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { capital } from '../work/periods.ts';
import { spoken } from '../work/spoken.ts';
import { passes } from './measures-filter.ts';

export const handle = { crumbs: (_: unknown, say: Say) => [{ name: say('metrics.measures') }] };

export const loader = load(async ({ ctx, url, visit }) => {
  const all = await listMeasures(ctx);
  return { rows: all.filter(passes(url, sayIn(visit.locale))), voice: measuresVoice(all) };
});

const stages = ['input', 'output', 'outtake', 'outcome', 'impact'];

/** Everything that can be counted, and what was. */
export default function Measures() {
  const { rows, voice } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const download = (kind: string) => `/workspace/measures/export?${new URLSearchParams([...params, ['format', kind]])}`;
  return (
    <main className="page" id="contenido">
      <title>{`${say('metrics.measures')} · Pregón`}</title>
      <Head
        name={say('metrics.measures')}
        voice={spoken(say, format, voice)}
        actions={
          <Link className="button" to="/workspace/measures/directions">
            {say('metrics.directions.short')}
          </Link>
        }
      />
      <Filters
        search={say('metrics.find_measure')}
        filters={[
          {
            name: 'reads',
            label: say('metrics.reads'),
            all: say('work.any'),
            options: ['own', 'by_hand'].map((value) => ({ value, label: say(`metrics.reads.${value}`) })),
          },
          {
            name: 'stage',
            label: say('metrics.stage'),
            all: say('work.all_f'),
            options: stages.map((value) => ({ value, label: say(`metrics.stage.${value}`) })),
          },
        ]}
      >
        <span className="push small">
          {say('work.export')} <a href={download('xlsx')}>XLSX</a> · <a href={download('csv')}>CSV</a>
        </span>
      </Filters>
      <Table<ListedMeasure>
        caption={say('metrics.measures')}
        rows={rows}
        rowKey={({ code }) => code}
        group={({ code }) => ({ key: code.split('.')[0]!, head: say(`metrics.area.${code.split('.')[0]}`) })}
        empty={
          <Empty slim title={say('work.none_found')}>
            {say('work.none_found_how')}
          </Empty>
        }
        columns={[
          {
            key: 'name',
            name: say('metrics.measure'),
            phone: 'lead',
            cell: ({ code, reads }) => (
              <>
                <Link className="quiet" to={`/workspace/measures/${code}`}>
                  <b>{say(`metrics.measure.${code}`)}</b>
                </Link>{' '}
                {reads === 'own' && <Badge>{say('metrics.reads.own')}</Badge>}
              </>
            ),
          },
          {
            key: 'adds',
            name: say('metrics.how_it_adds'),
            phone: 'second',
            cell: ({ unit, addsUp }) => `${capital(say(`metrics.adds_up.${addsUp}`))} · ${say(`metrics.unit.${unit}`)}`,
          },
          { key: 'stage', name: say('metrics.stage'), cell: ({ stage }) => capital(say(`metrics.stage.${stage}`)) },
          {
            key: 'indicators',
            name: say('work.indicators'),
            number: true,
            cell: ({ indicators }) => (indicators === 0 ? <span className="muted">—</span> : format.number(indicators)),
          },
          {
            key: 'entries',
            name: say('metrics.records_this_year'),
            number: true,
            phone: 'figure',
            cell: ({ entries, reads }) =>
              reads === 'own' ? format.number(entries) : <span className="muted">{say('metrics.reads.by_hand')}</span>,
          },
        ]}
      />
    </main>
  );
}

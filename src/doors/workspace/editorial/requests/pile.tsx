import { Link, useSearchParams } from 'react-router';
import { Filters } from '#ui/filters.tsx';
import { RequestState } from '#ui/request-state.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Rich } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { placeFilter } from '../../coverage/place-filter.ts';
import type { PileData } from './pile.ts';

const piles = ['waiting', 'under_way', 'closed'] as const;

/** The requests, at the left of the one that is open. */
export function Pile({
  data,
  open,
  opensLinks,
  heading,
}: {
  data: PileData;
  open: number | null;
  opensLinks: boolean;
  heading: 'h1' | 'p';
}) {
  const { say } = useWords();
  const [params] = useSearchParams();
  const { rows, below, counts, options, pile, next, begun } = data;
  const Heading = heading;
  const kept = new URLSearchParams([...params].filter(([name]) => !['after', 'done'].includes(name)));
  const withPile = (to: (typeof piles)[number]) =>
    `/workspace/requests?${new URLSearchParams([...[...kept].filter(([name]) => name !== 'pile'), ['pile', to]])}`;
  const inPile = new URLSearchParams([...[...kept].filter(([name]) => name !== 'pile'), ['pile', pile]]);
  const to = (id: number) => `/workspace/requests/${id}${kept.size > 0 ? `?${kept}` : ''}`;
  const download = (form: string) => `/workspace/requests/export?${new URLSearchParams([...inPile, ['format', form]])}`;
  return (
    <section className="pile" aria-label={say('requests.pile')}>
      <header className="pile-head">
        <Heading className="pile-name">
          {say('requests.requests')}{' '}
          <span className="count">{say('requests.open_count', { count: counts.waiting + counts.under_way })}</span>
        </Heading>
        <Link className="button small" to="/workspace/requests/new">
          {say('requests.ask_something')}
        </Link>
        <Filters
          search={say('requests.find')}
          filters={[
            { name: 'unit', label: say('requests.unit'), all: say('requests.all_f'), options: options.units },
            {
              name: 'kind',
              label: say('requests.kind'),
              all: say('requests.all_m'),
              options: options.kinds.map((kind) => ({
                value: kind,
                label: kind === 'campaign' ? say('requests.kind.campaign') : say(`pieces.kind.${kind}`),
              })),
            },
            placeFilter(say, options.places),
            {
              name: 'assignee',
              label: say('requests.filter.assignee'),
              all: say('requests.anybody'),
              options: [{ value: 'nobody', label: say('requests.nobody') }, ...options.assignees],
            },
            {
              name: 'mine',
              label: say('requests.filter.mine'),
              all: say('requests.anybody'),
              options: [{ value: 'yes', label: say('requests.mine.yes') }],
            },
          ]}
        />
        <nav className="tabs" aria-label={say('requests.piles')}>
          {piles.map((one) => (
            <Link key={one} to={withPile(one)} aria-current={one === pile ? 'page' : undefined}>
              {say(`requests.pile.${one}`)}
              {one !== 'closed' && <span className="count">{counts[one]}</span>}
            </Link>
          ))}
        </nav>
      </header>
      {rows.length === 0 &&
        (data.filtered ? (
          <Empty slim title={say('requests.none_found')}>
            {say('requests.none_found_how')}
          </Empty>
        ) : (
          <Empty slim title={say(`requests.none.${pile}`)}>
            {say(`requests.none.${pile}_how`)}
          </Empty>
        ))}
      <ol>
        {rows.map((row) => (
          <Row key={row.id} row={row} to={to(row.id)} open={row.id === open} today={data.today} />
        ))}
        {below.length > 0 && (
          <li className="part">
            <span>{say('requests.pile.under_way')}</span>
          </li>
        )}
        {below.map((row) => (
          <Row key={row.id} row={row} to={to(row.id)} open={row.id === open} today={data.today} />
        ))}
      </ol>
      {(next || !begun) && (
        <p className="pile-more">
          {!begun && <Link to={`/workspace/requests?${inPile}`}>{say('requests.newest')}</Link>}
          {next && (
            <Link to={`/workspace/requests?${new URLSearchParams([...inPile, ['after', String(next)]])}`}>{say('requests.more')}</Link>
          )}
        </p>
      )}
      <p className="empty slim small">
        <span>
          <Rich sentence={say(opensLinks ? 'requests.share' : 'requests.share_plain')} />
        </span>
      </p>
      <p className="pile-export small">
        {say('requests.export')} <a href={download('xlsx')}>XLSX</a> · <a href={download('csv')}>CSV</a>
      </p>
    </section>
  );
}

type RowData = PileData['rows'][number];

function Row({ row, to, open, today }: { row: RowData; to: string; open: boolean; today: string }) {
  return (
    <li aria-current={open ? 'true' : undefined}>
      <Link className="quiet" to={to} preventScrollReset>
        <b>{row.title}</b>
        <small>{[row.id, row.unitName, row.askerName].filter(Boolean).join(' · ')}</small>
        <Day row={row} today={today} />
        <RequestState request={row} />
      </Link>
    </li>
  );
}

/** What presses of it: its delivery, its answer, or the day for which it is wanted. */
function Day({ row, today }: { row: RowData; today: string }) {
  const { say, format } = useWords();
  const day = row.dueOn ?? row.wantedOn;
  if (row.late.delivery > 0) return <span className="late">{say('requests.days_late', { count: row.late.delivery })}</span>;
  if (row.late.answer > 0) return <span className="late">{say('requests.answer_late', { count: row.late.answer })}</span>;
  if (row.state === 'done' && row.days !== null) return <span className="muted">{say('requests.took', { count: row.days })}</span>;
  if (day === null) return <span className="muted">{say('requests.no_day')}</span>;
  const open = row.state === 'waiting' || row.state === 'returned' || row.state === 'accepted';
  const near = open && Date.parse(day) - Date.parse(today) < 14 * 86_400_000;
  return <span className={near ? 'soon' : 'muted'}>{say('requests.for_day', { day: format.shortDay(day, today) })}</span>;
}

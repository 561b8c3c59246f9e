import { Link } from 'react-router';
import type { IndicatorCard } from '#domains/metrics/index.ts';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { figureIn, FigureLight } from './figures.tsx';
import { capital, periodName } from './periods.ts';
import { ReadingForms } from './reading-forms.tsx';

type Series = IndicatorCard['series'][number];

/** The figure by periods, newest first, and how each was known. */
export function Readings({ card }: { card: IndicatorCard & { me: string | null } }) {
  const { row, series, figure } = card;
  // The chart above says the year, when it is one.
  const yearAtEnd = figure.startsOn.slice(0, 4) === figure.endsOn.slice(0, 4) ? / (de )?\d{4}$/ : /$^/;
  const { say, format } = useWords();
  const number = (value: number | null) => (value === null ? <span className="muted">—</span> : figureIn(format, value, row.figureUnit!));
  const sums = row.addsUp === 'sum';
  return (
    <Section title={say('work.readings')} id="readings">
      <Table<Series>
        caption={say('work.readings')}
        rows={series.toReversed()}
        rowKey={({ startsOn }) => startsOn}
        columns={[
          {
            key: 'period',
            name: say(`work.every_${row.frequency!}`),
            phone: 'lead',
            cell: (period) => (
              <>
                {capital(periodName(say, format, period).replace(yearAtEnd, ''))}
                {period.open && <small>{say('work.open')}</small>}
              </>
            ),
          },
          {
            key: 'value',
            name: say(sums ? 'work.in_period' : 'work.value'),
            number: true,
            phone: 'figure',
            cell: ({ value }) => number(value),
          },
          ...(sums
            ? [
                {
                  key: 'accumulated',
                  name: say('work.accumulated'),
                  number: true,
                  cell: ({ accumulated }: Series) => <b>{number(accumulated)}</b>,
                },
              ]
            : []),
          {
            key: 'target',
            name: say('work.target'),
            number: true,
            cell: ({ due }) => (due === null ? <span className="muted">—</span> : number(Math.round(due * 10) / 10)),
          },
          {
            key: 'of',
            name: say('work.of_target'),
            number: true,
            cell: ({ percentOfDue }) =>
              percentOfDue === null ? '—' : percentOfDue >= 999 ? say('work.over') : format.percent(Math.floor(percentOfDue)),
          },
          {
            key: 'light',
            name: say('work.light'),
            phone: 'under',
            cell: ({ light }) => <FigureLight light={light} target={figure.target} />,
          },
          {
            key: 'how',
            name: say('work.how_known'),
            phone: 'second',
            cell: (period) => <HowKnown period={period} card={card} />,
          },
        ]}
      />
      <ReadingForms card={card} />
    </Section>
  );
}

/** Who took what counts, whether it was corrected, and what waits. */
function HowKnown({ period, card }: { period: Series; card: IndicatorCard }) {
  const { say, format } = useWords();
  const taken = card.periods.find(({ all }) => all[0]!.startsOn === period.startsOn);
  if (!taken && card.own) return <>{say(period.open ? 'work.known_own_now' : 'work.known_own')}</>;
  if (!taken) return <span className="muted">{say('work.known_none')}</span>;
  const { counts, pending, all } = taken;
  const first = all[0]!;
  return (
    <>
      {counts &&
        say(counts.corrects === null ? 'work.known_hand' : 'work.known_corrected', {
          name: counts.personName ?? say('work.a_system'),
          day: format.shortDay(counts.takenAt.toISOString().slice(0, 10), card.today),
        })}
      {card.may.correct && (
        <>
          {' '}
          <Link className="small" to={`?correct=${all.at(-1)!.id}#correct`} preventScrollReset>
            {say('work.correct_it')}
            <span className="sr"> {periodName(say, format, period)}</span>
          </Link>
        </>
      )}
      {counts && counts.corrects !== null && (
        <small>{say('work.was', { value: figureIn(format, first.value, card.row.figureUnit!), reason: counts.reason })}</small>
      )}
      {pending && (
        <small className="soon">
          {say('work.known_pending', {
            value: figureIn(format, pending.value, card.row.figureUnit!),
            name: pending.personName ?? say('work.a_system'),
          })}
        </small>
      )}
      {!counts && !pending && <span className="muted">{say('work.known_returned', { note: all.at(-1)?.decisionNote ?? '' })}</span>}
    </>
  );
}

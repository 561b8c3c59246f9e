import { useRef, type KeyboardEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { monthWeeks, type Lasting, type MonthDay } from './month-weeks.ts';
import { Light, type LightName } from './state.tsx';
import { useWords } from './words.tsx';

export interface MonthItem extends Lasting {
  readonly name: string;
  readonly to: string;
  readonly light: LightName;
  /** The light's word: «16 días tarde». */
  readonly says: string;
}

interface Props {
  /** `YYYY-MM` */
  readonly month: string;
  readonly items: readonly MonthItem[];
  readonly today: string;
  /** Why nobody works on a day («festivo»), by day. Weekends rest without being named. */
  readonly rests?: Readonly<Record<string, string>>;
  /** Where the months around are; null where there is none. */
  readonly previous?: string | null;
  readonly next?: string | null;
  /** Where the whole of a day is, when not everything fits. */
  readonly dayAddress: (day: string) => string;
  /** What its list says when the month has nothing. */
  readonly none: string;
}

const jumps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/**
 * A month of things that last: a table of weeks, and on a phone the same as a list. Arrows walk from day to day, the page keys
 * from month to month.
 */
export function Month({ month, items, today, rests = {}, previous = null, next = null, dayAddress, none }: Props) {
  const { say, format } = useWords();
  const table = useRef<HTMLTableElement>(null);
  const navigate = useNavigate();
  const walk = (event: KeyboardEvent<HTMLTableElement>) => {
    const to = event.key === 'PageUp' ? previous : event.key === 'PageDown' ? next : null;
    if (to) {
      event.preventDefault();
      void navigate(to, { preventScrollReset: true });
      return;
    }
    const cells = [...table.current!.querySelectorAll('td')];
    const here = (event.target as HTMLElement).closest('td');
    const day = here && cells[cells.indexOf(here) + (jumps[event.key] ?? Number.NaN)];
    if (!day) return;
    event.preventDefault();
    (day.querySelector('a') ?? day).focus();
  };
  const weeks = monthWeeks(month, items);
  return (
    <>
      <table className="month" role="grid" ref={table} onKeyDown={walk}>
        <caption className="sr">{format.month(`${month}-01`)}</caption>
        <thead>
          <tr>
            {weeks[0]!.map(({ day }) => (
              <th key={day} scope="col">
                {format.dayName(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]!.day}>
              {week.map((cell, column) => {
                const rest = rests[cell.day];
                const classes = [cell.out && 'out', (rest !== undefined || column > 4) && 'off', cell.day === today && 'today'];
                return (
                  <td
                    key={cell.day}
                    tabIndex={-1}
                    className={classes.filter(Boolean).join(' ') || undefined}
                    aria-current={cell.day === today ? 'date' : undefined}
                  >
                    <time dateTime={cell.day}>
                      {cell.day.endsWith('-01') || cell === weeks[0]![0] ? format.shortDay(cell.day) : Number(cell.day.slice(8))}
                    </time>
                    {rest && <small title={rest}>{rest}</small>}
                    <Lanes cell={cell} />
                    {cell.rest > 0 && (
                      <Link className="more" to={dayAddress(cell.day)}>
                        {say('ui.and_more', { count: cell.rest })}
                        <span className="sr"> {format.shortDay(cell.day)}</span>
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <Agenda items={inMonth(month, items)} none={none} />
    </>
  );
}

/** The month on a phone: what it has, by the day on which each begins. */
function Agenda({ items, none }: { items: readonly MonthItem[]; none: string }) {
  const { say, format } = useWords();
  if (items.length === 0) return <p className="agenda muted">{none}</p>;
  return (
    <ol className="agenda">
      {items.map((item) => (
        <li key={item.key}>
          <span className="muted">
            {item.from === item.until
              ? format.shortDay(item.from)
              : say('ui.from_until', { from: format.shortDay(item.from), until: format.shortDay(item.until) })}
          </span>
          <Link className="quiet" to={item.to}>
            {item.name}
          </Link>
          <Light light={item.light}>{item.says}</Light>
        </li>
      ))}
    </ol>
  );
}

function Lanes({ cell }: { cell: MonthDay<MonthItem> }) {
  if (cell.lanes.length === 0) return null;
  return (
    <ul>
      {cell.lanes.map((segment, lane) =>
        segment ? (
          <li
            key={lane}
            className={[
              'span',
              segment.item.light,
              segment.starts && 'starts',
              segment.ends && 'ends',
              segment.named && `n${segment.length}`,
            ]
              .filter(Boolean)
              .join(' ')}
          >
            {segment.named && (
              <Link to={segment.item.to} title={`${segment.item.name}, ${segment.item.says}`}>
                <Light light={segment.item.light}>{segment.item.says}: </Light>
                {segment.item.name}
              </Link>
            )}
          </li>
        ) : (
          <li key={lane} aria-hidden="true" />
        ),
      )}
    </ul>
  );
}

function inMonth<T extends Lasting>(month: string, items: readonly T[]): T[] {
  return items
    .filter(({ from, until }) => from.slice(0, 7) <= month && until.slice(0, 7) >= month)
    .toSorted((one, other) => one.from.localeCompare(other.from));
}

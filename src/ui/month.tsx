import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { monthWeeks, type Lasting, type MonthDay } from './month-weeks.ts';
import { Light, type LightName } from './state.tsx';
import { useWords } from './words.tsx';

export interface MonthItem extends Lasting {
  readonly name: string;
  readonly to: string;
  readonly light: LightName;
  /** The light's word: «16 días tarde». */
  readonly says: string;
  readonly more?: ReactNode;
}

interface Props {
  /** `YYYY-MM` */
  readonly month: string;
  readonly items: readonly MonthItem[];
  readonly today: string;
  /** Why nobody works that day («festivo», ''), or null when people do. */
  readonly rests?: (day: string) => string | null;
  /** Where the whole of a day is, when not everything fits. */
  readonly dayAddress?: (day: string) => string;
}

/** A month of things that last: a table of weeks, and on a phone the same as a list. */
export function Month({ month, items, today, rests = () => null, dayAddress }: Props) {
  const { say, format } = useWords();
  const weeks = monthWeeks(month, items);
  const name = format.month(`${month}-01`);
  return (
    <>
      <table className="month">
        <caption className="sr">{name}</caption>
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
              {week.map((cell) => {
                const rest = rests(cell.day);
                const classes = [cell.out && 'out', rest !== null && 'off', cell.day === today && 'today'].filter(Boolean).join(' ');
                return (
                  <td key={cell.day} className={classes || undefined} aria-current={cell.day === today ? 'date' : undefined}>
                    <time dateTime={cell.day}>{Number(cell.day.slice(8))}</time>
                    {rest && <small>{rest}</small>}
                    <Lanes cell={cell} />
                    {cell.rest > 0 &&
                      (dayAddress ? (
                        <Link className="more" to={dayAddress(cell.day)}>
                          {say('ui.and_more', { count: cell.rest })}
                        </Link>
                      ) : (
                        <span className="more">{say('ui.and_more', { count: cell.rest })}</span>
                      ))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <ol className="agenda">
        {inMonth(month, items).map((item) => (
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
    </>
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

import { useRef, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { monthWeeks } from '#ui/month-weeks.ts';
import { useWords } from '#ui/words.tsx';
import { EntryLink, type Entry } from './calendar-entry.tsx';
import type { useMoving } from './use-moving.ts';

export interface CampaignSpan {
  readonly key: number;
  readonly name: string;
  readonly from: string;
  readonly until: string;
  readonly over: boolean;
}

interface Props {
  readonly days: 'month' | 'week';
  /** `YYYY-MM-DD` within the month or week. */
  readonly at: string;
  readonly today: string;
  readonly entries: readonly Entry[];
  readonly campaigns: readonly CampaignSpan[];
  readonly rests: Readonly<Record<string, string>>;
  readonly crowded: ReadonlyMap<string, number>;
  readonly moving: ReturnType<typeof useMoving>;
  readonly dayAddress: (day: string) => string;
}

/** How many things a day of the month shows; the week shows them all. */
const most = 4;

const jumps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A month, or one of its weeks, as a grid: campaigns above, then each day's things. Arrows walk from day to day. */
export function MonthGrid({ days, at, today, entries, campaigns, rests, crowded, moving, dayAddress }: Props) {
  const { say, format } = useWords();
  const table = useRef<HTMLTableElement>(null);
  const byDay = Map.groupBy(entries, ({ day }) => day);
  const weeks = monthWeeks(at.slice(0, 7), campaigns, 3).filter((week) => days === 'month' || week.some(({ day }) => day === at));
  const walk = (event: KeyboardEvent<HTMLTableElement>) => {
    const cell = (event.target as HTMLElement).closest('td');
    const by = jumps[event.key];
    if (!cell || by === undefined) return;
    const cells = [...table.current!.querySelectorAll('td')];
    const next = cells[cells.indexOf(cell) + by];
    if (!next) return;
    event.preventDefault();
    const first = next.querySelector('a');
    if (first) first.focus();
    else next.focus();
  };
  return (
    <table ref={table} role="grid" className={`month editorial ${days === 'week' ? 'of-week' : ''}`} onKeyDown={walk}>
      <caption className="sr">
        {days === 'month' ? format.month(at) : say('calendar.week_of', { from: weeks[0]![0]!.day, to: weeks[0]![6]!.day })}
      </caption>
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
              const here = byDay.get(cell.day) ?? [];
              const shown = days === 'week' ? here : here.slice(0, most);
              const classes = [cell.out && 'out', (rests[cell.day] !== undefined || column > 4) && 'off', cell.day === today && 'today'];
              return (
                <td
                  key={cell.day}
                  tabIndex={-1}
                  className={classes.filter(Boolean).join(' ') || undefined}
                  aria-current={cell.day === today ? 'date' : undefined}
                  {...moving.target(cell.day)}
                >
                  <time dateTime={cell.day}>{cell.day.endsWith('-01') ? format.shortDay(cell.day) : Number(cell.day.slice(8))}</time>
                  {rests[cell.day] && <small>{rests[cell.day]}</small>}
                  {cell.day >= today && crowded.has(cell.day) && (
                    <small className="crowded">▲ {say('calendar.crowded', { count: crowded.get(cell.day)! })}</small>
                  )}
                  {cell.lanes.length > 0 && (
                    <ul>
                      {cell.lanes.map((segment, lane) =>
                        segment ? (
                          <li
                            key={lane}
                            className={[
                              'span',
                              segment.item.over && 'over',
                              segment.starts && 'starts',
                              segment.ends && 'ends',
                              segment.named && `n${segment.length}`,
                            ]
                              .filter(Boolean)
                              .join(' ')}
                          >
                            {segment.named && <Link to={`/workspace/campaigns/${segment.item.key}`}>{segment.item.name}</Link>}
                          </li>
                        ) : (
                          <li key={lane} aria-hidden="true" />
                        ),
                      )}
                    </ul>
                  )}
                  {shown.length > 0 && (
                    <ul className="events">
                      {shown.map((entry) => (
                        <li key={entry.key} {...(entry.moves ? moving.carried(entry.key, entry.day) : {})}>
                          <EntryLink entry={entry} data-entry={entry.key} />
                          {days === 'week' && entry.who && <small>{entry.who}</small>}
                        </li>
                      ))}
                    </ul>
                  )}
                  {here.length > shown.length && (
                    <Link className="more" to={dayAddress(cell.day)}>
                      {say('ui.and_more', { count: here.length - shown.length })}
                    </Link>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { Form, Link } from 'react-router';
import { State } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';
import { stateShapes, type Entry } from './calendar-entry.tsx';

/** Everything in order, day by day; what may be moved has its day beside it, which needs no script. */
export function CalendarList({
  entries,
  rests,
  className,
}: {
  entries: readonly Entry[];
  rests: Readonly<Record<string, string>>;
  className?: string;
}) {
  const { say, format } = useWords();
  const days = [...Map.groupBy(entries, ({ day }) => day)];
  return (
    <div className={className}>
      {days.map(([day, list]) => (
        <section className="section" key={day}>
          <header>
            <h2>{format.weekday(day)}</h2>
            {rests[day] && <span className="muted">{rests[day]}</span>}
          </header>
          <ul className="lines day-lines">
            {list.map((entry) => (
              <li key={entry.key}>
                <div className="what">
                  <Link className="quiet" to={entry.to}>
                    <b>
                      {entry.hour && `${entry.hour} · `}
                      {entry.name}
                    </b>
                  </Link>
                  <small>
                    {entry.who}
                    {entry.clash && <span className="soon"> · {say('calendar.clash')}</span>}
                  </small>
                </div>
                {entry.state ? (
                  <State state={stateShapes[entry.state]}>{say(`pieces.state.${entry.state}`)}</State>
                ) : (
                  <span className={entry.late ? 'late' : 'muted'}>
                    {entry.kind === 'owed' ? say(entry.late ? 'calendar.missed_word' : 'calendar.owed_word') : null}
                  </span>
                )}
                {entry.moves && (
                  <details className="move">
                    <summary>
                      {say('calendar.move')}
                      <span className="sr"> {entry.title}</span>
                    </summary>{' '}
                    <Form method="post">
                      <input type="hidden" name="piece" value={entry.piece!} />
                      <label>
                        <span className="sr">
                          {say('calendar.move_to')} · {entry.title}
                        </span>
                        <input className="input" type="date" name="day" defaultValue={entry.day} required />
                      </label>
                      <button className="button small" name="intent" value="move">
                        {say('calendar.move')}
                      </button>
                    </Form>
                  </details>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

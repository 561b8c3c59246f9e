import type { calendarStates } from '#domains/editorial/index.ts';
import { useWords } from '#ui/words.tsx';
import { PieceStateMark } from '../editorial/piece-state.tsx';
import { EntryLink, type Entry } from './calendar-entry.tsx';

/** The pieces of a month by where they are on their way; what is owed before all. */
export function CalendarBoard({ entries, states }: { entries: readonly Entry[]; states: typeof calendarStates }) {
  const { say, format } = useWords();
  const columns = [
    { key: 'owed', head: say('calendar.owed_word'), list: entries.filter(({ kind }) => kind === 'owed') },
    ...states.map((state) => ({
      key: state,
      head: <PieceStateMark state={state} />,
      list: entries.filter((entry) => entry.state === state),
    })),
  ];
  return (
    <div className="states" tabIndex={0} role="region" aria-label={say('calendar.view.board')}>
      {columns.map(({ key, head, list }) => (
        <section key={key}>
          <h2>
            {head} <span className="count">{format.number(list.length)}</span>
          </h2>
          {list.length === 0 ? (
            <p className="muted">{say('calendar.none_in_state')}</p>
          ) : (
            <ul>
              {list.map((entry) => (
                <li key={entry.key}>
                  <EntryLink entry={{ ...entry, title: entry.name, state: null }} />
                  <small className={entry.late ? 'late' : undefined}>
                    {format.shortDay(entry.day)}
                    {entry.who && ` · ${entry.who}`}
                  </small>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

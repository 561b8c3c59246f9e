import { Form, Link } from 'react-router';
import { State } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';
import { stateShapes } from './calendar-entry.tsx';
import type { CalendarData } from './calendar.page.tsx';

/** What the marks mean, and the views that one keeps for oneself. */
export function CalendarFoot({ data: { kept, states, plans } }: { data: Pick<CalendarData, 'kept' | 'states' | 'plans'> }) {
  const { say } = useWords();
  return (
    <footer className="key small">
      {states.toReversed().map((state) => (
        <State key={state} state={stateShapes[state]}>
          {say(`pieces.state.${state}`)}
        </State>
      ))}
      <span className="muted push">
        {say('calendar.key')} <Link to="/workspace/calendar/slots">{say('calendar.slots_change')}</Link>
        {plans && <span className="wide-only"> {say('calendar.move_help')}</span>}
      </span>
      <div className="views">
        {kept.length > 0 && <b>{say('calendar.saved_views')}</b>}
        {kept.map(({ id, name, query }) => (
          <span key={id}>
            <Link to={`?${query}`}>{name}</Link>{' '}
            <Form method="post">
              <input type="hidden" name="view" value={id} />
              <button className="button quiet small" name="intent" value="forget-view">
                {say('calendar.forget')} <span className="sr">{name}</span>
              </button>
            </Form>
          </span>
        ))}
        <details>
          <summary>{say('calendar.save_view')}</summary>
          <Form method="post">
            <label>
              <span className="sr">{say('calendar.view_name')}</span>
              <input className="input" name="name" maxLength={80} required placeholder={say('calendar.view_name')} />
            </label>{' '}
            <button className="button small" name="intent" value="save-view">
              {say('calendar.save_view')}
            </button>
          </Form>
        </details>
        <Link className="push" to="/workspace/calendar/feeds">
          {say('calendar.feed')}
        </Link>
      </div>
    </footer>
  );
}

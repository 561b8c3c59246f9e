import { Link } from 'react-router';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import type { Due } from './due-in.ts';

/** The calendar of a plan as a list: what is owed, month by month. */
export function CalendarList({ due }: { due: readonly Due[] }) {
  const { say, format } = useWords();
  return (
    <Section title={say('plan.calendar')} count={format.number(due.length)}>
      <Table
        caption={say('plan.calendar')}
        rows={due}
        rowKey={({ item, startsOn }) => `${item} ${startsOn}`}
        empty={<Empty title={say('plan.nothing_owed')} slim />}
        group={({ endsOn }) => ({ key: `m${endsOn.slice(0, 7)}`, head: format.month(endsOn) })}
        columns={[
          { key: 'until', name: say('plan.term'), phone: 'second', cell: ({ endsOn }) => format.shortDay(endsOn, '') },
          {
            key: 'what',
            name: say('plan.kind.activity'),
            phone: 'lead',
            cell: ({ item, number, title }) => (
              <>
                <span className="no muted">{number}</span>{' '}
                <Link className="quiet" to={`/workspace/activities/${item}`}>
                  {title}
                </Link>
              </>
            ),
          },
          { key: 'who', name: say('plan.responsible'), phone: 'under', cell: ({ who }) => who },
        ]}
      />
    </Section>
  );
}

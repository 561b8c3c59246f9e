import { Link } from 'react-router';
import type { CalendarItem } from '#domains/plan/index.ts';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { Light } from '#ui/state.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { lightOf, stateIn } from './calendar-state.ts';

/** The calendar of a plan as a list: what is owed, month by month. */
export function CalendarList({
  items,
  title,
  id,
  grouped = true,
}: {
  items: readonly CalendarItem[];
  title?: string;
  id?: string;
  grouped?: boolean;
}) {
  const { say, format } = useWords();
  const name = title ?? say('plan.calendar');
  return (
    <Section title={name} count={format.number(items.length)} {...(id ? { id } : {})}>
      <Table<CalendarItem>
        caption={name}
        rows={items}
        rowKey={({ item, startsOn }) => `${item} ${startsOn}`}
        empty={<Empty title={say('plan.nothing_owed')} slim />}
        {...(grouped ? { group: ({ endsOn }) => ({ key: `m${endsOn.slice(0, 7)}`, head: format.month(endsOn) }) } : {})}
        columns={[
          { key: 'until', name: say('plan.term'), phone: 'second', cell: ({ endsOn }) => format.shortDay(endsOn, '') },
          {
            key: 'what',
            name: say('plan.kind.activity'),
            phone: 'lead',
            cell: (row) => (
              <>
                <span className="no muted">{row.number}</span>{' '}
                <Link className="quiet" to={`/workspace/activities/${row.item}`}>
                  {row.title}
                </Link>
              </>
            ),
          },
          { key: 'who', name: say('plan.responsible'), cell: ({ who }) => who },
          { key: 'state', name: say('work.state'), phone: 'under', cell: (row) => <Light light={lightOf(row)}>{stateIn(say, row)}</Light> },
        ]}
      />
    </Section>
  );
}

import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import type { Frame } from './frame.ts';

/** What is planned, done and spent, by class of action. */
export function Sums({ sums }: { sums: Frame['sums'] }) {
  const { say, format } = useWords();
  return (
    <Section title={say('campaigns.sums')}>
      <Table
        caption={say('campaigns.sums')}
        rows={sums}
        rowKey={({ class: one }) => one}
        columns={[
          { key: 'class', name: say('campaigns.class'), phone: 'lead', cell: ({ class: one }) => say(`campaigns.class.${one}`) },
          { key: 'planned', name: say('campaigns.sum_planned'), number: true, cell: ({ planned }) => format.number(planned) },
          {
            key: 'done',
            name: say('campaigns.sum_done'),
            number: true,
            phone: 'under',
            cell: ({ done, planned }) => say('campaigns.actions_done', { done, count: planned }),
          },
          { key: 'spent', name: say('campaigns.spent'), number: true, phone: 'figure', cell: ({ spent }) => format.money(spent) },
        ]}
      />
    </Section>
  );
}

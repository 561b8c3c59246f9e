import type { MemoReader } from '#domains/editorial/index.ts';
import { brief } from '#ui/brief.ts';
import { Empty } from '#ui/said-back.tsx';
import { Light } from '#ui/state.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { took } from './took.ts';

/** Person by person: who read it, by which means and after how long; who has not, and how often he was reminded. */
export function Readers({
  readers,
  sentAt,
  filtered,
}: {
  readonly readers: readonly MemoReader[];
  readonly sentAt: Date | null;
  readonly filtered: boolean;
}) {
  const { say, format, now } = useWords();
  return (
    <Table
      caption={say('memos.readers')}
      rows={readers}
      rowKey={({ id }) => id}
      empty={
        <Empty slim title={say(filtered ? 'memos.readers_none' : 'memos.unread')}>
          {say(filtered ? 'memos.none_found_how' : 'memos.readers_unsent')}
        </Empty>
      }
      columns={[
        {
          key: 'name',
          name: say('memos.reader'),
          phone: 'lead',
          cell: (row) => (
            <>
              {row.name}
              <small>{[row.unitName, row.person === null && say('memos.outside')].filter(Boolean).join(' · ')}</small>
            </>
          ),
        },
        {
          key: 'state',
          name: say('memos.reader_state'),
          phone: 'under',
          cell: (row) => (
            <Light light={row.means ? 'good' : 'none'}>{row.means ? say(`memos.by.${row.means}`) : say('memos.unread')}</Light>
          ),
        },
        {
          key: 'took',
          name: say('memos.took'),
          cell: (row) =>
            row.readAt && sentAt && row.means === 'intranet' ? took((+new Date(row.readAt) - +new Date(sentAt)) / 3_600_000, say) : '',
        },
        {
          key: 'reminders',
          name: say('memos.reminders'),
          number: true,
          cell: (row) => (row.reminders > 0 ? format.number(row.reminders) : ''),
        },
        {
          key: 'when',
          name: say('memos.when'),
          number: true,
          phone: 'figure',
          cell: (row) => row.readAt && <time dateTime={new Date(row.readAt).toISOString()}>{brief(format, row.readAt, now)}</time>,
        },
      ]}
    />
  );
}

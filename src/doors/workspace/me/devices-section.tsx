import { Form } from 'react-router';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';

interface Device {
  readonly id: number;
  readonly device: string;
  readonly since: Date;
  readonly usedAt: Date;
  readonly until: Date;
}

/** Where the second factor is not asked for. */
export function DevicesSection({ devices }: { devices: readonly Device[] }) {
  const { say, format } = useWords();
  return (
    <Section title={say('me.devices.title')} count={devices.length} id="devices">
      <Table
        caption={say('me.devices.title')}
        rows={devices}
        rowKey={({ id }) => id}
        columns={[
          { key: 'device', name: say('me.sessions.device'), cell: ({ device }) => device || say('me.sessions.unknown') },
          { key: 'seen', name: say('me.sessions.seen'), cell: ({ usedAt }) => format.instant(usedAt) },
          { key: 'until', name: say('me.devices.until'), cell: ({ until }) => format.instant(until) },
          {
            key: 'end',
            name: <span className="sr">{say('me.devices.forget')}</span>,
            cell: ({ id }) => (
              <Form method="post">
                <input type="hidden" name="device" value={id} />
                <button className="button small" name="intent" value="forget_device">
                  {say('me.devices.forget')}
                </button>
              </Form>
            ),
          },
        ]}
      />
    </Section>
  );
}

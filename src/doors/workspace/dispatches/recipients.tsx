import { Link } from 'react-router';
import type { Delivery, MailCounts } from '#domains/channels/index.ts';
import { brief } from '#ui/brief.ts';
import { Filters } from '#ui/filters.tsx';
import { PartsOf } from '#ui/parts-of.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { State } from '#ui/state.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';

interface Props {
  readonly to: { readonly deliveries: readonly Delivery[]; readonly total: number; readonly page: number; readonly atOnce: number };
  readonly mails: MailCounts;
  readonly at: URLSearchParams;
}

const outcomes = [
  { state: 'sent', shape: 'live', tone: 'good' },
  { state: 'refused', shape: 'bounced', tone: 'bad' },
  { state: 'unknown', shape: 'unknown', tone: 'warn' },
  { state: 'waiting', shape: 'requested', tone: 'idle' },
] as const;
const shapeOf = Object.fromEntries(outcomes.map(({ state, shape }) => [state, shape]));

/** Whom a mail went to, and how each ended. */
export function Recipients({ to, mails, at }: Props) {
  const { say, format, now } = useWords();
  const { deliveries, total, page, atOnce } = to;
  const count = mails.sent + mails.waiting + mails.refused + mails.unknown;
  const address = (number: number) => `?${new URLSearchParams([...[...at].filter(([name]) => name !== 'page'), ['page', String(number)]])}`;
  const parts = outcomes.map(({ state, tone }) => ({ name: say(`dispatches.mail_state.${state}`), count: mails[state], tone }));
  return (
    <>
      <section className="flow" aria-label={say('dispatches.progress')}>
        <PartsOf parts={parts} label={parts.map((part) => `${format.number(part.count)} ${part.name.toLowerCase()}`).join(', ')} />
        <ul className="outcomes">
          {outcomes.map(({ state, shape }) => (
            <li key={state}>
              <b>{format.number(mails[state])}</b>
              <State state={shape}>{say(`dispatches.mail_state.${state}`)}</State>
              <small>{say(`dispatches.mail_means.${state}`)}</small>
            </li>
          ))}
        </ul>
      </section>
      <Section title={say('dispatches.recipients')} count={format.number(count)}>
        <Filters
          search={say('dispatches.find_person')}
          filters={[
            {
              name: 'mail',
              label: say('dispatches.state'),
              all: say('dispatches.any'),
              options: outcomes.map(({ state }) => ({ value: state, label: say(`dispatches.mail_state.${state}`) })),
            },
          ]}
        />
        <Table
          caption={say('dispatches.recipients')}
          rows={deliveries}
          rowKey={({ person }) => person}
          empty={<Empty slim title={say('dispatches.none_found')} />}
          columns={[
            {
              key: 'name',
              name: say('dispatches.recipient'),
              phone: 'lead',
              cell: (row) => (
                <>
                  {row.name}
                  <small>{row.email}</small>
                </>
              ),
            },
            {
              key: 'state',
              name: say('dispatches.state'),
              phone: 'under',
              cell: (row) => <State state={shapeOf[row.state]!}>{say(`dispatches.mail_state.${row.state}`)}</State>,
            },
            { key: 'said', name: say('dispatches.server_said'), cell: (row) => <span className="muted">{row.error}</span> },
            { key: 'at', name: say('dispatches.when'), number: true, phone: 'figure', cell: (row) => brief(format, row.at, now) },
          ]}
        />
        {total > atOnce && (
          <Pages
            says={say('dispatches.shown', { from: (page - 1) * atOnce + 1, to: (page - 1) * atOnce + deliveries.length, count: total })}
            previous={page > 1 ? address(page - 1) : null}
            next={page * atOnce < total ? address(page + 1) : null}
          />
        )}
        {mails.refused > 0 && (
          <p className="small">
            <Link to="/workspace/outbox">{say('dispatches.send_again')}</Link>
          </p>
        )}
      </Section>
    </>
  );
}

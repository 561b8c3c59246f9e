import { Form, Link } from 'react-router';
import type { Answer } from '#ui/field.tsx';
import { TextField } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Badge } from '#ui/state.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';

export function PasswordSection({ answer }: { answer: Answer | undefined }) {
  const { say } = useWords();
  return (
    <Section title={say('me.password.title')} id="password">
      <Form method="post" className="own-form">
        <input type="hidden" name="intent" value="password" />
        <TextField
          name="present_password"
          label={say('me.password.present')}
          type="password"
          autoComplete="current-password"
          maxLength={256}
          answer={answer}
        />
        <TextField
          name="new_password"
          label={say('me.password.new')}
          hint={say('me.password.hint')}
          type="password"
          autoComplete="new-password"
          maxLength={256}
          answer={answer}
          required
        />
        <p>
          <button className="button">{say('me.password.submit')}</button>
        </p>
      </Form>
    </Section>
  );
}

export function FactorSection({ factor, answer }: { factor: { since: Date; codesLeft: number } | null; answer: Answer | undefined }) {
  const { say, format } = useWords();
  if (!factor) {
    return (
      <Section title={say('me.factor.title')} id="factor">
        <Empty
          slim
          title={say('me.factor.none')}
          actions={
            <Link className="button primary" to="/workspace/me/security/codes">
              {say('me.factor.add')}
            </Link>
          }
        />
      </Section>
    );
  }
  return (
    <Section title={say('me.factor.title')} id="factor">
      <p className="own-form">
        {say('me.factor.since', { day: format.instant(factor.since) })} · {say('me.factor.codes', { count: factor.codesLeft })}
      </p>
      <Form method="post" className="own-form">
        <input type="hidden" name="intent" value="remove_factor" />
        <TextField
          name="code"
          label={say('me.factor.code')}
          hint={say('me.factor.remove_hint')}
          autoComplete="one-time-code"
          maxLength={40}
          answer={answer}
          required
        />
        <p>
          <button className="button grave">{say('me.factor.remove')}</button>
        </p>
      </Form>
    </Section>
  );
}

interface Key {
  readonly id: string;
  readonly name: string;
  readonly addedAt: Date;
  readonly usedAt: Date | null;
}

export function KeysSection({ keys, answer }: { keys: readonly Key[]; answer: Answer | undefined }) {
  const { say, format } = useWords();
  const add = (
    <Link className="button" to="/workspace/me/security/passkey" reloadDocument>
      {say('me.keys.add')}
    </Link>
  );
  if (keys.length === 0)
    return (
      <Section title={say('me.keys.title')} id="keys">
        <Empty slim title={say('me.keys.none')} actions={add} />
      </Section>
    );
  return (
    <Section title={say('me.keys.title')} count={keys.length} more={add} id="keys">
      <ul className="keys">
        {keys.map((key) => (
          <li key={key.id}>
            <Form method="post" className="in-line">
              <input type="hidden" name="passkey" value={key.id} />
              <TextField
                name="name"
                label={say('me.keys.name')}
                defaultValue={key.name}
                maxLength={60}
                answer={answer?.typed.passkey === key.id ? answer : undefined}
                required
              />
              <button className="button" name="intent" value="name_key">
                {say('me.keys.rename')}
              </button>
              <button className="button grave" name="intent" value="remove_key">
                {say('me.keys.remove')}
              </button>
            </Form>
            <small className="muted">
              {say('me.keys.added', { day: format.instant(key.addedAt) })} ·{' '}
              {key.usedAt ? say('me.keys.used', { when: format.instant(key.usedAt) }) : say('me.keys.never')}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface Session {
  readonly id: number;
  readonly device: string;
  readonly openedAt: Date;
  readonly seenAt: Date;
  readonly this: boolean;
}

export function SessionsSection({ sessions, others: any }: { sessions: readonly Session[]; others: boolean }) {
  const { say, format } = useWords();
  const others = any && (
    <Form method="post">
      <button className="button small" name="intent" value="end_others">
        {say('me.sessions.end_others')}
      </button>
    </Form>
  );
  return (
    <Section title={say('me.sessions.title')} count={sessions.length} more={others} id="sessions">
      <Table
        caption={say('me.sessions.title')}
        rows={sessions}
        rowKey={(session) => session.id}
        columns={[
          {
            key: 'device',
            name: say('me.sessions.device'),
            cell: (session) => (
              <>
                {session.device || say('me.sessions.unknown')} {session.this && <Badge>{say('me.sessions.this')}</Badge>}
              </>
            ),
          },
          { key: 'opened', name: say('me.sessions.opened'), cell: (session) => format.instant(session.openedAt) },
          { key: 'seen', name: say('me.sessions.seen'), cell: (session) => format.instant(session.seenAt) },
          {
            key: 'end',
            name: <span className="sr">{say('me.sessions.end')}</span>,
            cell: (session) =>
              !session.this && (
                <Form method="post">
                  <input type="hidden" name="session" value={session.id} />
                  <button className="button small" name="intent" value="end_session">
                    {say('me.sessions.end')}
                  </button>
                </Form>
              ),
          },
        ]}
      />
    </Section>
  );
}

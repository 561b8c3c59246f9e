import { Form } from 'react-router';
import type { Device } from '#domains/channels/index.ts';
import type { Answer } from '#ui/field.tsx';
import { PushForm } from '#ui/push-form.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';

interface Props {
  readonly devices: readonly Device[];
  readonly pushKey: string;
  /** Whether it is offered beside the notices already. */
  readonly offered: boolean;
  readonly answer: Answer | undefined;
}

/** On which devices one's notices show, each turned off by itself; and how this one is turned on. */
export function PushDevices({ devices, pushKey, offered, answer }: Props) {
  const { say, format } = useWords();
  return (
    <Section title={say('push.devices')} count={devices.length || undefined} id="devices">
      {devices.length === 0 && <p className="muted after-rule">{say('push.none')}</p>}
      <ul className="wires">
        {devices.map(({ id, device, createdAt, here }) => (
          <li key={id}>
            <span>
              {device || say('push.unnamed')} {here && <b>{say('push.here')}</b>}
              <small>{say('push.since', { when: format.instant(createdAt) })}</small>
            </span>
            <Form method="post">
              <input type="hidden" name="subscription" value={id} />
              <button className="button small" name="intent" value="push-off" aria-label={say('push.turn_off_named', { device })}>
                {say('push.turn_off')}
              </button>
            </Form>
          </li>
        ))}
      </ul>
      {!offered && !devices.some(({ here }) => here) && (
        <PushForm pushKey={pushKey} intent="push-on" does={say('push.turn_on')} answer={answer} />
      )}
      <p className="small muted">{say('push.by_nature')}</p>
    </Section>
  );
}

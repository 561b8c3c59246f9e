import { Form } from 'react-router';
import type { OpenChannel } from '#domains/editorial/index.ts';
import { Choices } from '#ui/choices.tsx';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';

interface Props {
  readonly piece: { readonly channels: readonly string[]; readonly publishAt: string };
  readonly channels: readonly OpenChannel[];
  /** Of screens, which a channel of screens reaches. */
  readonly groups: readonly { readonly id: number; readonly name: string; readonly public: boolean }[];
  /** The institution's clock now, as a field shows it. */
  readonly soonest: string;
  /** Whether an earlier one is out, which this replaces. */
  readonly again: boolean;
}

/** Channels and moment: one form, two buttons. A channel that cannot carry it stays in sight with the reason. */
export function SendForm({ piece, channels, groups, soonest, again }: Props) {
  const { say, format } = useWords();
  const scheduled = useAnswer('schedule');
  const published = useAnswer('publish');
  const answer = scheduled ?? published;
  const never = channels.filter(({ hindered }) => hindered === 'kind').map(({ name }) => name);
  const free = channels.filter(({ hindered }) => hindered === null).map(({ code }) => code);
  return (
    <Section title={say(again ? 'dispatches.send_again_title' : 'dispatches.send')}>
      <Form method="post" className="form">
        {again && <p>{say('dispatches.replaces')}</p>}
        <FormRefusal answer={answer} />
        <Choices
          name="channels"
          legend={say('dispatches.channels')}
          hint={never.length > 0 ? say('dispatches.never_by', { channels: format.list(never) }) : undefined}
          several
          chosen={piece.channels.filter((code) => free.includes(code))}
          options={channels
            .filter(({ hindered }) => hindered !== 'kind')
            .map(({ code, name, means, public: open, hindered }) => ({
              value: code,
              label: name,
              more: say(
                hindered ? 'dispatches.hindered.class' : open ? `dispatches.reaches.${means}_public` : `dispatches.reaches.${means}`,
              ),
              disabled: hindered !== null,
            }))}
          answer={answer}
        />
        {groups.length > 0 && (
          <Choices
            name="groups"
            legend={say('dispatches.screen_groups')}
            hint={say('dispatches.screen_groups_hint')}
            several
            options={groups.map(({ id, name, public: open }) => ({
              value: String(id),
              label: name,
              more: open ? say('dispatches.group_open') : undefined,
            }))}
            answer={answer}
          />
        )}
        <TextField
          name="at"
          type="datetime-local"
          label={say('dispatches.at')}
          hint={say('dispatches.at_hint')}
          defaultValue={piece.publishAt}
          min={soonest}
          answer={answer}
          optional
        />
        <p className="actions">
          <button className="button primary" name="intent" value="schedule">
            {say('dispatches.schedule')}
          </button>
          <button className="button" name="intent" value="publish">
            {say('dispatches.publish_now')}
          </button>
        </p>
      </Form>
    </Section>
  );
}

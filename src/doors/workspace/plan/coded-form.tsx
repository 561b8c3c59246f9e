import { Form, Link } from 'react-router';
import type { CodedKind, PlanChannel } from '#domains/plan/index.ts';
import { Choices } from '#ui/choices.tsx';
import { FormRefusal, SelectField, TextAreaField, TextField, type Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { PartRemoval } from './part-removal.tsx';
import { StaleRow, wasOf } from './stale-row.tsx';
import type { EditedCoded } from './text-edited.ts';

interface Props {
  readonly version: number;
  readonly kind: CodedKind;
  /** Null to add one. */
  readonly part: EditedCoded | null;
  readonly channels: readonly PlanChannel[];
}

/** A public with its focus and channels, or a channel with its class. */
export function CodedForm({ version, kind, part, channels }: Props) {
  const { say } = useWords();
  const intent = part ? 'coded.edit' : 'coded.add';
  const answer = useAnswer(intent);
  return (
    <>
      <Form method="post" action={part ? `?${kind}=${part.code}` : `?add=${kind}`} className="form">
        <StaleRow answer={answer} />
        {answer?.refusal?.refused !== 'form.stale' && <FormRefusal answer={answer} />}
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="kind" value={kind} />
        {part && (
          <>
            <input type="hidden" name="code" value={part.code} />
            <input type="hidden" name="revision" value={String(answer?.typed['revision'] ?? part.revision)} />
            <input type="hidden" name="was" value={wasOf(answer, part.fields)} />
          </>
        )}
        <TextField
          name="name"
          label={say('plan.field.name')}
          defaultValue={text(part?.fields['name'])}
          maxLength={200}
          required
          autoFocus={!part}
          answer={answer}
        />
        {kind === 'segment' ? (
          <SegmentFields part={part} channels={channels} answer={answer} />
        ) : (
          <ChannelFields part={part} answer={answer} />
        )}
        <div className="actions">
          <button className="button primary">{say(part ? 'plan.save' : `plan.add_${kind}`)}</button>
          <Link className="button" to={part ? `?#${kind}-${part.code}` : `?#${kind}s`}>
            {say('plan.leave')}
          </Link>
        </div>
      </Form>
      {part && (
        <PartRemoval
          intent="coded.remove"
          fields={{ version, kind, code: part.code, revision: part.revision }}
          says={say(`plan.remove_${kind}`)}
          how={say('plan.remove_coded_how')}
        />
      )}
    </>
  );
}

type Fields = { readonly part: EditedCoded | null; readonly answer: Answer | undefined };

function SegmentFields({ part, channels, answer }: Fields & { channels: readonly PlanChannel[] }) {
  const { say } = useWords();
  const chosen = part?.fields['channels'];
  return (
    <>
      <TextAreaField
        name="focus"
        label={say('plan.field.focus')}
        hint={say('plan.focus_hint')}
        defaultValue={text(part?.fields['focus'])}
        rows={3}
        maxLength={5_000}
        optional
        answer={answer}
      />
      {channels.length > 0 && (
        <>
          <input type="hidden" name="lists" value="channels" />
          <Choices
            several
            name="channels"
            legend={say('plan.field.channels')}
            options={channels.map(({ code, name, class: cls, mode }) => ({
              value: code,
              label: name,
              more: `${cls}, ${say(`plan.document.mode.${mode}`)}`,
            }))}
            chosen={Array.isArray(chosen) ? chosen.map(String) : []}
            answer={answer}
          />
        </>
      )}
    </>
  );
}

function ChannelFields({ part, answer }: Fields) {
  const { say } = useWords();
  return (
    <>
      <div className="pair">
        <SelectField
          name="class"
          label={say('plan.field.class')}
          hint={say('plan.class_hint')}
          options={['ATL', 'BTL', 'digital'].map((value) => ({ value, label: value }))}
          defaultValue={text(part?.fields['class'])}
          answer={answer}
        />
        <SelectField
          name="mode"
          label={say('plan.field.mode')}
          options={['online', 'offline'].map((value) => ({ value, label: say(`plan.document.mode.${value}`) }))}
          defaultValue={text(part?.fields['mode'])}
          answer={answer}
        />
      </div>
      <TextAreaField
        name="purpose"
        label={say('plan.field.purpose')}
        defaultValue={text(part?.fields['purpose'])}
        rows={3}
        maxLength={5_000}
        optional
        answer={answer}
      />
    </>
  );
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

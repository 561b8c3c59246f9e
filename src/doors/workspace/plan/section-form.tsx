import { Form, Link } from 'react-router';
import type { SectionItem } from '#domains/plan/index.ts';
import { FormRefusal, TextAreaField, TextField } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { StaleRow, wasOf } from './stale-row.tsx';

interface Edited {
  readonly code: string;
  readonly title: string;
  readonly body: string;
  readonly items: readonly SectionItem[];
  readonly revision: number;
}

/** One part of the plan's text, with its list; two empty lines to go on. */
export function SectionForm({ version, section }: { version: number; section: Edited }) {
  const { say } = useWords();
  const answer = useAnswer();
  const lines = [...section.items, null, null];
  return (
    <Form method="post" action={`?section=${section.code}`} className="form">
      <StaleRow answer={answer} />
      {answer?.refusal?.refused !== 'form.stale' && <FormRefusal answer={answer} />}
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="section" value={section.code} />
      <input type="hidden" name="revision" value={String(answer?.typed['revision'] ?? section.revision)} />
      <input type="hidden" name="was" value={wasOf(answer, { title: section.title, body: section.body, items: section.items })} />
      <TextField name="title" label={say('plan.field.title')} defaultValue={section.title} maxLength={300} required answer={answer} />
      <TextAreaField
        name="body"
        label={say('plan.field.body')}
        hint={say('plan.markdown_hint')}
        defaultValue={section.body}
        rows={8}
        maxLength={30_000}
        optional
        answer={answer}
      />
      {lines.map((item, at) => (
        <fieldset key={at} className="field">
          <legend>{item ? say('plan.item_number', { number: at + 1 }) : say('plan.item_new')}</legend>
          <input type="hidden" name={`items.${at}.code`} value={item?.code ?? ''} />
          <TextField
            name={`items.${at}.title`}
            label={say('plan.field.title')}
            defaultValue={item?.title}
            maxLength={500}
            answer={answer}
          />
          <TextAreaField
            name={`items.${at}.text`}
            label={say('plan.field.text')}
            defaultValue={item?.text}
            rows={2}
            maxLength={20_000}
            optional
            answer={answer}
          />
        </fieldset>
      ))}
      <div className="actions">
        <button className="button primary">{say('plan.save')}</button>
        <Link className="button" to={`?#${section.code}`}>
          {say('plan.leave')}
        </Link>
      </div>
    </Form>
  );
}

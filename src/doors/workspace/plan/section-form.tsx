import { Form, Link } from 'react-router';
import type { SectionItem, SectionKind } from '#domains/plan/index.ts';
import { FormRefusal, SelectField, TextAreaField, TextField, type Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { PartRemoval } from './part-removal.tsx';
import { StaleRow, wasOf } from './stale-row.tsx';
import type { EditedSection } from './text-edited.ts';

const kinds: readonly SectionKind[] = [
  'text',
  'objective',
  'scope',
  'definitions',
  'norms',
  'policy',
  'publics',
  'needs',
  'functions',
  'strategy',
  'segments',
  'channels',
  'contents',
  'feedback',
  'training',
  'crisis',
  'metrics',
  'alliances',
  'reviews',
];

/** One part of the plan's text, with its list; two empty lines to go on. */
export function SectionForm({ version, section }: { version: number; section: EditedSection | null }) {
  const { say } = useWords();
  const answer = useAnswer(section ? 'edit' : 'add');
  const lines = [...(section?.items ?? []), null, null];
  return (
    <>
      <Form method="post" action={section ? `?section=${section.code}` : '?add=section'} className="form">
        <StaleRow answer={answer} />
        {answer?.refusal?.refused !== 'form.stale' && <FormRefusal answer={answer} />}
        <input type="hidden" name="intent" value={section ? 'edit' : 'add'} />
        <input type="hidden" name="version" value={version} />
        {section ? (
          <>
            <input type="hidden" name="section" value={section.code} />
            <input type="hidden" name="revision" value={String(answer?.typed['revision'] ?? section.revision)} />
            <input type="hidden" name="was" value={wasOf(answer, { title: section.title, body: section.body, items: section.items })} />
          </>
        ) : (
          <SelectField
            name="kind"
            label={say('plan.section_holds')}
            options={kinds.map((value) => ({ value, label: say(`plan.section_kind.${value}`) }))}
            answer={answer}
          />
        )}
        <TextField
          name="title"
          label={say('plan.field.title')}
          defaultValue={section?.title}
          maxLength={300}
          required
          autoFocus={!section}
          answer={answer}
        />
        <TextAreaField
          name="body"
          label={say('plan.field.body')}
          hint={say('plan.markdown_hint')}
          defaultValue={section?.body}
          rows={8}
          maxLength={30_000}
          optional
          answer={answer}
        />
        <p className="hint">{say('plan.items_how')}</p>
        {lines.map((item, at) => (
          <ItemFields key={at} item={item} at={at} answer={answer} />
        ))}
        <div className="actions">
          <button className="button primary">{say(section ? 'plan.save' : 'plan.add_section')}</button>
          <Link className="button" to={`?#${section?.code ?? 'contenido'}`}>
            {say('plan.leave')}
          </Link>
        </div>
      </Form>
      {section && (
        <PartRemoval
          intent="remove"
          fields={{ version, section: section.code, revision: section.revision }}
          says={say('plan.remove_section')}
          how={say('plan.remove_section_how')}
        />
      )}
    </>
  );
}

function ItemFields({ item, at, answer }: { item: SectionItem | null; at: number; answer: Answer | undefined }) {
  const { say } = useWords();
  return (
    <fieldset className="field item-fields">
      <legend>{item ? say('plan.item_number', { number: at + 1 }) : say('plan.item_new')}</legend>
      <input type="hidden" name={`items.${at}.code`} value={item?.code ?? ''} />
      <TextField
        name={`items.${at}.place`}
        label={say('plan.item_place')}
        type="number"
        min={1}
        max={200}
        className="short"
        defaultValue={at + 1}
        answer={answer}
      />
      <TextField name={`items.${at}.title`} label={say('plan.field.title')} defaultValue={item?.title} maxLength={500} answer={answer} />
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
  );
}

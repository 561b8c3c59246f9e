import { useRef } from 'react';
import { Form, Link, useActionData, useFetcher } from 'react-router';
import type { Counted, RuleDraft, Segment } from '#domains/audiences/index.ts';
import { Choices } from '#ui/choices.tsx';
import { FormRefusal, Refusal, TextAreaField, TextField } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { RuleBuilder } from './rule-builder.tsx';
import type { SegmentChoices } from './segment-choices.ts';
import type { Drafted } from './segment-form.ts';

interface Props {
  readonly segment: Segment | null;
  /** What was being made when saving was refused, or what is saved. */
  readonly rule: RuleDraft;
  readonly regions: Readonly<Record<string, string>>;
  readonly choices: SegmentChoices;
  readonly counted: Counted | null;
}

/** A segment while it is made: what is said to it and by which means, its rule, and at its side how many it finds now. */
export function SegmentEditor({ segment, rule, regions, choices, counted }: Props) {
  const { say } = useWords();
  const refused = useAnswer();
  const step = useActionData<Drafted | { again?: Drafted } | undefined>();
  const drafted = step && 'draft' in step ? step : undefined;
  const answer = refused ?? (drafted && { typed: drafted.typed, problems: {}, refusal: null });
  const counting = useFetcher<{ counted: Counted | null }>();
  const wait = useRef<ReturnType<typeof setTimeout>>(undefined);
  const count = (form: HTMLFormElement) => {
    clearTimeout(wait.current);
    wait.current = setTimeout(() => {
      counting
        .submit(new FormData(form), { method: 'post', action: '/workspace/segments/count', encType: 'application/x-www-form-urlencoded' })
        .catch(() => undefined);
    }, 200);
  };
  const shown = counting.data ? counting.data.counted : drafted ? drafted.counted : counted;
  const draft = drafted?.draft ?? rule;
  return (
    <Form
      method="post"
      className="two"
      key={`${segment?.version ?? 0} ${JSON.stringify(draft)}`}
      onChange={(event) => count(event.currentTarget)}
    >
      <div className="stack">
        {drafted?.problem ? (
          <Refusal sentence={say(`refusals.${drafted.problem.refused}`, drafted.problem.details)} />
        ) : (
          <FormRefusal answer={refused} />
        )}
        {segment && <input type="hidden" name="version" value={segment.version} />}
        <TextField name="name" label={say('audiences.segment.name')} defaultValue={segment?.name} maxLength={200} answer={answer} />
        <TextAreaField
          name="focus"
          label={say('audiences.segment.focus')}
          hint={say('audiences.segment.focus_hint')}
          optional
          rows={2}
          defaultValue={segment?.focus}
          maxLength={2000}
          answer={answer}
        />
        <Section title={say('audiences.segment.rule')}>
          <RuleBuilder draft={draft} choices={choices} regions={{ ...regions, ...drafted?.regions }} />
        </Section>
        {choices.channels.length > 0 && (
          <details className="drawer-fold">
            <summary>{say('audiences.segment.channels')}</summary>
            <Choices
              name="channels"
              several
              legend={<span className="sr">{say('audiences.segment.channels')}</span>}
              options={choices.channels}
              chosen={segment?.channels ?? []}
              answer={answer}
            />
          </details>
        )}
        <p className="actions">
          <button className="button primary" name="intent" value="save">
            {say('audiences.segment.save')}
          </button>
          <button className="button" name="intent" value="count" formNoValidate>
            {say('audiences.segment.count')}
          </button>
          <Link className="button quiet" to="/workspace/segments">
            {say('audiences.leave_it')}
          </Link>
        </p>
      </div>
      <aside>
        <Found counted={shown} segment={segment} />
      </aside>
    </Form>
  );
}

function Found({ counted, segment }: { counted: Counted | null; segment: Segment | null }) {
  const { say, format } = useWords();
  return (
    <Section title={say('audiences.segment.now')}>
      <p role="status" className="figure">
        {counted ? (
          <>
            <b>{counted.roughly ? say('audiences.segment.roughly', { count: counted.count }) : format.number(counted.count)}</b>{' '}
            <small>{say('audiences.segment.contacts', { count: counted.count })}</small>
          </>
        ) : (
          <small className="muted">{say('audiences.segment.unfinished')}</small>
        )}
      </p>
      {counted && counted.count > 0 && (
        <>
          <p className="small">
            {say('audiences.segment.ways', { mail: format.number(counted.mail), agreed: format.number(counted.agreed) })}
          </p>
          {counted.sample.length > 0 && (
            <>
              <h3 className="small muted">{say('audiences.segment.sample')}</h3>
              <ul className="small">
                {counted.sample.map(({ id, name, kind }) => (
                  <li key={id}>
                    <Link to={`/workspace/contacts/${id}`}>{name || id}</Link>, {say(`audiences.kind.${kind}`).toLowerCase()}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      {segment && (
        <p className="actions">
          {counted && counted.sample.length > 0 && (
            <Link className="button small" to={`/workspace/contacts?segment=${segment.code}`}>
              {say('audiences.segment.all')}
            </Link>
          )}
          <Link className="button small" to={`/workspace/pieces?segment=${segment.code}`}>
            {say('audiences.segment.pieces')}
          </Link>
        </p>
      )}
    </Section>
  );
}

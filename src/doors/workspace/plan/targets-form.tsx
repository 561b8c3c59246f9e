import { Form } from 'react-router';
import type { Row } from '#domains/plan/index.ts';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';

/** The targets of an indicator, one line each, and two empty ones; a line emptied is a target taken away. */
export function TargetsForm({ version, row }: { version: number; row: Row }) {
  const { say, format } = useWords();
  const answer = useAnswer('targets');
  const lines = [...row.targets, null, null];
  return (
    <Section title={say('plan.targets')} count={format.number(row.targets.length)}>
      <Form method="post" className="form" preventScrollReset>
        <FormRefusal answer={answer} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="item" value={row.item} />
        <input type="hidden" name="revision" value={row.revision} />
        {lines.map((target, at) => (
          <fieldset key={at} className="field">
            <legend>{target ? say('plan.target_number', { number: at + 1 }) : say('plan.target_new')}</legend>
            <div className="pair">
              <TextField
                type="date"
                name={`targets.${at}.startsOn`}
                label={say('plan.from')}
                defaultValue={target?.startsOn}
                answer={answer}
              />
              <TextField
                type="date"
                name={`targets.${at}.endsOn`}
                label={say('plan.until')}
                defaultValue={target?.endsOn}
                answer={answer}
              />
            </div>
            <TextField
              name={`targets.${at}.value`}
              label={row.figureUnit ? say('plan.target_in', { unit: row.figureUnit }) : say('plan.target')}
              inputMode="decimal"
              defaultValue={target?.value}
              answer={answer}
            />
          </fieldset>
        ))}
        <div className="actions">
          <button className="button" name="intent" value="targets">
            {say('plan.save_targets')}
          </button>
        </div>
      </Form>
    </Section>
  );
}

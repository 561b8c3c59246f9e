import { Form } from 'react-router';
import type { Row } from '#domains/plan/index.ts';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { Drawer } from '../organization/drawer.tsx';

/** The targets of an indicator, one line each, and an empty one; a line emptied is a target taken away. */
export function TargetsForm({ version, row }: { version: number; row: Row }) {
  const { say, format } = useWords();
  const answer = useAnswer('targets');
  const lines = [...row.targets, null];
  const said = ({ startsOn, endsOn, value }: Row['targets'][number]) =>
    `${format.number(value, 2)} · ${format.shortDay(startsOn, '')} – ${format.shortDay(endsOn, '')}`;
  const wrong = (at: number) => answer !== undefined && Object.keys(answer.problems).some((field) => field.startsWith(`targets.${at}.`));
  return (
    <Section title={say('plan.targets')} count={format.number(row.targets.length)}>
      <Form method="post" className="form" preventScrollReset>
        <FormRefusal answer={answer} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="item" value={row.item} />
        <input type="hidden" name="revision" value={row.revision} />
        {lines.map((target, at) => (
          <Drawer key={at} name={target ? said(target) : say('plan.target_new')} open={wrong(at)}>
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
          </Drawer>
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

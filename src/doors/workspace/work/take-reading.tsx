import { Form } from 'react-router';
import type { IndicatorCard } from '#domains/metrics/index.ts';
import { FormRefusal, SelectField, TextAreaField, TextField } from '#ui/field.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { periodName } from './periods.ts';

const others = ['annotate', 'withdraw', 'correct', 'accepted', 'returned'];

/** Takes the figure of one period by hand, with its evidence. */
export function TakeReading({ card: { row, open, may, figure, version, today } }: { card: IndicatorCard }) {
  const { say, format } = useWords();
  const given = useAnswer();
  const answer = given && !others.includes(String(given.typed.intent)) ? withPeriod(given) : undefined;
  const body = () => {
    if (version.state !== 'in_force')
      return (
        <Empty slim title={say('work.not_in_force')}>
          {say('work.not_in_force_how')}
        </Empty>
      );
    if (!may.take)
      return (
        <Empty slim title={say('work.not_yours_to_take')}>
          {say('work.not_yours_how')}
        </Empty>
      );
    if (open.length === 0)
      return (
        <Empty slim title={say('work.all_taken')}>
          {say('work.all_taken_how')}
        </Empty>
      );
    return (
      <Form method="post" encType="multipart/form-data" className="form">
        <FormRefusal answer={answer} />
        <input type="hidden" name="intent" value="take" />
        <SelectField
          name="period"
          label={say(`work.every_${row.frequency!}`)}
          answer={answer}
          defaultValue={chosen(open, figure.overdue?.startsOn, today)}
          options={open.map((period) => ({ value: `${period.startsOn}/${period.endsOn}`, label: periodName(say, format, period) }))}
        />
        <TextField
          name="value"
          label={say('work.value_of')}
          hint={say('work.value_hint', { unit: row.figureUnit! })}
          answer={answer}
          inputMode="decimal"
          maxLength={24}
          className="short"
        />
        <TextAreaField name="note" label={say('work.how_taken')} optional answer={answer} rows={2} maxLength={5000} />
        <TextField
          name="files"
          type="file"
          multiple
          label={say('work.evidence')}
          hint={say('work.reading_evidence_hint')}
          answer={answer}
        />
        {row.targets.length > 0 && <p className="hint">{say('work.second_person')}</p>}
        <div className="actions">
          <button className="button primary">{say('work.take')}</button>
        </div>
      </Form>
    );
  };
  return (
    <Section title={say('work.take')} id="take">
      {body()}
    </Section>
  );
}

/** The period is one field on the page and two days in the command. */
function withPeriod(answer: NonNullable<ReturnType<typeof useAnswer>>) {
  const period = answer.problems.startsOn ?? answer.problems.endsOn;
  return period ? { ...answer, problems: { ...answer.problems, period } } : answer;
}

/** The one overdue, else the last that ended, else the one open. */
function chosen(open: IndicatorCard['open'], overdue: string | undefined, today: string): string | undefined {
  const period = open.find(({ startsOn }) => startsOn === overdue) ?? open.find(({ endsOn }) => endsOn < today) ?? open[0];
  return period && `${period.startsOn}/${period.endsOn}`;
}

import { Form } from 'react-router';
import type { ReportState, Standing } from '#domains/plan/index.ts';
import { FormRefusal, SelectField, TextAreaField, TextField } from '#ui/field.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { periodName } from './periods.ts';

const reportStates: readonly ReportState[] = ['not_started', 'under_way', 'done', 'cancelled'];

/** Says how one occurrence goes, with its evidence; the oldest one late comes first. */
export function ReportForm({ standing, may, inForce, recurs }: { standing: Standing; may: boolean; inForce: boolean; recurs: boolean }) {
  const { say, format } = useWords();
  const answer = useAnswer();
  const mine = answer?.typed.intent === 'annotate' || answer?.typed.intent === 'assign' ? undefined : answer;
  if (!inForce)
    return (
      <Section title={say('work.report')} id="report">
        <Empty slim title={say('work.not_in_force')}>
          {say('work.not_in_force_how')}
        </Empty>
      </Section>
    );
  if (!may)
    return (
      <Section title={say('work.report')} id="report">
        <Empty slim title={say('work.not_yours')}>
          {say('work.not_yours_how')}
        </Empty>
      </Section>
    );
  const { next } = standing;
  const speakable = standing.owed.filter(
    ({ daysLate, told, startsOn }) => daysLate > 0 || told || startsOn <= (next?.startsOn ?? startsOn),
  );
  return (
    <Section title={say('work.report')} id="report">
      <Form method="post" encType="multipart/form-data" className="form">
        <FormRefusal answer={mine} />
        {recurs ? (
          <SelectField
            name="periodStart"
            label={say('work.which_time')}
            answer={mine}
            defaultValue={next?.startsOn ?? speakable.at(-1)?.startsOn}
            options={speakable.toReversed().map((owed) => ({
              value: owed.startsOn,
              label: [
                periodName(say, format, owed),
                owed.daysLate > 0 ? say('work.days_late', { count: owed.daysLate }) : owed.told && say(`work.state.${owed.told.state}`),
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
          />
        ) : (
          <input type="hidden" name="periodStart" value={standing.owed[0]?.startsOn ?? ''} />
        )}
        <SelectField
          name="state"
          label={say('work.state')}
          answer={mine}
          defaultValue={next?.told?.state ?? 'under_way'}
          options={reportStates.map((state) => ({ value: state, label: say(`work.state.${state}`) }))}
        />
        <TextField
          name="percent"
          label={say('work.percent_done')}
          hint={say('work.percent_hint')}
          answer={mine}
          inputMode="numeric"
          maxLength={3}
          className="short"
          defaultValue={next?.told?.percent ?? 0}
        />
        <TextAreaField name="note" label={say('work.what_was_done')} optional answer={mine} maxLength={5000} />
        <TextField name="files" type="file" multiple label={say('work.evidence')} hint={say('work.evidence_hint')} optional answer={mine} />
        <div className="actions">
          <button className="button primary">{say('work.report')}</button>
        </div>
      </Form>
    </Section>
  );
}

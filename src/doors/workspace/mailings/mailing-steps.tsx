import type { Mailing } from '#domains/channels/index.ts';
import { Choices } from '#ui/choices.tsx';
import { TextAreaField, TextField, type Answer } from '#ui/field.tsx';
import { SectionForm } from '#ui/section-form.tsx';
import { useWords } from '#ui/words.tsx';

/** Another person's word on exactly this letter to exactly these people. */
export function Approve({ sha256 }: { sha256: string }) {
  const { say } = useWords();
  return (
    <SectionForm title={say('mailings.approve')} intent="approve" does={say('mailings.approve_it')} tone="primary">
      {() => (
        <>
          <p className="small">{say('mailings.approve_means')}</p>
          <input type="hidden" name="sha256" value={sha256} />
        </>
      )}
    </SectionForm>
  );
}

/** When it leaves and how fast. */
export function Start({ mailing }: { mailing: Pick<Mailing, 'size' | 'percent' | 'minutes' | 'failPercent'> }) {
  const { say } = useWords();
  return (
    <>
      <SectionForm title={say('mailings.start')} intent="start" does={say('mailings.start_it')} tone="primary">
        {(answer) => <Pace mailing={mailing} answer={answer} />}
      </SectionForm>
      <SectionForm title={say('mailings.schedule')} intent="schedule" does={say('mailings.schedule_it')}>
        {(answer) => (
          <>
            <TextField name="at" type="datetime-local" label={say('mailings.at')} hint={say('mailings.at_hint')} required answer={answer} />
            <Pace mailing={mailing} answer={answer} />
          </>
        )}
      </SectionForm>
    </>
  );
}

function Pace({ mailing, answer }: { mailing: Pick<Mailing, 'size' | 'percent' | 'minutes' | 'failPercent'>; answer: Answer | undefined }) {
  const { say } = useWords();
  const waves = mailing.size !== null ? 'size' : mailing.percent !== null ? 'percent' : 'none';
  return (
    <details className="fold" open={waves !== 'none' || answer !== undefined}>
      <summary>{say('mailings.pace')}</summary>
      <div className="form">
        <Choices
          name="waves"
          legend={say('mailings.waves')}
          hint={say('mailings.waves_hint')}
          chosen={[waves]}
          options={(['none', 'percent', 'size'] as const).map((value) => ({ value, label: say(`mailings.waves_${value}`) }))}
          answer={answer}
        />
        <TextField
          name="percent"
          label={say('mailings.wave_percent')}
          inputMode="numeric"
          className="short"
          optional
          defaultValue={mailing.percent ?? ''}
          answer={answer}
        />
        <TextField
          name="size"
          label={say('mailings.wave_size')}
          inputMode="numeric"
          className="short"
          optional
          defaultValue={mailing.size ?? ''}
          answer={answer}
        />
        <TextField
          name="minutes"
          label={say('mailings.wave_minutes')}
          inputMode="numeric"
          className="short"
          defaultValue={mailing.minutes}
          answer={answer}
        />
        <TextField
          name="failPercent"
          label={say('mailings.fail_percent')}
          hint={say('mailings.fail_percent_hint')}
          inputMode="numeric"
          className="short"
          defaultValue={mailing.failPercent}
          answer={answer}
        />
      </div>
    </details>
  );
}

/** Pausing and cancelling say why; the rest is one button. */
export function Stop({ act }: { act: 'pause' | 'cancel' }) {
  const { say } = useWords();
  return (
    <SectionForm title={say(`mailings.${act}`)} intent={act} does={say(`mailings.${act}_it`)} tone={act === 'cancel' ? 'grave' : undefined}>
      {(answer) => <TextAreaField name="note" label={say('mailings.why')} rows={2} required answer={answer} />}
    </SectionForm>
  );
}

/** Deliveries of which nobody knows how they ended: a person looked, and says. */
export function Unknown({ count }: { count: number }) {
  const { say } = useWords();
  return (
    <SectionForm title={say('mailings.unknown', { count })} intent="settle" does={say('mailings.settle_it')} tone="primary">
      {(answer) => (
        <>
          <p className="small">{say('mailings.unknown_means')}</p>
          <Choices
            name="say"
            legend={say('mailings.settle')}
            options={(['again', 'accepted', 'leave'] as const).map((value) => ({
              value,
              label: say(`mailings.settle_${value}`),
              more: say(`mailings.settle_${value}_more`),
            }))}
            answer={answer}
          />
          <TextAreaField name="note" label={say('mailings.settle_note')} rows={2} required answer={answer} />
        </>
      )}
    </SectionForm>
  );
}

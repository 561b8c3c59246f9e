import { Form, useSearchParams } from 'react-router';
import type { IndicatorCard } from '#domains/metrics/index.ts';
import type { Reading } from '#domains/plan/index.ts';
import { FormRefusal, TextAreaField, TextField } from '#ui/field.tsx';
import { HeldButton } from '#ui/held-button.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { Drawer } from '../organization/drawer.tsx';
import { figureIn } from './figures.tsx';
import { periodName } from './periods.ts';

type Card = IndicatorCard & { readonly me: string | null };

/** What waits for a second person, and the correction that was asked for (`?correct=` the reading). */
export function ReadingForms({ card }: { card: Card }) {
  const [params] = useSearchParams();
  const given = useAnswer('correct');
  const pending = card.periods.flatMap((period) => (period.pending ? [period.pending] : []));
  const asked = String(given?.typed.reading ?? params.get('correct') ?? '');
  const corrected = card.may.correct ? card.periods.map(({ all }) => all.at(-1)!).find(({ id }) => String(id) === asked) : undefined;
  if (pending.length === 0 && !corrected) return null;
  return (
    <div className="drawers">
      {pending.map((reading) => (
        <Decision key={reading.id} reading={reading} card={card} />
      ))}
      {corrected && <Correction key={corrected.id} reading={corrected} card={card} />}
    </div>
  );
}

function Decision({ reading, card }: { reading: Reading; card: Card }) {
  const { say, format } = useWords();
  const given = useAnswer();
  const answer = given?.typed.reading === String(reading.id) && given.typed.intent !== 'correct' ? given : undefined;
  const name = say('work.decide', {
    value: figureIn(format, reading.value, card.row.figureUnit!),
    period: periodName(say, format, reading),
    name: reading.personName ?? say('work.a_system'),
  });
  const own = reading.person === card.me;
  if (own || !card.may.decide) {
    return (
      <Drawer name={name} open>
        <FormRefusal answer={answer} />
        <HeldButton why={say(own ? 'work.own_reading' : 'work.who_decides')}>{say('work.accept')}</HeldButton>
      </Drawer>
    );
  }
  return (
    <Drawer name={name} open>
      <Form method="post" className="form">
        <FormRefusal answer={answer} />
        <input type="hidden" name="reading" value={reading.id} />
        {reading.note && <p className="hint">{reading.note}</p>}
        <TextAreaField
          name="note"
          label={say('work.decision_note')}
          hint={say('work.decision_hint')}
          optional
          answer={answer}
          rows={2}
          maxLength={5000}
        />
        <div className="actions">
          <button className="button" name="intent" value="accepted">
            {say('work.accept')}
          </button>
          <button className="button" name="intent" value="returned">
            {say('work.return')}
          </button>
        </div>
      </Form>
    </Drawer>
  );
}

function Correction({ reading, card }: { reading: Reading; card: Card }) {
  const { say, format } = useWords();
  const given = useAnswer('correct');
  const answer = given?.typed.reading === String(reading.id) ? given : undefined;
  return (
    <Drawer name={say('work.correct', { period: periodName(say, format, reading) })} open>
      <Form method="post" id="correct" encType="multipart/form-data" className="form">
        <FormRefusal answer={answer} />
        <input type="hidden" name="reading" value={reading.id} />
        <TextField
          name="value"
          label={say('work.new_value')}
          hint={say('work.value_hint', { unit: card.row.figureUnit! })}
          answer={answer}
          inputMode="decimal"
          className="short"
          defaultValue={format.number(reading.value, 4)}
        />
        <TextAreaField name="reason" label={say('work.why')} answer={answer} rows={2} maxLength={2000} required />
        <TextField name="files" type="file" multiple label={say('work.evidence')} optional answer={answer} />
        <button className="button" name="intent" value="correct">
          {say('work.correct_do')}
        </button>
      </Form>
    </Drawer>
  );
}

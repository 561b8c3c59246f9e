import { Form } from 'react-router';
import { FormRefusal, TextAreaField, TextField } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';
import type { LetterData } from './request.page.tsx';

/** How a request ends otherwise: joined to another, delivered by hand, or no longer needed. */
export function WaysOut({ data: { request, may } }: { data: LetterData }) {
  const { say } = useWords();
  const merged = useAnswer('merge');
  const finished = useAnswer('finish');
  const withdrawn = useAnswer('withdraw');
  const open = request.state === 'waiting' || request.state === 'returned' || request.state === 'accepted';
  const merges = may.triage && open;
  if (!merges && !may.finish && !may.withdraw) return null;
  return (
    <Section title={say('requests.other_ways')}>
      {may.finish && (
        <details className="way" open={finished !== undefined}>
          <summary>{say('requests.finish')}</summary>
          <Form method="post" className="form">
            <FormRefusal answer={finished} />
            <p className="hint">{say('requests.finish_hint')}</p>
            <TextAreaField name="text" label={say('requests.note_to_asker')} optional rows={2} maxLength={2000} answer={finished} />
            <button className="button small" name="intent" value="finish">
              {say('requests.finish')}
            </button>
          </Form>
        </details>
      )}
      {merges && (
        <details className="way" open={merged !== undefined}>
          <summary>{say('requests.merge')}</summary>
          <Form method="post" className="form">
            <FormRefusal answer={merged} />
            <p className="hint">{say('requests.merge_hint')}</p>
            <TextField
              name="into"
              label={say('requests.merge_number')}
              inputMode="numeric"
              maxLength={12}
              answer={merged}
              className="short"
            />
            <TextAreaField name="text" label={say('requests.reason')} optional rows={2} maxLength={2000} answer={merged} />
            <button className="button small" name="intent" value="merge">
              {say('requests.merge_do')}
            </button>
          </Form>
        </details>
      )}
      {may.withdraw && (
        <details className="way" open={withdrawn !== undefined}>
          <summary>{say('requests.withdraw')}</summary>
          <Form method="post" className="form">
            <FormRefusal answer={withdrawn} />
            <p className="hint">{say('requests.withdraw_hint')}</p>
            <TextAreaField name="text" label={say('requests.reason')} optional rows={2} maxLength={2000} answer={withdrawn} />
            <button className="button small" name="intent" value="withdraw">
              {say('requests.withdraw_do')}
            </button>
          </Form>
        </details>
      )}
    </Section>
  );
}

import { TextAreaField, TextField } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { Way } from '#ui/way.tsx';
import { WithdrawWay } from '#ui/withdraw-way.tsx';
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
        <Way
          name={say('requests.finish')}
          hint={say('requests.finish_hint')}
          intent="finish"
          does={say('requests.finish')}
          answer={finished}
          small
        >
          <TextAreaField name="text" label={say('requests.note_to_asker')} optional rows={2} maxLength={2000} answer={finished} />
        </Way>
      )}
      {merges && (
        <Way
          name={say('requests.merge')}
          hint={say('requests.merge_hint')}
          intent="merge"
          does={say('requests.merge_do')}
          answer={merged}
          small
        >
          <TextField
            name="into"
            label={say('requests.merge_number')}
            inputMode="numeric"
            maxLength={12}
            answer={merged}
            className="short"
          />
          <TextAreaField name="text" label={say('requests.reason')} optional rows={2} maxLength={2000} answer={merged} />
        </Way>
      )}
      {may.withdraw && <WithdrawWay answer={withdrawn} small />}
    </Section>
  );
}

import { Form } from 'react-router';
import { Choices } from '#ui/choices.tsx';
import { FormRefusal, SelectField, TextAreaField, TextField } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';
import { MakerChoice } from './maker-choice.tsx';
import type { LetterData } from './request.page.tsx';

/** What a request becomes once it is accepted, for which activity, by whom and by when. */
export function Decision({ data }: { data: LetterData }) {
  const { request, activities, makers } = data;
  const { say } = useWords();
  const accepted = useAnswer('accept');
  const assigned = useAnswer('assign');
  const answer = accepted ?? assigned;
  const secret = request.class === 'classified' || request.class === 'reserved';
  const kinds = data.pile.options.kinds.filter((kind) => kind !== 'campaign');
  return (
    <Section title={say('requests.on_accepting')}>
      <Form method="post" id="accept" className="form becomes">
        <FormRefusal answer={answer} />
        <Choices
          name="into"
          legend={say('requests.becomes')}
          options={(['piece', 'campaign', 'existing'] as const)
            .filter((into) => !secret || into !== 'campaign')
            .map((value) => ({ value, label: say(`requests.becomes.${value}`) }))}
          chosen={[request.kind === 'campaign' && !secret ? 'campaign' : 'piece']}
          answer={answer}
        />
        <div className="only piece">
          <SelectField
            name="kind"
            label={say('requests.piece_kind')}
            answer={answer}
            defaultValue={request.kind && request.kind !== 'campaign' ? request.kind : 'news'}
            options={kinds.map((kind) => ({ value: kind, label: say(`pieces.kind.${kind}`) }))}
          />
          {secret && <Basis request={request} answer={answer} />}
        </div>
        <div className="only campaign">
          <SelectField
            name="scope"
            label={say('requests.scope')}
            answer={answer}
            options={(['external', 'internal'] as const).map((value) => ({ value, label: say(`requests.scope.${value}`) }))}
          />
        </div>
        <div className="only existing">
          <TextField
            name="piece"
            label={say('requests.piece_number')}
            hint={say('requests.piece_number_hint')}
            inputMode="numeric"
            maxLength={12}
            answer={answer}
          />
        </div>
        <SelectField
          name="item"
          label={say('requests.activity')}
          hint={say('requests.activity_hint')}
          blank={say('requests.activity_none')}
          answer={answer}
          defaultValue={request.item ?? ''}
          options={activities}
        />
        <MakerChoice makers={makers} chosen={request.assignee} answer={answer} />
        <TextField name="dueOn" type="date" label={say('requests.deliver_on')} answer={answer} defaultValue={data.day ?? ''} />
        <TextAreaField name="text" label={say('requests.note_to_asker')} optional rows={2} maxLength={2000} answer={answer} />
        <p className="actions">
          <button className="button small" name="intent" value="assign">
            {say('requests.assign')}
          </button>
        </p>
      </Form>
    </Section>
  );
}

/** What makes a piece not public must be said when it is made (Ley 1712 of 2014, articles 18 to 22). */
function Basis({ request, answer }: { request: LetterData['request']; answer: ReturnType<typeof useAnswer> }) {
  const { say } = useWords();
  return (
    <>
      <TextField name="classBasis" label={say('requests.basis')} hint={say('requests.basis_hint')} answer={answer} maxLength={500} />
      <TextField name="classSince" type="date" label={say('requests.since')} answer={answer} />
      {request.class === 'reserved' && <TextField name="classUntil" type="date" label={say('requests.until')} answer={answer} />}
    </>
  );
}

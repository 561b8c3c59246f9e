import { Form } from 'react-router';
import { Conversation } from '#ui/conversation.tsx';
import { FormRefusal, TextAreaField, TextField } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';
import type { LetterData } from './request.page.tsx';

/** What was said and decided, and the place to answer. */
export function Talk({ data: { request, moves, may, own } }: { data: LetterData }) {
  const { say, format, now } = useWords();
  const said = useAnswer('say');
  const returned = useAnswer('return');
  const answer = said ?? returned;
  const told = moves.filter(({ move }) => move !== 'ask');
  return (
    <Section title={say('requests.conversation')} id="conversation">
      {told.length === 0 ? (
        <p className="pad small muted">{say('requests.nothing_said')}</p>
      ) : (
        <Conversation
          said={told.map(({ id, move, person, name, at, note }) => ({
            key: id,
            name: name ?? (person === null && ['say', 'answer', 'withdraw'].includes(move) ? request.askerName : say('requests.by_itself')),
            did: move === 'say' ? undefined : say(`requests.move.${move}`),
            text: note,
            when: `${format.ago(at, now)}, ${format.time(at)}`,
          }))}
        />
      )}
      {may.say && (
        <Form method="post" id="reply" className="reply" encType="multipart/form-data">
          <FormRefusal answer={answer} />
          <TextAreaField
            name="text"
            label={<span className="sr">{say('requests.reply')}</span>}
            placeholder={
              own
                ? say('requests.reply_office')
                : say('requests.reply_to', { who: request.unitName ?? request.askerName, name: request.askerName })
            }
            answer={answer}
            rows={2}
            maxLength={5000}
          />
          <details className="more-files">
            <summary>{say('requests.attach')}</summary>
            <TextField
              name="files"
              type="file"
              multiple
              label={say('requests.attach')}
              hint={say('requests.attach_hint')}
              answer={answer}
            />
          </details>
          <button className="button" name="intent" value="say">
            {say('requests.reply')}
          </button>
        </Form>
      )}
    </Section>
  );
}

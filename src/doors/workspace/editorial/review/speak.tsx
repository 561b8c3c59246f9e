import { Form } from 'react-router';
import { FormRefusal, SelectField, TextAreaField, TextField } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';

/** A block that may be spoken about: its name and its first words. */
export interface Speakable {
  readonly block: string;
  readonly words: string;
}

export interface Chosen {
  readonly block: string;
  readonly quote: string;
  readonly as: 'comment' | 'suggest';
}

/**
 * Says something of the piece or of a passage, or puts other words for it. The passage comes from what is selected in the text; without
 * script, or by keyboard, one chooses the paragraph.
 */
export function Speak({ blocks, chosen }: { blocks: readonly Speakable[]; chosen: Chosen | null }) {
  const { say } = useWords();
  const commenting = useAnswer('comment');
  const suggesting = useAnswer('suggest');
  const options = blocks.map(({ block, words }) => ({ value: block, label: words }));
  const key = chosen ? `${chosen.block} ${chosen.quote} ${chosen.as}` : 'none';
  return (
    <div id="speak" className="speak">
      <details key={`c ${key}`} open={chosen?.as === 'comment' || commenting !== undefined || undefined}>
        <summary className="button small">{say('review.comment')}</summary>
        <Form method="post" className="reply">
          <FormRefusal answer={commenting} />
          <input type="hidden" name="intent" value="comment" />
          <SelectField
            name="block"
            label={say('review.where')}
            blank={say('review.whole')}
            options={options}
            defaultValue={chosen?.block ?? ''}
            answer={commenting}
          />
          <TextField
            name="quote"
            label={say('review.passage')}
            optional
            defaultValue={chosen?.quote ?? ''}
            maxLength={2000}
            answer={commenting}
          />
          <TextAreaField
            name="text"
            label={say('review.comment_text')}
            hint={say('review.mention_hint')}
            rows={3}
            required
            maxLength={4000}
            answer={commenting}
          />
          <button className="button small">{say('review.comment_do')}</button>
        </Form>
      </details>
      <details key={`s ${key}`} open={chosen?.as === 'suggest' || suggesting !== undefined || undefined}>
        <summary className="button small">{say('review.suggest')}</summary>
        <Form method="post" className="reply">
          <FormRefusal answer={suggesting} />
          <input type="hidden" name="intent" value="suggest" />
          <p className="small muted">{say('review.suggest_warning')}</p>
          <SelectField
            name="block"
            label={say('review.where')}
            options={options}
            defaultValue={chosen?.block ?? options[0]?.value}
            answer={suggesting}
          />
          <TextField
            name="quote"
            label={say('review.words_now')}
            required
            defaultValue={chosen?.quote ?? ''}
            maxLength={2000}
            answer={suggesting}
          />
          <TextField
            name="replacement"
            label={say('review.words_new')}
            hint={say('review.words_new_hint')}
            defaultValue={chosen?.quote ?? ''}
            maxLength={4000}
            answer={suggesting}
          />
          <TextField name="reason" label={say('review.why')} optional maxLength={1000} answer={suggesting} />
          <button className="button small">{say('review.suggest_do')}</button>
        </Form>
      </details>
    </div>
  );
}

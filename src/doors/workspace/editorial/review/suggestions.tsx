import { Form } from 'react-router';
import type { Suggestion } from '#domains/editorial/index.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';

export interface NumberedSuggestion {
  readonly number: number;
  readonly suggestion: Suggestion;
}

/** Other words that somebody put before the authors. */
export function Suggestions({
  suggestions,
  writes,
  locked,
}: {
  suggestions: readonly NumberedSuggestion[];
  writes: boolean;
  locked: boolean;
}) {
  const { say } = useWords();
  const answer = useAnswer('suggestion');
  if (suggestions.length === 0) return null;
  return (
    <Section
      id="suggestions"
      title={say('review.suggestions')}
      count={suggestions.filter(({ suggestion }) => suggestion.decision === null).length}
    >
      {suggestions.map(({ number, suggestion }) => (
        <div key={suggestion.id} className={suggestion.decision ? 'thread closed' : 'thread'} id={`s${suggestion.id}`}>
          <p id={`n${number}`}>
            {suggestion.decision === null && <b>{number} · </b>}
            <del>
              <span className="sr">{say('ui.removed')} </span>
              {suggestion.quote}
            </del>{' '}
            {suggestion.replacement && (
              <ins>
                <span className="sr">{say('ui.added')} </span>
                {suggestion.replacement}
              </ins>
            )}
          </p>
          <p className="muted">
            {suggestion.personName ?? say('review.somebody')}
            {suggestion.reason && `: ${suggestion.reason}`}
          </p>
          {suggestion.decision ? (
            <p className="muted">
              {say(`review.suggestion.${suggestion.decision}`, { who: suggestion.decidedByName ?? say('review.somebody') })}
            </p>
          ) : (
            writes && (
              <Form method="post">
                <FormRefusal answer={answer?.typed.suggestion === String(suggestion.id) ? answer : undefined} />
                <input type="hidden" name="intent" value="suggestion" />
                <input type="hidden" name="suggestion" value={suggestion.id} />
                <div className="actions">
                  <button className="button small" name="decision" value="accepted" aria-disabled={locked || undefined}>
                    {say('review.take')}
                    <span className="sr"> {number}</span>
                  </button>
                  <button className="button quiet small" name="decision" value="declined">
                    {say('review.leave')}
                    <span className="sr"> {number}</span>
                  </button>
                </div>
                {locked && <p className="small muted">{say('review.locked')}</p>}
              </Form>
            )
          )}
        </div>
      ))}
    </Section>
  );
}

import { Choices } from '#ui/choices.tsx';
import { Choice, type Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import type { LetterData } from './request.page.tsx';

/** Who makes it, with what each should finish this week: those of one's own dependency, and behind a word all others who may. */
export function MakerChoice({
  makers,
  chosen,
  answer,
}: {
  makers: LetterData['makers'];
  chosen: string | null;
  answer: Answer | undefined;
}) {
  const { say } = useWords();
  const near = makers.filter((maker) => maker.near);
  const others = makers.filter((maker) => !maker.near);
  const shown = near.length > 0 ? near : others;
  const load = ({ pieces, laden }: (typeof makers)[number]) => (
    <span className={laden ? 'soon' : undefined}>{say('requests.load', { count: pieces })}</span>
  );
  const typed = answer?.typed.assignee;
  return (
    <>
      <Choices
        name="assignee"
        legend={say('requests.who_makes')}
        answer={answer}
        chosen={[chosen ?? '']}
        options={[
          ...shown.map((maker) => ({ value: maker.id, label: maker.name, more: load(maker) })),
          { value: '', label: say('requests.nobody') },
        ]}
      />
      {near.length > 0 && others.length > 0 && (
        <details className="more-files">
          <summary>{say('requests.other_makers')}</summary>
          {others.map((maker) => (
            <Choice
              key={maker.id}
              type="radio"
              name="assignee"
              value={maker.id}
              label={maker.name}
              more={load(maker)}
              defaultChecked={typed === maker.id}
            />
          ))}
        </details>
      )}
    </>
  );
}

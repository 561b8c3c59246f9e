import { Choices } from '#ui/choices.tsx';
import { SelectField, type Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import type { LetterData } from './request.page.tsx';

const shown = 8;

/** Who makes it, with what each should finish this week: the least laden first. */
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
  const load = (pieces: number) => say('requests.load', { count: pieces });
  if (makers.length > shown)
    return (
      <SelectField
        name="assignee"
        label={say('requests.who_makes')}
        blank={say('requests.nobody')}
        answer={answer}
        defaultValue={chosen ?? ''}
        options={makers.map(({ id, name, pieces }) => ({ value: id, label: `${name} · ${load(pieces)}` }))}
      />
    );
  return (
    <Choices
      name="assignee"
      legend={say('requests.who_makes')}
      answer={answer}
      chosen={[chosen ?? '']}
      options={[
        ...makers.map(({ id, name, pieces, laden }) => ({
          value: id,
          label: name,
          more: <span className={laden ? 'soon' : undefined}>{load(pieces)}</span>,
        })),
        { value: '', label: say('requests.nobody') },
      ]}
    />
  );
}

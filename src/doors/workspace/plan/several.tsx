import { Choices } from '#ui/choices.tsx';
import type { Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';

interface SeveralProps {
  readonly name: string;
  readonly options: readonly { value: string; label: string; more?: string }[];
  readonly chosen?: readonly string[] | undefined;
  readonly answer: Answer | undefined;
}

/** Several of a list; nothing ticked is said too, by `lists`. */
export function Several({ name, options, chosen = [], answer }: SeveralProps) {
  const { say } = useWords();
  if (options.length === 0) return null;
  return (
    <>
      <input type="hidden" name="lists" value={name} />
      <Choices several name={name} legend={say(`plan.field.${name}`)} options={options} chosen={chosen} answer={answer} />
    </>
  );
}

import { SelectField, type Answer, type Option } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';

interface Props {
  readonly options: readonly Option[];
  readonly answer: Answer | undefined;
  readonly chosen?: string | number | null;
}

/** Whose it is. */
export function OwnerField({ options, answer, chosen }: Props) {
  const { say } = useWords();
  return (
    <SelectField
      name="owner"
      label={say('pieces.owner')}
      blank={say('pieces.nobody')}
      options={options}
      defaultValue={chosen === null || chosen === undefined ? undefined : String(chosen)}
      answer={answer}
      optional
    />
  );
}

/** Which activity of the plan it is part of. */
export function ItemField({ options, answer, chosen, hint }: Props & { readonly hint?: string }) {
  const { say } = useWords();
  return (
    <SelectField
      name="item"
      label={say('pieces.item')}
      hint={hint}
      blank={say('pieces.no_item')}
      options={options}
      defaultValue={chosen === null || chosen === undefined ? undefined : String(chosen)}
      answer={answer}
      optional
    />
  );
}

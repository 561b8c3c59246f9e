import type { UnitOption } from '#domains/organization/index.ts';
import { SelectField, TextField, type FieldProps } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';

const choosable = 1000;

/** Chooses a dependency: from a list in the order of the tree or, where there are too many, by its code. */
export function UnitField({
  options,
  blank,
  chosen,
  ...field
}: FieldProps & { options: readonly UnitOption[]; blank: string; chosen?: number | null }) {
  const { say } = useWords();
  if (options.length >= choosable) {
    return (
      <TextField {...field} hint={say('organization.unit.by_code')} defaultValue={options.find(({ id }) => id === chosen)?.code ?? ''} />
    );
  }
  return (
    <SelectField
      {...field}
      blank={blank}
      defaultValue={chosen ?? ''}
      options={options.map(({ id, name, depth }) => ({ value: String(id), label: `${'\u2003'.repeat(depth)}${name}` }))}
    />
  );
}

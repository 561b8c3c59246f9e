import { useId } from 'react';
import type { PersonOption } from '#domains/organization/index.ts';
import { SelectField, TextField, type FieldProps } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';

const choosable = 300;

/** Chooses somebody: from a list or, where there are too many, by mail with the first ones suggested. */
export function PersonField({
  options,
  blank,
  chosen,
  ...field
}: FieldProps & { options: readonly PersonOption[]; blank: string; chosen?: { id: string; name: string } | null }) {
  const { say } = useWords();
  const list = useId();
  if (options.length >= choosable) {
    return (
      <>
        <TextField
          {...field}
          type="text"
          inputMode="email"
          autoComplete="off"
          list={list}
          hint={say('organization.person.by_mail')}
          defaultValue={options.find(({ id }) => id === chosen?.id)?.email ?? ''}
        />
        <datalist id={list}>
          {options.map(({ id, name, email }) => (
            <option key={id} value={email}>
              {name}
            </option>
          ))}
        </datalist>
      </>
    );
  }
  const missing = chosen && !options.some(({ id }) => id === chosen.id) ? [{ value: chosen.id, label: chosen.name }] : [];
  return (
    <SelectField
      {...field}
      blank={blank}
      defaultValue={chosen?.id ?? ''}
      options={[...missing, ...options.map(({ id, name, unit }) => ({ value: id, label: unit ? `${name} · ${unit}` : name }))]}
    />
  );
}

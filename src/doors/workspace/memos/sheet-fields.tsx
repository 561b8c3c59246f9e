import { Choices } from '#ui/choices.tsx';
import { TextAreaField, TextField } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import type { useAnswer } from '#ui/answer.ts';

interface Props {
  readonly answer: ReturnType<typeof useAnswer>;
  readonly today: string;
  readonly is: {
    readonly means: 'print' | 'screen';
    readonly heldOn: string;
    readonly people: readonly string[];
    readonly names: readonly string[];
    readonly note: string;
  };
  /** Who of the house may be on it. */
  readonly people: readonly { readonly person: string; readonly name: string; readonly more?: string }[];
}

/** By what means, on which day and whom a memo reached. */
export function SheetFields({ answer, today, is, people }: Props) {
  const { say } = useWords();
  return (
    <>
      <Choices
        name="means"
        legend={say('memos.sheet_means')}
        chosen={[is.means]}
        answer={answer}
        options={(['print', 'screen'] as const).map((means) => ({ value: means, label: say(`memos.sheet_means.${means}`) }))}
      />
      <TextField name="heldOn" type="date" label={say('memos.sheet_day')} defaultValue={is.heldOn} max={today} answer={answer} required />
      {people.length > 0 && (
        <Choices
          name="people"
          several
          legend={say('memos.sheet_people')}
          chosen={is.people}
          answer={answer}
          options={people.map(({ person, name, more }) => ({ value: person, label: name, ...(more ? { more } : {}) }))}
        />
      )}
      <TextAreaField
        name="names"
        rows={5}
        label={say('memos.sheet_names')}
        hint={say('memos.sheet_names_hint')}
        defaultValue={is.names.join('\n')}
        answer={answer}
        optional
      />
      <TextField name="note" label={say('memos.sheet_note')} defaultValue={is.note} maxLength={1000} answer={answer} optional />
      <TextField
        name="files"
        type="file"
        label={say('memos.sheet_attach')}
        hint={say('memos.sheet_attach_hint')}
        answer={answer}
        optional
      />
    </>
  );
}

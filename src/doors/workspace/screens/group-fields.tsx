import type { PersonOption } from '#domains/organization/index.ts';
import { Choice, TextField, type Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { PersonField } from '../organization/person-field.tsx';

interface Props {
  readonly answer: Answer | undefined;
  readonly people: readonly PersonOption[];
  readonly is?: {
    readonly name: string;
    readonly public: boolean;
    readonly responsible: string | null;
    readonly responsibleName: string | null;
    readonly onFrom: string | null;
    readonly onUntil: string | null;
  };
}

/** What a group is: who passes by it, who answers for it, and when its screens are on. */
export function GroupFields({ answer, people, is }: Props) {
  const { say } = useWords();
  return (
    <>
      <TextField name="name" label={say('screens.group_name')} answer={answer} defaultValue={is?.name} required maxLength={120} />
      <Choice
        name="public"
        label={say('screens.group_public')}
        more={say('screens.group_public_more')}
        defaultChecked={answer ? answer.typed.public === 'on' : (is?.public ?? false)}
      />
      <PersonField
        name="responsible"
        label={say('screens.group_responsible')}
        hint={say('screens.group_responsible_hint')}
        blank={say('screens.group_nobody')}
        options={people}
        chosen={is?.responsible ? { id: is.responsible, name: is.responsibleName ?? '' } : null}
        answer={answer}
      />
      <div className="stack">
        <TextField name="onFrom" type="time" label={say('screens.group_on')} answer={answer} defaultValue={is?.onFrom ?? ''} optional />
        <TextField
          name="onUntil"
          type="time"
          label={say('screens.group_off')}
          hint={say('screens.group_hours_hint')}
          answer={answer}
          defaultValue={is?.onUntil ?? ''}
          optional
        />
      </div>
    </>
  );
}

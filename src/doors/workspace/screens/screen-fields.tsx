import type { Orientation } from '#domains/channels/index.ts';
import type { UnitOption } from '#domains/organization/index.ts';
import { Choices } from '#ui/choices.tsx';
import { Choice, SelectField, TextField, type Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { UnitField } from '../organization/unit-field.tsx';

interface Props {
  readonly answer: Answer | undefined;
  readonly units: readonly UnitOption[];
  readonly groups: readonly { readonly id: number; readonly name: string }[];
  readonly is?: {
    readonly name: string;
    readonly unit: number | null;
    readonly place: string;
    readonly orientation: Orientation;
    readonly large: boolean;
    readonly group: number | null;
  };
}

/** What a screen is: its name, where and how it hangs, and with whom it plays. */
export function ScreenFields({ answer, units, groups, is }: Props) {
  const { say } = useWords();
  return (
    <>
      <TextField
        name="name"
        label={say('screens.name')}
        hint={say('screens.name_hint')}
        answer={answer}
        defaultValue={is?.name}
        required
        maxLength={120}
      />
      <TextField
        name="place"
        label={say('screens.place')}
        hint={say('screens.place_hint')}
        answer={answer}
        defaultValue={is?.place}
        maxLength={200}
        optional
      />
      <UnitField
        name="unit"
        label={say('screens.unit')}
        blank={say('screens.no_unit')}
        options={units}
        chosen={is?.unit ?? null}
        answer={answer}
        optional
      />
      <SelectField
        name="group"
        label={say('screens.group')}
        blank={say('screens.no_group')}
        options={groups.map(({ id, name }) => ({ value: String(id), label: name }))}
        defaultValue={is?.group ?? (groups.length === 1 ? groups[0]!.id : '')}
        answer={answer}
      />
      <Choices
        name="orientation"
        legend={say('screens.orientation')}
        options={(['lying', 'standing'] as const).map((value) => ({ value, label: say(`screens.orientation.${value}`) }))}
        chosen={[is?.orientation ?? 'lying']}
        answer={answer}
      />
      <Choice
        name="large"
        label={say('screens.large')}
        more={say('screens.large_more')}
        defaultChecked={is?.large ?? answer?.typed.large === 'on'}
      />
    </>
  );
}

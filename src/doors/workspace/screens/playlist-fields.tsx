import { Choices } from '#ui/choices.tsx';
import { SelectField, TextField, type Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';

interface Props {
  readonly answer: Answer | undefined;
  readonly groups: readonly { readonly id: number; readonly name: string; readonly public: boolean }[];
  readonly is?: {
    readonly name: string;
    readonly days: readonly number[];
    readonly fromTime: string | null;
    readonly untilTime: string | null;
    readonly fromDay: string | null;
    readonly untilDay: string | null;
    readonly priority: number;
    readonly groups: readonly number[];
  };
  readonly chosen?: readonly string[];
}

const week = ['1', '2', '3', '4', '5', '6', '7'];

/** When a playlist is on, how it stands to others, and where. */
export function PlaylistFields({ answer, groups, is, chosen = [] }: Props) {
  const { say } = useWords();
  return (
    <>
      <TextField name="name" label={say('screens.playlist_name')} answer={answer} defaultValue={is?.name} required maxLength={120} />
      {groups.length === 0 ? (
        <p className="muted">{say('screens.playlist_no_groups')}</p>
      ) : (
        <Choices
          name="groups"
          legend={say('screens.playlist_groups')}
          several
          options={groups.map(({ id, name, public: open }) => ({
            value: String(id),
            label: name,
            more: say(open ? 'screens.group_public' : 'screens.group_inside'),
          }))}
          chosen={is ? is.groups.map(String) : chosen}
          answer={answer}
        />
      )}
      <div className="week">
        <Choices
          name="days"
          legend={say('screens.playlist_days')}
          several
          options={week.map((value) => ({ value, label: say(`screens.day.${value}`) }))}
          chosen={is ? is.days.map(String) : week}
          answer={answer}
        />
      </div>
      <div className="stack">
        <TextField
          name="fromTime"
          type="time"
          label={say('screens.playlist_from')}
          answer={answer}
          defaultValue={is?.fromTime ?? ''}
          optional
        />
        <TextField
          name="untilTime"
          type="time"
          label={say('screens.playlist_until')}
          hint={say('screens.playlist_hours_hint')}
          answer={answer}
          defaultValue={is?.untilTime ?? ''}
          optional
        />
        <TextField
          name="fromDay"
          type="date"
          label={say('screens.playlist_from_day')}
          answer={answer}
          defaultValue={is?.fromDay ?? ''}
          optional
        />
        <TextField
          name="untilDay"
          type="date"
          label={say('screens.playlist_until_day')}
          answer={answer}
          defaultValue={is?.untilDay ?? ''}
          optional
        />
      </div>
      <SelectField
        name="priority"
        label={say('screens.playlist_priority')}
        hint={say('screens.playlist_priority_hint')}
        options={['5', '4', '3', '2', '1'].map((value) => ({ value, label: say(`screens.priority.${value}`) }))}
        defaultValue={is?.priority ?? 2}
        answer={answer}
      />
    </>
  );
}

import { Choices } from '#ui/choices.tsx';
import { Choice, TextField } from '#ui/field.tsx';
import { SectionForm } from '#ui/section-form.tsx';
import { Rich } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';

interface Props {
  readonly to: {
    readonly units: readonly number[];
    readonly below: boolean;
    readonly headsOnly: boolean;
    readonly remindAfter: number;
    readonly remindTimes: number;
    readonly people: number;
  };
  readonly units: readonly { readonly id: number; readonly name: string; readonly depth: number }[];
}

/** To whom a memo goes down the tree, and how often who has not read it is reminded. */
export function AddressingForm({ to, units }: Props) {
  const { say } = useWords();
  return (
    <SectionForm title={say('memos.to')} intent="address" does={say('memos.keep')}>
      {(answer) => (
        <>
          <p className="muted">
            <Rich sentence={say('memos.to_count', { count: to.people })} />
          </p>
          <Choices
            name="units"
            several
            legend={say('memos.to_units')}
            hint={say('memos.to_units_hint')}
            chosen={to.units.map(String)}
            answer={answer}
            options={units.map(({ id, name, depth }) => ({ value: String(id), label: `${'\u00a0\u00a0\u00a0'.repeat(depth)}${name}` }))}
          />
          <Choice name="below" label={say('memos.to_below')} defaultChecked={to.below} />
          <Choice name="headsOnly" label={say('memos.to_heads')} defaultChecked={to.headsOnly} />
          <TextField
            name="remindTimes"
            type="number"
            min={0}
            max={10}
            label={say('memos.remind_times')}
            hint={say('memos.remind_times_hint')}
            defaultValue={to.remindTimes}
            answer={answer}
          />
          <TextField
            name="remindAfter"
            type="number"
            min={1}
            max={60}
            label={say('memos.remind_after')}
            defaultValue={to.remindAfter}
            answer={answer}
          />
        </>
      )}
    </SectionForm>
  );
}

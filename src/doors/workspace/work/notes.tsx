import { Form } from 'react-router';
import type { PersonOption } from '#domains/organization/index.ts';
import { FormRefusal, SelectField, TextAreaField, TextField } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { Drawer } from '../organization/drawer.tsx';
import { PersonField } from '../organization/person-field.tsx';

interface Note {
  readonly id: number;
  readonly kind: 'cause' | 'action';
  readonly text: string;
  readonly ownerName: string | null;
  readonly dueOn: string | null;
  readonly person: string | null;
  readonly personName: string | null;
  readonly writtenAt: Date;
}

/** Causes and actions beside a figure or an activity, and the form that adds one. */
export function Notes({
  notes,
  may,
  me,
  today,
  people,
}: {
  notes: readonly Note[];
  may: boolean;
  me: string | null;
  today: string;
  people: readonly PersonOption[];
}) {
  const { say, format } = useWords();
  return (
    <Section title={say('work.notes')} id="notes" count={notes.length || undefined}>
      {notes.length === 0 && <p className="notes small muted">{say('work.no_notes')}</p>}
      <ol className="notes">
        {notes.map((note, index) => (
          <li key={note.id}>
            <b>{letterOf(index)}.</b>
            <span>
              {note.text}
              {note.ownerName && ` ${say('work.owned_by', { name: note.ownerName, day: format.shortDay(note.dueOn!, today) })}`}
              <small>
                {say(`work.note.${note.kind}`)} · {note.personName}, {format.shortDay(note.writtenAt.toISOString().slice(0, 10), today)}
              </small>
              {note.person === me && me !== null && (
                <Form method="post">
                  <input type="hidden" name="annotation" value={note.id} />
                  <button className="button quiet small" name="intent" value="withdraw">
                    {say('work.withdraw')}
                  </button>
                </Form>
              )}
            </span>
          </li>
        ))}
      </ol>
      {may && <NoteForm today={today} people={people} />}
    </Section>
  );
}

export const letterOf = (index: number) => String.fromCharCode(97 + (index % 26));

function NoteForm({ today, people }: { today: string; people: readonly PersonOption[] }) {
  const { say } = useWords();
  const answer = useAnswer('annotate');
  return (
    <Drawer name={say('work.annotate')} open={answer !== undefined}>
      <Form method="post" className="form">
        <FormRefusal answer={answer} />
        <SelectField
          name="kind"
          label={say('work.note_kind')}
          answer={answer}
          options={(['cause', 'action'] as const).map((kind) => ({ value: kind, label: say(`work.note.${kind}`) }))}
        />
        <TextAreaField name="text" label={say('work.note_text')} answer={answer} required maxLength={2000} rows={3} />
        <TextField name="startsOn" type="date" label={say('work.note_from')} answer={answer} defaultValue={today} />
        <TextField name="endsOn" type="date" label={say('work.note_to')} optional answer={answer} />
        <PersonField
          name="owner"
          label={say('work.note_owner')}
          hint={say('work.note_owner_hint')}
          optional
          options={people}
          blank={say('work.nobody')}
          answer={answer}
        />
        <TextField name="dueOn" type="date" label={say('work.note_due')} optional answer={answer} />
        <button className="button" name="intent" value="annotate">
          {say('work.annotate_do')}
        </button>
      </Form>
    </Drawer>
  );
}

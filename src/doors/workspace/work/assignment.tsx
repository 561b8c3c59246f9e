import { Form } from 'react-router';
import type { PersonOption } from '#domains/organization/index.ts';
import type { Row } from '#domains/plan/index.ts';
import { FormRefusal } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { Drawer } from '../organization/drawer.tsx';
import { PersonField } from '../organization/person-field.tsx';

/** Hands an activity over to somebody else, from now on. */
export function Assignment({ row, people }: { row: Pick<Row, 'person' | 'personName'>; people: readonly PersonOption[] }) {
  const { say } = useWords();
  const answer = useAnswer('assign');
  return (
    <div className="drawers">
      <Drawer name={say('work.assign')} open={answer !== undefined}>
        <Form method="post" className="form">
          <FormRefusal answer={answer} />
          <PersonField
            name="person"
            label={say('work.who_answers')}
            hint={say('work.assign_hint')}
            options={people}
            blank={say('work.nobody')}
            chosen={row.person ? { id: row.person, name: row.personName ?? '' } : null}
            answer={answer}
          />
          <div className="actions">
            <button className="button" name="intent" value="assign">
              {say('work.assign_do')}
            </button>
          </div>
        </Form>
      </Drawer>
    </div>
  );
}

import { Form } from 'react-router';
import type { personCard, PersonOption, UnitOption } from '#domains/organization/index.ts';
import { FormRefusal, SelectField } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from './answer.ts';
import { Drawer } from './drawer.tsx';
import { PersonField } from './person-field.tsx';
import { PersonFields } from './person-fields.tsx';
import { useRoles } from './roles.tsx';
import { Stale } from './stale.tsx';
import { UnitField } from './unit-field.tsx';

type Person = Awaited<ReturnType<typeof personCard>>['person'];

/** What can be changed about a person, each in its drawer. */
export function PersonForms({
  person,
  options,
}: {
  person: Person;
  options: { units: readonly UnitOption[]; people: readonly PersonOption[] };
}) {
  const { say } = useWords();
  const roles = useRoles();
  const giving = useAnswer('give');
  const editing = useAnswer('edit');
  const leaving = useAnswer('leave');
  if (person.left_at) {
    return (
      <Form method="post" className="form">
        <button className="button" name="intent" value="return">
          {say('organization.person.return')}
        </button>
      </Form>
    );
  }
  return (
    <div className="drawers">
      <Drawer name={say('organization.person.give')} open={giving !== undefined}>
        <Form method="post" className="form">
          <FormRefusal answer={giving} />
          <SelectField name="role" label={say('organization.person.role')} options={roles} answer={giving} />
          <UnitField
            name="unit"
            label={say('organization.person.scope')}
            options={options.units}
            blank={say('organization.person.everywhere')}
            answer={giving}
          />
          <button className="button" name="intent" value="give">
            {say('organization.person.give_do')}
          </button>
        </Form>
      </Drawer>
      <Drawer name={say('organization.person.edit')} open={editing !== undefined}>
        <Form method="post" className="form">
          {editing?.refusal?.refused === 'form.stale' ? (
            <Stale
              answer={editing}
              saved={{
                name: [say('organization.person.name'), person.name],
                email: [say('organization.person.email'), person.email],
                position: [say('organization.person.position'), person.position],
              }}
            />
          ) : (
            <FormRefusal answer={editing} />
          )}
          <PersonFields units={options.units} person={person} answer={editing} />
          <input type="hidden" name="version" value={person.version} readOnly />
          <button className="button" name="intent" value="edit">
            {say('organization.save')}
          </button>
        </Form>
      </Drawer>
      {!person.last_seen_at && (
        <Form method="post">
          <button className="button" name="intent" value="invite">
            {say('organization.person.invite_again')}
          </button>
        </Form>
      )}
      <Drawer name={say('organization.person.leave')} open={leaving !== undefined}>
        <Form method="post" className="form">
          <FormRefusal answer={leaving} />
          <p className="hint">{say('organization.person.leave_hint')}</p>
          <PersonField
            name="successor"
            label={say('organization.person.successor')}
            hint={say('organization.person.successor_hint')}
            options={options.people.filter(({ id }) => id !== person.id)}
            blank={say('organization.nobody')}
            answer={leaving}
          />
          <button className="button grave" name="intent" value="leave">
            {say('organization.person.leave_do', { name: person.name })}
          </button>
        </Form>
      </Drawer>
    </div>
  );
}

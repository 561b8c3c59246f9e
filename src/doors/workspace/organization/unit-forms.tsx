import { Form } from 'react-router';
import type { PersonOption, unitWithin, UnitOption } from '#domains/organization/index.ts';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from './answer.ts';
import { Drawer } from './drawer.tsx';
import { PersonField } from './person-field.tsx';
import { Stale } from './stale.tsx';
import { UnitField } from './unit-field.tsx';

type Unit = Awaited<ReturnType<typeof unitWithin>>['unit'];

/** What can be changed in a dependency, each in its drawer. */
export function UnitForms({ unit, options }: { unit: Unit; options: { units: readonly UnitOption[]; people: readonly PersonOption[] } }) {
  const { say } = useWords();
  const renaming = useAnswer('rename');
  const moving = useAnswer('move');
  const appointing = useAnswer('appoint');
  const closing = useAnswer('close');
  return (
    <div className="drawers">
      <Drawer name={say('organization.unit.appoint')} open={appointing !== undefined}>
        <Form method="post" className="form">
          <FormRefusal answer={appointing} />
          <PersonField
            name="head"
            label={say('organization.unit.head')}
            options={options.people}
            blank={say('organization.nobody')}
            chosen={unit.head_id === null ? null : { id: unit.head_id, name: unit.head ?? '' }}
            answer={appointing}
          />
          <PersonField
            name="liaison"
            label={say('organization.unit.liaison')}
            options={options.people}
            blank={say('organization.nobody')}
            chosen={unit.liaison_id === null ? null : { id: unit.liaison_id, name: unit.liaison ?? '' }}
            answer={appointing}
          />
          <button className="button" name="intent" value="appoint">
            {say('organization.save')}
          </button>
        </Form>
      </Drawer>
      <Drawer name={say('organization.unit.rename')} open={renaming !== undefined}>
        <Form method="post" className="form">
          {renaming?.refusal?.refused === 'form.stale' ? (
            <Stale
              answer={renaming}
              saved={{ name: [say('organization.unit.name'), unit.name], code: [say('organization.unit.code'), unit.code] }}
            />
          ) : (
            <FormRefusal answer={renaming} />
          )}
          <TextField
            name="name"
            label={say('organization.unit.name')}
            defaultValue={unit.name}
            answer={renaming}
            required
            maxLength={200}
          />
          <TextField name="code" label={say('organization.unit.code')} defaultValue={unit.code} answer={renaming} maxLength={60} />
          <input type="hidden" name="version" value={unit.version} readOnly />
          <button className="button" name="intent" value="rename">
            {say('organization.save')}
          </button>
        </Form>
      </Drawer>
      <Drawer name={say('organization.unit.move')} open={moving !== undefined}>
        <Form method="post" className="form">
          <FormRefusal answer={moving} />
          <UnitField
            name="parent"
            label={say('organization.unit.hangs_from')}
            options={options.units.filter(({ id }) => id !== unit.id)}
            blank={say('organization.unit.top')}
            chosen={unit.parent_id}
            answer={moving}
          />
          <button className="button" name="intent" value="move">
            {say('organization.unit.move_do')}
          </button>
        </Form>
      </Drawer>
      <Drawer name={say('organization.unit.close')} open={closing !== undefined}>
        <Form method="post" className="form">
          <FormRefusal answer={closing} />
          <p className="hint">{say('organization.unit.close_hint')}</p>
          <button className="button grave" name="intent" value="close">
            {say('organization.unit.close_do', { name: unit.name })}
          </button>
        </Form>
      </Drawer>
    </div>
  );
}

/** One place before or after among those that hang from the same dependency. */
export function ShiftForm({ unit, parent }: { unit: { id: number; name: string }; parent: number }) {
  const { say } = useWords();
  return (
    <Form method="post" action={`/workspace/settings/units/${unit.id}`} className="shift">
      <input type="hidden" name="intent" value="shift" />
      <input type="hidden" name="back" value={parent} />
      <button className="button icon small" name="direction" value="up" aria-label={say('organization.unit.up', { name: unit.name })}>
        ↑
      </button>
      <button className="button icon small" name="direction" value="down" aria-label={say('organization.unit.down', { name: unit.name })}>
        ↓
      </button>
    </Form>
  );
}

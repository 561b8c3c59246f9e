import { Link, useLoaderData } from 'react-router';
import {
  appoint,
  appointmentShape,
  closeUnit,
  listPeople,
  movedUnitShape,
  moveUnit,
  peopleOptions,
  renamedUnitShape,
  renameUnit,
  shiftedUnitShape,
  shiftUnit,
  unitOptions,
  unitWithin,
} from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Facts, Section } from '#ui/section.tsx';
import { Person } from '#ui/state.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { change, performChange } from './changes.ts';
import { Done } from './done.tsx';
import { mayEdit } from './settings.ts';
import { ShiftForm, UnitForms } from './unit-forms.tsx';
import { unitVoice } from './voices.ts';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ path }: Data, say: Say) => [
    { name: say('organization.settings'), to: '/workspace/settings' },
    { name: say('organization.place.units'), to: '/workspace/settings/units' },
    ...path.map(({ id, name }) => ({ name, to: `/workspace/settings/units/${id}` })),
  ],
  topics: () => ['units'],
};

export const loader = load(async ({ ctx, params, visit }) => {
  const { unit, path, below } = await unitWithin(ctx, Number(params.unit));
  const edits = !unit.closed_at && mayEdit(visit.actor, 'units.edit', unit.id);
  const { people, count } = await listPeople(ctx, { unit: unit.id });
  return {
    unit,
    path,
    below,
    edits,
    count,
    people: people.slice(0, 12),
    options: edits ? { units: await unitOptions(ctx), people: await peopleOptions(ctx) } : null,
  };
});

const changes = {
  rename: change(renamedUnitShape, renameUnit),
  move: change(movedUnitShape, moveUnit),
  appoint: change(appointmentShape, appoint),
  shift: change(shiftedUnitShape, shiftUnit),
  close: (_: unknown, id: number) => (ctx: Ctx) => closeUnit(ctx, id),
};

export const action = act(async ({ params, typed, perform }) => {
  const { intent, back } = typed.fields;
  const refused = await performChange(changes, typed.fields, Number(params.unit), perform);
  if (refused) return refused;
  // A dependency that closed has no page to change any more; one put before or after was moved from its parent's page.
  const page = intent === 'close' ? '' : `/${typeof back === 'string' && /^\d+$/.test(back) ? back : params.unit}`;
  return redirect(`/workspace/settings/units${page}?done=unit.${String(intent)}`);
});

export default function Unit() {
  const { unit, below, people, count, edits, options, path } = useLoaderData<typeof loader>();
  const { say, format, now } = useWords();
  return (
    <main className="page" id="contenido">
      <title>{`${unit.name} · Pregón`}</title>
      <Head
        name={unit.name}
        voice={unitVoice(say, {
          people: count,
          below: below.length,
          head: unit.head,
          liaison: unit.liaison,
          closed: unit.closed_at ? format.ago(unit.closed_at, now) : null,
        })}
        actions={
          edits && (
            <Link className="button primary" to={`/workspace/settings/units/new?parent=${unit.id}`}>
              {say('organization.unit.add_below')}
            </Link>
          )
        }
      />
      <Done />
      <div className="two">
        <div>
          <Section title={say('organization.unit.below')} count={format.number(below.length)}>
            <Table
              caption={say('organization.list_of', { what: say('organization.unit.below') })}
              rows={below}
              rowKey={({ id }) => id}
              empty={<Empty title={say('organization.unit.nothing_below')} slim />}
              columns={[
                {
                  key: 'name',
                  name: say('organization.unit.name'),
                  cell: (row) => (
                    <>
                      <Link className="quiet" to={`/workspace/settings/units/${row.id}`}>
                        {row.name}
                      </Link>
                      {row.children > 0 && <small>{say('organization.unit.below_count', { count: row.children })}</small>}
                    </>
                  ),
                },
                {
                  key: 'liaison',
                  name: say('organization.unit.liaison'),
                  cell: ({ liaison }) => liaison ?? <span className="muted">{say('organization.nobody')}</span>,
                },
                { key: 'people', name: say('organization.place.people'), number: true, cell: (row) => format.number(row.people) },
                ...(edits && below.length > 1
                  ? [
                      {
                        key: 'order',
                        name: say('organization.unit.order'),
                        cell: (row: (typeof below)[number]) => <ShiftForm unit={row} parent={unit.id} />,
                      },
                    ]
                  : []),
              ]}
            />
          </Section>
          <Section
            title={say('organization.place.people')}
            count={format.number(count)}
            more={count > 0 && <Link to={`/workspace/settings/people?unit=${unit.id}`}>{say('organization.see_all')}</Link>}
          >
            {people.length === 0 ? (
              <Empty title={say('organization.unit.nobody_here')} slim />
            ) : (
              <ul className="plain-rows">
                {people.map((person) => (
                  <li key={person.id}>
                    <Link className="quiet" to={`/workspace/settings/people/${person.id}`}>
                      <Person name={person.name} more={person.position || person.unit} />
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </Section>
        </div>
        <aside>
          <Facts
            rows={[
              [say('organization.unit.head'), unit.head ?? say('organization.nobody')],
              [say('organization.unit.liaison'), unit.liaison ?? say('organization.nobody')],
              [say('organization.unit.hangs_from'), path.length > 1 ? path.at(-2)!.name : say('organization.unit.top')],
              [say('organization.unit.code'), unit.code],
            ]}
          />
          {options && <UnitForms unit={unit} options={options} />}
        </aside>
      </div>
    </main>
  );
}

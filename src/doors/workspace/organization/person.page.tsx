import { Form, Link, useLoaderData } from 'react-router';
import {
  comeBack,
  departureShape,
  editedPersonShape,
  editPerson,
  endRole,
  endRoleShape,
  giveRole,
  grantShape,
  inviteToJoin,
  leave,
  peopleOptions,
  personCard,
  unitOptions,
} from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Facts, Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from './answer.ts';
import { change, performChange } from './changes.ts';
import { Done } from './done.tsx';
import { PersonForms } from './person-forms.tsx';
import { mayEdit } from './settings.ts';
import { personVoice } from './voices.ts';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ person }: Data, say: Say) => [
    { name: say('organization.settings'), to: '/workspace/settings' },
    { name: say('organization.place.people'), to: '/workspace/settings/people' },
    { name: person.name },
  ],
  topics: () => ['people'],
};

export const loader = load(async ({ ctx, params, visit }) => {
  const card = await personCard(ctx, params.person ?? '');
  const edits = mayEdit(visit.actor, 'people.edit', card.person.unit_id);
  return {
    ...card,
    edits,
    grants: card.grants,
    now: visit.now,
    options: edits ? { units: await unitOptions(ctx), people: await peopleOptions(ctx) } : null,
  };
});

export const action = act(async ({ params, typed, perform, visit }) => {
  const changes = {
    edit: change(editedPersonShape, editPerson),
    give: change(grantShape, (ctx: Ctx, person: string, input) => giveRole(ctx, { person, ...input })),
    end: change(endRoleShape, (ctx: Ctx, _person: string, input) => endRole(ctx, input.grant)),
    leave: change(departureShape, leave),
    return: (_: unknown, person: string) => (ctx: Ctx) => comeBack(ctx, person),
    invite: (_: unknown, person: string) => (ctx: Ctx) => inviteToJoin(ctx, person, visit.origin),
  };
  const refused = await performChange(changes, typed.fields, params.person ?? '', perform);
  return refused ?? redirect(`/workspace/settings/people/${params.person}?done=person.${String(typed.fields.intent)}`);
});

export default function PersonPage() {
  const { person, grants, places, edits, options, now } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const ending = useAnswer('end');
  return (
    <main className="page" id="contenido">
      <title>{`${person.name} · Pregón`}</title>
      <Head
        name={person.name}
        voice={personVoice(say, {
          roles: grants.map(({ role }) => say(`organization.role.${role}`).toLowerCase()),
          seen: person.last_seen_at && format.ago(person.last_seen_at, now),
          left: person.left_at && format.ago(person.left_at, now),
        })}
      />
      <Done />
      <div className="two">
        <div>
          <Section title={say('organization.person.roles')} count={format.number(grants.length)}>
            <FormRefusal answer={ending} />
            {grants.length === 0 ? (
              <Empty title={say('organization.person.no_roles')} slim>
                {say('organization.person.no_roles_how')}
              </Empty>
            ) : (
              <ul className="plain-rows">
                {grants.map((grant) => (
                  <li key={grant.id}>
                    <span>
                      <b>{say(`organization.role.${grant.role}`)}</b>{' '}
                      <span className="muted">
                        {grant.unit ? say('organization.person.within', { unit: grant.unit }) : say('organization.person.everywhere')}
                      </span>
                      <small>
                        {grant.granted_by
                          ? say('organization.person.given_by', { name: grant.granted_by, day: format.ago(grant.granted_at, now) })
                          : say('organization.person.given', { day: format.ago(grant.granted_at, now) })}
                      </small>
                    </span>
                    {edits && (
                      <Form method="post">
                        <input type="hidden" name="grant" value={grant.id} />
                        <button
                          className="button small"
                          name="intent"
                          value="end"
                          aria-label={say('organization.person.end_role_of', { role: say(`organization.role.${grant.role}`) })}
                        >
                          {say('organization.person.end_role')}
                        </button>
                      </Form>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </Section>
          {places.length > 0 && (
            <Section title={say('organization.person.places')} count={format.number(places.length)}>
              <ul className="plain-rows">
                {places.map((unit) => (
                  <li key={unit.id}>
                    <Link className="quiet" to={`/workspace/settings/units/${unit.id}`}>
                      {unit.name}
                    </Link>
                    <span className="muted">
                      {format.list(
                        [
                          unit.head_id === person.id && say('organization.unit.head'),
                          unit.liaison_id === person.id && say('organization.unit.liaison'),
                        ].filter((word) => word !== false),
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
        <aside>
          <Facts
            rows={[
              [
                say('organization.person.email'),
                <a href={`mailto:${person.email}`} key="mail">
                  {person.email}
                </a>,
              ],
              [say('organization.unit.one'), person.unit ?? say('organization.person.no_unit')],
              [say('organization.person.position'), person.position || say('organization.none')],
              [say('organization.person.employment'), say(`organization.person.${person.employment}`)],
              [say('organization.person.second_factor'), person.totp_confirmed_at ? say('organization.yes') : say('organization.no')],
            ]}
          />
          {options && <PersonForms person={person} options={options} />}
        </aside>
      </div>
    </main>
  );
}

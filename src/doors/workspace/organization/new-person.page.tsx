import { Form, Link, useLoaderData } from 'react-router';
import { addPerson, invite, newPersonShape, unitOptions } from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Choices } from '#ui/choices.tsx';
import { FormRefusal } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from './answer.ts';
import { PersonFields } from './person-fields.tsx';
import { useRoles } from './roles.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [
    { name: say('organization.settings'), to: '/workspace/settings' },
    { name: say('organization.place.people'), to: '/workspace/settings/people' },
    { name: say('organization.person.invite') },
  ],
};

export const loader = load(async ({ ctx }) => ({ units: await unitOptions(ctx) }));

export const action = act(async ({ typed, perform, visit }) => {
  const input = parse(newPersonShape, typed.fields);
  if (isRefusal(input)) return input;
  const id = await perform(async (ctx) => {
    const added = await addPerson(ctx, input);
    if (!isRefusal(added)) await invite(ctx, { person: added, purpose: 'join', origin: visit.origin });
    return added;
  });
  return isRefusal(id) ? id : redirect(`/workspace/settings/people/${id}?done=person.invite`);
});

export default function NewPerson() {
  const { units } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  const roles = useRoles();
  return (
    <main className="page" id="contenido">
      <title>{`${say('organization.person.invite')} · Pregón`}</title>
      <Head name={say('organization.person.invite')} low voice={say('organization.person.invite_voice')} />
      <Form method="post" className="form two">
        <div className="stack">
          <FormRefusal answer={answer} />
          <PersonFields units={units} answer={answer} />
          <p className="actions">
            <button className="button primary">{say('organization.person.invite_do')}</button>
            <Link className="button quiet" to="/workspace/settings/people">
              {say('organization.leave_it')}
            </Link>
          </p>
        </div>
        <Choices
          name="roles"
          legend={say('organization.person.roles')}
          hint={say('organization.person.roles_hint')}
          several
          options={roles}
          chosen={['staff']}
          answer={answer}
        />
      </Form>
    </main>
  );
}

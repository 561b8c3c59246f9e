import { Form, Link, useLoaderData } from 'react-router';
import { createUnit, newUnitShape, unitOptions } from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from './answer.ts';
import { UnitField } from './unit-field.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [
    { name: say('organization.settings'), to: '/workspace/settings' },
    { name: say('organization.place.units'), to: '/workspace/settings/units' },
    { name: say('organization.unit.add') },
  ],
};

export const loader = load(async ({ ctx, url }) => ({
  options: await unitOptions(ctx),
  parent: Number(url.searchParams.get('parent')) || null,
}));

export const action = act(async ({ typed, perform }) => {
  const input = parse(newUnitShape, typed.fields);
  if (isRefusal(input)) return input;
  const id = await perform((ctx) => createUnit(ctx, input));
  return isRefusal(id) ? id : redirect(`/workspace/settings/units/${id}?done=unit.create`);
});

export default function NewUnit() {
  const { options, parent } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <title>{`${say('organization.unit.add')} · Pregón`}</title>
      <Head name={say('organization.unit.add')} low voice={say('organization.unit.add_voice')} />
      <Form method="post" className="form">
        <FormRefusal answer={answer} />
        <TextField name="name" label={say('organization.unit.name')} answer={answer} required maxLength={200} />
        <UnitField
          name="parent"
          label={say('organization.unit.parent')}
          options={options}
          blank={say('organization.unit.top')}
          chosen={parent}
          answer={answer}
        />
        <TextField
          name="code"
          label={say('organization.unit.code')}
          hint={say('organization.unit.code_hint')}
          optional
          answer={answer}
          maxLength={60}
        />
        <p className="actions">
          <button className="button primary">{say('organization.unit.create')}</button>
          <Link className="button quiet" to="/workspace/settings/units">
            {say('organization.leave_it')}
          </Link>
        </p>
      </Form>
    </main>
  );
}

import { useActionData, useLoaderData } from 'react-router';
import { firstAdministratorInput, keepAdministrator } from '#domains/organization/index.ts';
import { isRefusedForm, parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { SetupPage } from './frame.tsx';
import { setupOf } from './setup-cookie.ts';

export const loader = load(async ({ ctx, request }) => {
  const { setup } = await setupOf(ctx, request);
  if (!setup.institution) throw redirect('/setup/institution');
  if (!setup.administrator) return { typed: null };
  const { name, email, position } = setup.administrator;
  return { typed: { name, email, position } };
});

export const action = act(async ({ typed, perform, request }) => {
  const input = parse(firstAdministratorInput, typed.fields);
  if (isRefusal(input)) return input;
  const done = await perform(async (ctx) => keepAdministrator(ctx, (await setupOf(ctx, request)).setup, input));
  return isRefusal(done) ? done : redirect('/setup/plan');
});

export default function Administrator() {
  const { typed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answer = isRefusedForm(refused) ? refused : undefined;
  const { say } = useWords();
  const words = (key: string) => say(`entry.setup.administrator.${key}`);
  return (
    <SetupPage page="administrator">
      <form method="post">
        <p>{words('more')}</p>
        <FormRefusal answer={answer} />
        <TextField
          name="name"
          label={words('name')}
          autoComplete="name"
          maxLength={200}
          defaultValue={typed?.name}
          answer={answer}
          required
        />
        <TextField
          name="email"
          label={words('email')}
          type="email"
          autoComplete="username"
          maxLength={254}
          defaultValue={typed?.email}
          answer={answer}
          required
        />
        <TextField
          name="position"
          label={words('position')}
          optional
          autoComplete="organization-title"
          maxLength={200}
          defaultValue={typed?.position}
          answer={answer}
        />
        <TextField
          name="password"
          label={words('password')}
          hint={typed ? words('password_kept') : say('entry.join.hint')}
          type="password"
          autoComplete="new-password"
          maxLength={256}
          answer={answer}
          required={!typed}
        />
        <p className="actions">
          <button className="button primary">{say('entry.setup.next')}</button>
          <a className="button quiet" href="/setup/institution">
            {say('entry.setup.back')}
          </a>
        </p>
      </form>
    </SetupPage>
  );
}

import { useActionData, useLoaderData } from 'react-router';
import { accept, deviceOf, joinInput, readInvitation } from '#domains/organization/index.ts';
import { isRefusedForm, parse } from '#platform/http/form.ts';
import { act, load } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { Lighthouse } from './art/lighthouse.tsx';
import { letIn } from './let-in.ts';
import { Step } from './step.tsx';

export const loader = load(async ({ ctx, params }) => {
  const invitation = await readInvitation(ctx, params.token!);
  if (isRefusal(invitation)) return { broken: invitation.refused.split('.')[1]! };
  return { name: invitation.name.split(' ')[0]!, email: invitation.email, purpose: invitation.purpose };
});

export const action = act(async ({ typed, perform, params, visit, request }) => {
  const input = parse(joinInput, typed.fields);
  if (isRefusal(input)) return input;
  const caller = { device: deviceOf(request.headers.get('user-agent')), next: null };
  const came = await perform((ctx) => accept(ctx, params.token!, input, caller));
  return isRefusal(came) ? came : letIn(visit, came, null);
});

export default function Join() {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answer = isRefusedForm(refused) ? refused : undefined;
  const { say } = useWords();
  if (data.broken) {
    return (
      <Step name={say('entry.join.title.join')} voice={say(`entry.join.voice.${data.broken}`)} art={<Lighthouse />}>
        <p>{say(`entry.join.more.${data.broken}`)}</p>
        <ul className="other">
          <li>
            <a href="/sign-in/forgotten">{say('entry.join.ask_again')}</a>
          </li>
          <li>
            <a href="/sign-in">{say('entry.forgotten.back')}</a>
          </li>
        </ul>
      </Step>
    );
  }
  return (
    <Step
      name={say(`entry.join.title.${data.purpose}`)}
      voice={say(`entry.join.voice.${data.purpose}`, { name: data.name! })}
      art={<Lighthouse />}
    >
      <form method="post">
        <FormRefusal answer={answer} />
        <input type="hidden" name="email" autoComplete="username" value={data.email} readOnly />
        <TextField
          name="password"
          label={say('entry.sign_in.password')}
          hint={say('entry.join.hint')}
          type="password"
          autoComplete="new-password"
          minLength={12}
          maxLength={256}
          answer={answer}
          required
        />
        <button className="button primary">{say('entry.join.submit')}</button>
      </form>
    </Step>
  );
}

import { useActionData } from 'react-router';
import { askReset, forgottenInput } from '#domains/organization/index.ts';
import { isRefusedForm, parse } from '#platform/http/form.ts';
import { act, load } from '#platform/http/page.ts';
import { limit } from '#platform/http/rate-limit.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { Lighthouse } from './art/lighthouse.tsx';
import { Step } from './step.tsx';

export const loader = load(() => null);

export const action = act(async ({ typed, perform, visit }) => {
  const input = parse(forgottenInput, typed.fields);
  if (isRefusal(input)) return input;
  const wait = await limit(visit, 'public_form', visit.addressKey);
  if (wait) return wait;
  await perform((ctx) => askReset(ctx, { email: input.email, origin: visit.origin }));
  return { asked: input.email };
});

export default function Forgotten() {
  const said = useActionData<typeof action>();
  const { say } = useWords();
  if (said && 'asked' in said) {
    return (
      <Step name={say('entry.forgotten.title')} voice={say('entry.forgotten.done', { email: said.asked })} art={<Lighthouse />}>
        <p>{say('entry.forgotten.done_more')}</p>
        <ul className="other">
          <li>
            <a href="/sign-in">{say('entry.forgotten.back')}</a>
          </li>
        </ul>
      </Step>
    );
  }
  const answer = isRefusedForm(said) ? said : undefined;
  return (
    <Step name={say('entry.forgotten.title')} voice={say('entry.forgotten.voice')} art={<Lighthouse />}>
      <form method="post">
        <FormRefusal answer={answer} />
        <TextField
          name="email"
          label={say('entry.sign_in.email')}
          hint={say('entry.forgotten.hint')}
          type="email"
          autoComplete="username"
          answer={answer}
          required
          maxLength={254}
        />
        <button className="button primary">{say('entry.forgotten.submit')}</button>
        <ul className="other">
          <li>
            <a href="/sign-in">{say('entry.forgotten.back')}</a>
          </li>
        </ul>
      </form>
    </Step>
  );
}

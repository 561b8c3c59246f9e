import { useActionData, useLoaderData } from 'react-router';
import { addPasskey, beginPasskey, institutionOf, newPasskeyInput } from '#domains/organization/index.ts';
import { isRefusedForm, parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { perform as performAs } from '#platform/http/visit.ts';
import type { Say } from '#platform/i18n/words.ts';
import { accepted, isRefusal } from '#platform/refusal.ts';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('me.title'), to: '/workspace/me/security' }, { name: say('me.passkey.title') }],
};

export const loader = load(async ({ ctx, visit }) => {
  const { kind, name } = await institutionOf(ctx);
  const begun = accepted(await performAs(visit, (own) => beginPasskey(own, { origin: visit.origin, name: `${kind} ${name}`.trim() })));
  return { step: begun.step, options: JSON.stringify(begun.options) };
});

export const action = act(async ({ typed, perform, visit }) => {
  const input = parse(newPasskeyInput, typed.fields);
  if (isRefusal(input)) return input;
  const done = await perform((ctx) => addPasskey(ctx, input, visit.origin));
  return done ?? redirect('/workspace/me/security?done=passkey');
});

export default function NewPasskey() {
  const { step, options } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answer = isRefusedForm(refused) ? refused : undefined;
  const { say } = useWords();
  return (
    <main className="page narrow" id="contenido">
      <title>{`${say('me.passkey.title')} · Pregón`}</title>
      <Head name={say('me.passkey.title')} voice={say('me.passkey.voice')} />
      {/* A plain form: the script of keys sends it once the browser has answered. */}
      <form method="post" className="own-form" data-passkey="create" data-options={options}>
        <FormRefusal answer={answer} />
        <p hidden role="alert" className="error" data-passkey-refused>
          {say('refusals.passkey.refused')}
        </p>
        {answer?.problems.credential && (
          <p role="alert" className="error">
            {say('refusals.passkey.refused')}
          </p>
        )}
        <noscript>
          <p>{say('me.passkey.no_script')}</p>
        </noscript>
        <input type="hidden" name="step" value={step} />
        <input type="hidden" name="credential" defaultValue="" />
        <TextField name="name" label={say('me.keys.name')} hint={say('me.passkey.hint')} maxLength={60} answer={answer} required />
        <p>
          <button className="button primary">{say('me.passkey.submit')}</button>
        </p>
      </form>
      <script type="module" async src="/static/passkey.js" />
    </main>
  );
}

import { Form, useLoaderData } from 'react-router';
import { adoptionInput, adoptScreen, screenGroupOptions } from '#domains/channels/index.ts';
import { unitOptions } from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { limit } from '#platform/http/rate-limit.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { ScreenFields } from './screen-fields.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('screens.screens'), to: '/workspace/screens' }, { name: say('screens.connect_title') }],
};

export const loader = load(async ({ ctx, url }) => ({
  code: (url.searchParams.get('code') ?? '').slice(0, 20),
  groups: await screenGroupOptions(ctx),
  units: await unitOptions(ctx),
}));

export const action = act(async ({ typed, perform, visit }) => {
  const input = parse(adoptionInput, typed.fields);
  if (isRefusal(input)) return input;
  // Whoever types codes until one is right has thirty tries in a quarter of an hour.
  const wait = await limit(visit, 'screen_code', visit.actor.id ?? visit.addressKey);
  if (wait) return wait;
  const done = await perform((ctx) => adoptScreen(ctx, input));
  return isRefusal(done) ? done : redirect(`/workspace/screens/${done.id}`);
});

/** Gives a television its place, by the code that it shows. */
export default function NewScreen() {
  const { code, groups, units } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <title>{`${say('screens.connect_title')} · Pregón`}</title>
      <Head name={say('screens.connect_title')} voice={say('screens.connect_voice')} />
      <Form method="post" className="form card">
        <FormRefusal answer={answer} />
        <TextField
          name="code"
          className="pairing-code"
          label={say('screens.code')}
          hint={say('screens.code_hint')}
          answer={answer}
          defaultValue={code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          required
        />
        <ScreenFields answer={answer} units={units} groups={groups} />
        <p className="actions">
          <button className="button primary">{say('screens.connect_do')}</button>
        </p>
      </Form>
    </main>
  );
}

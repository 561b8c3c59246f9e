import { Form, useLoaderData } from 'react-router';
import { listScreenGroups, takeoverInput, takeoverKinds, takeOver } from '#domains/channels/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal } from '#platform/refusal.ts';
import { Choices } from '#ui/choices.tsx';
import { FormRefusal, TextAreaField, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';

export const handle = {
  crumbs: (_: unknown, say: Say) => [
    { name: say('screens.screens'), to: '/workspace/screens' },
    { name: say('screens.tab.takeovers'), to: '/workspace/screens/takeovers' },
    { name: say('screens.take_over_title') },
  ],
};

export const loader = load(async ({ ctx, url }) => ({
  kinds: takeoverKinds,
  groups: (await listScreenGroups(ctx)).map(({ id, name, screens }) => ({ id, name, screens })),
  group: url.searchParams.get('group'),
}));

export const action = act(async ({ typed, command, visit }) => {
  const done = await command(takeoverInput, typed.fields, (ctx, { minutes, ...said }) =>
    takeOver(ctx, { ...said, until: new Date(visit.now.getTime() + minutes * 60_000) }),
  );
  return isRefusal(done) ? done : redirect('/workspace/screens/takeovers');
});

/** Covers screens at once with an order: what it says, how long, and why; the page is its own confirmation. */
export default function NewTakeover() {
  const { kinds, groups, group } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <title>{`${say('screens.take_over_title')} · Pregón`}</title>
      <Head name={say('screens.take_over_title')} voice={say('screens.take_over_voice')} />
      <Form method="post" className="form card">
        <FormRefusal answer={answer} />
        <Choices
          name="groups"
          legend={say('screens.takeover_groups')}
          several
          options={groups.map(({ id, name, screens }) => ({
            value: String(id),
            label: name,
            more: say('screens.take_over_sure', { count: screens }),
          }))}
          chosen={group ? [group] : []}
          answer={answer}
        />
        <Choices
          name="kind"
          legend={say('screens.takeover_kind')}
          options={kinds.map((value) => ({ value, label: say(`screens.kind.${value}`), more: say(`screens.kind.${value}_more`) }))}
          chosen={['alert']}
          answer={answer}
        />
        <TextField
          name="title"
          label={say('screens.takeover_text_title')}
          hint={say('screens.takeover_title_hint')}
          answer={answer}
          required
          maxLength={90}
        />
        <TextAreaField
          name="steps"
          label={say('screens.takeover_steps')}
          hint={say('screens.takeover_steps_hint')}
          rows={3}
          answer={answer}
        />
        <TextField
          name="text"
          label={say('screens.takeover_text')}
          hint={say('screens.takeover_text_hint')}
          answer={answer}
          maxLength={400}
          optional
        />
        <TextField name="address" label={say('screens.takeover_address')} answer={answer} maxLength={120} optional />
        <TextField
          name="minutes"
          type="number"
          min={1}
          max={10080}
          label={say('screens.takeover_minutes')}
          hint={say('screens.takeover_minutes_hint')}
          defaultValue={60}
          answer={answer}
          required
        />
        <TextAreaField
          name="reason"
          label={say('screens.takeover_reason')}
          hint={say('screens.takeover_reason_hint')}
          rows={2}
          answer={answer}
          required
        />
        <p className="actions">
          <button className="button grave">{say('screens.take_over_do')}</button>
        </p>
      </Form>
    </main>
  );
}

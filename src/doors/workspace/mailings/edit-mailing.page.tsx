import { Form, Link, useLoaderData } from 'react-router';
import { mailingCard, reviseMailingOf, revisedMailingInput } from '#domains/channels/index.ts';
import { remailedInput, remailPiece } from '#domains/editorial/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Banner } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { whomChoices } from './whom-choices.ts';
import { WhomFields } from './whom-fields.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ mailing }: Data, say: Say) => [
    { name: say('mailings.mailings'), to: '/workspace/mailings' },
    { name: mailing.title, to: `/workspace/mailings/${mailing.id}` },
    { name: say('mailings.edit') },
  ],
};

export const loader = load(async ({ ctx, params }) => {
  if (!/^\d{1,15}$/.test(params.mailing ?? '')) throw new NotFound(`mailing ${params.mailing}`);
  const { mailing } = await mailingCard(ctx, Number(params.mailing));
  const { letter: _, ...rest } = mailing;
  return { mailing: rest, choices: await whomChoices(ctx, mailing.id) };
});

export const action = act(async ({ typed, command, params, visit }) => {
  const { intent, ...fields } = typed.fields;
  const given = { ...fields, mailing: params.mailing };
  const done =
    intent === 'renew'
      ? await command(remailedInput, given, (ctx, input) =>
          remailPiece(ctx, input, { origin: visit.origin, counting: visit.app.config.MAIL_COUNTING }),
        )
      : await command(revisedMailingInput, given, reviseMailingOf);
  return isRefusal(done) ? done : redirect(`/workspace/mailings/${params.mailing}`);
});

/** What it is called and for whom it is. Whatever changes is approved again. */
export default function EditMailing() {
  const { mailing, choices } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  return (
    <main className="page narrow" id="contenido">
      <title>{`${say('mailings.edit')} · ${mailing.title} · Pregón`}</title>
      <Head name={mailing.title} low voice={say('mailings.edit_voice')} />
      {mailing.state === 'approved' && <Banner tone="warn">{say('mailings.edit_approved')}</Banner>}
      <Form method="post" className="form">
        <FormRefusal answer={answer} />
        <input type="hidden" name="version" value={mailing.version} />
        <TextField name="title" label={say('mailings.title')} defaultValue={mailing.title} maxLength={200} required answer={answer} />
        <WhomFields choices={choices} whom={mailing} answer={answer} />
        <p className="actions">
          <button className="button primary" name="intent" value="revise">
            {say('mailings.keep')}
          </button>
          {mailing.source.type === 'piece' && (
            <button className="button" name="intent" value="renew">
              {say('mailings.renew')}
            </button>
          )}
          <Link to={`/workspace/mailings/${mailing.id}`}>{say('mailings.leave')}</Link>
        </p>
      </Form>
    </main>
  );
}

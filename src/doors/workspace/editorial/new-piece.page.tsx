import { Form, Link, useLoaderData } from 'react-router';
import { createPiece, kindCodes, newPieceInput } from '#domains/editorial/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { FormRefusal, SelectField, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { choicesOf } from './choices.ts';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('pieces.pieces'), to: '/workspace/pieces' }, { name: say('pieces.new') }],
};

/** A slot of the calendar, a campaign or a day may already be known: they come in the address. */
export const loader = load(async ({ ctx, url }) => ({
  ...(await choicesOf(ctx)),
  kinds: kindCodes,
  known: Object.fromEntries(
    ['kind', 'campaign', 'item', 'slot', 'slotDay', 'dueOn', 'title'].map((name) => [name, url.searchParams.get(name) ?? '']),
  ),
}));

export const action = act(async ({ typed, perform }) => {
  const input = parse(newPieceInput, typed.fields);
  if (isRefusal(input)) return input;
  const made = await perform((ctx) => createPiece(ctx, input));
  return isRefusal(made) ? made : redirect(`/workspace/pieces/${made.id}`);
});

export default function NewPiece() {
  const { units, activities, campaigns, kinds, known } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <title>{`${say('pieces.new')} · Pregón`}</title>
      <Head name={say('pieces.new')} low voice={say('pieces.new_voice')} />
      <Form method="post" className="form">
        <FormRefusal answer={answer} />
        <SelectField
          name="kind"
          label={say('pieces.kind')}
          defaultValue={known.kind}
          options={kinds.map((code) => ({ value: code, label: say(`pieces.kind.${code}`) }))}
          answer={answer}
          required
        />
        <TextField
          name="title"
          label={say('pieces.title')}
          defaultValue={known.title}
          answer={answer}
          required
          maxLength={300}
          autoComplete="off"
        />
        <SelectField name="unit" label={say('pieces.unit')} blank={say('pieces.own_unit')} options={units} answer={answer} />
        <SelectField
          name="item"
          label={say('pieces.item')}
          hint={say('pieces.item_hint')}
          blank={say('pieces.no_item')}
          defaultValue={known.item}
          options={activities}
          answer={answer}
          optional
        />
        <SelectField
          name="campaign"
          label={say('pieces.campaign')}
          blank={say('pieces.no_campaign')}
          defaultValue={known.campaign}
          options={campaigns}
          answer={answer}
          optional
        />
        <TextField name="dueOn" type="date" label={say('pieces.due_on')} defaultValue={known.dueOn} answer={answer} optional />
        <input type="hidden" name="slot" value={known.slot} />
        <input type="hidden" name="slotDay" value={known.slotDay} />
        <p className="actions">
          <button className="button primary">{say('pieces.new_button')}</button>
          <Link className="button quiet" to="/workspace/pieces">
            {say('organization.leave_it')}
          </Link>
        </p>
      </Form>
    </main>
  );
}

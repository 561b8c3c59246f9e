import { Form, Link, useLoaderData } from 'react-router';
import { listPieces, mailedPieceInput, mailPiece, pieceFilterInput } from '#domains/editorial/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal, SelectField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { whomChoices } from './whom-choices.ts';
import { WhomFields } from './whom-fields.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('mailings.mailings'), to: '/workspace/mailings' }, { name: say('mailings.new') }],
};

export const loader = load(async ({ ctx, url }) => {
  const asked = Number(url.searchParams.get('piece')) || null;
  const lists = await Promise.all(
    (['approved', 'scheduled', 'published'] as const).map((state) => listPieces(ctx, pieceFilterInput.parse({ state }))),
  );
  const pieces = lists.flatMap(({ rows }) => rows.map(({ id, title }) => ({ id, title })));
  return { pieces, asked, choices: await whomChoices(ctx) };
});

export const action = act(async ({ typed, command, visit }) => {
  const made = await command(mailedPieceInput, typed.fields, (ctx, input) =>
    mailPiece(ctx, input, { origin: visit.origin, counting: visit.app.config.MAIL_COUNTING }),
  );
  return isRefusal(made) ? made : redirect(`/workspace/mailings/${made.id}`);
});

/** A mailing begins from what was approved. */
export default function NewMailing() {
  const { pieces, asked, choices } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  return (
    <main className="page narrow" id="contenido">
      <title>{`${say('mailings.new')} · Pregón`}</title>
      <Head name={say('mailings.new')} low voice={say('mailings.new_voice')} />
      {pieces.length === 0 && asked === null ? (
        <Empty
          title={say('mailings.no_pieces')}
          actions={
            <Link className="button" to="/workspace/pieces">
              {say('mailings.to_pieces')}
            </Link>
          }
        >
          {say('mailings.no_pieces_how')}
        </Empty>
      ) : (
        <Form method="post" className="form">
          <FormRefusal answer={answer} />
          <SelectField
            name="piece"
            label={say('mailings.piece')}
            defaultValue={asked === null ? undefined : String(asked)}
            options={pieces.map(({ id, title }) => ({ value: String(id), label: title }))}
            answer={answer}
          />
          <WhomFields choices={choices} answer={answer} />
          <p className="actions">
            <button className="button primary">{say('mailings.draft_it')}</button>
            <Link to="/workspace/mailings">{say('mailings.leave')}</Link>
          </p>
        </Form>
      )}
    </main>
  );
}

import { Form, Link, useLoaderData } from 'react-router';
import { discardInput, discardPiece, editPieceDetails, getPiece, pieceDetailsInput } from '#domains/editorial/index.ts';
import { institutionOf, namedRegions } from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Choices } from '#ui/choices.tsx';
import { FormRefusal, SelectField, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Section } from '#ui/section.tsx';
import { RegionsField } from '#ui/regions-field.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { ItemField, OwnerField } from './belonging-fields.tsx';
import { choicesOf } from './choices.ts';
import { pieceCrumbs } from './crumbs.ts';
import { wallClockOf } from './wall-clock.ts';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { crumbs: ({ piece }: Data, say: Say) => pieceCrumbs(piece, say, say('pieces.details')) };

export const loader = load(async ({ ctx, params }) => {
  const [piece, choices, { zone }] = await Promise.all([getPiece(ctx, Number(params.piece)), choicesOf(ctx), institutionOf(ctx)]);
  const { body: _, text: __, fields: ___, ...card } = piece;
  return {
    piece: { ...card, embargoUntil: wallClockOf(piece.embargoUntil, zone) },
    chosenRegions: namedRegions(piece.regions),
    ...choices,
  };
});

export const action = act(async ({ typed, perform, params }) => {
  if (typed.fields.intent === 'discard') {
    const input = parse(discardInput, { piece: params.piece });
    if (isRefusal(input)) return input;
    const done = await perform((ctx) => discardPiece(ctx, input));
    return isRefusal(done) ? done : redirect('/workspace/pieces');
  }
  const input = parse(pieceDetailsInput, { ...typed.fields, piece: params.piece });
  if (isRefusal(input)) return input;
  const saved = await perform((ctx) => editPieceDetails(ctx, input));
  return isRefusal(saved) ? saved : redirect(`/workspace/pieces/${input.piece}`);
});

/** Whose a piece is, where it belongs, when it should go out. */
export default function PieceDetails() {
  const { piece, chosenRegions, units, activities, campaigns, segments, regions, channels, people } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer('save');
  const discarding = useAnswer('discard');
  const lines = ['information', 'training', 'participation'] as const;
  return (
    <main className="page" id="contenido">
      <title>{`${say('pieces.details')} · ${piece.title} · Pregón`}</title>
      <Head name={piece.title} low voice={say('pieces.details_voice')} />
      <Form method="post" className="form card">
        <FormRefusal answer={answer} />
        <input type="hidden" name="revision" value={piece.revision} />
        <div className="stack">
          <SelectField name="unit" label={say('pieces.unit')} options={units} defaultValue={String(piece.unit)} answer={answer} required />
          <OwnerField options={people} answer={answer} chosen={piece.owner} />
          <ItemField options={activities} answer={answer} chosen={piece.item} hint={say('pieces.item_hint')} />
          <SelectField
            name="campaign"
            label={say('pieces.campaign')}
            blank={say('pieces.no_campaign')}
            options={campaigns}
            defaultValue={String(piece.campaign ?? '')}
            answer={answer}
            optional
          />
          <SelectField
            name="line"
            label={say('pieces.line')}
            blank={say('pieces.no_line')}
            options={lines.map((line) => ({ value: line, label: say(`pieces.line.${line}`) }))}
            defaultValue={piece.line ?? ''}
            answer={answer}
            optional
          />
          <TextField
            name="slug"
            label={say('pieces.slug')}
            hint={say('pieces.slug_hint')}
            defaultValue={piece.slug}
            answer={answer}
            maxLength={120}
          />
          <TextField name="dueOn" type="date" label={say('pieces.due_on')} defaultValue={piece.dueOn ?? ''} answer={answer} optional />
          <TextField
            name="embargoUntil"
            type="datetime-local"
            label={say('pieces.embargo')}
            defaultValue={piece.embargoUntil}
            answer={answer}
            optional
          />
          <TextField
            name="expiresOn"
            type="date"
            label={say('pieces.expires_on')}
            defaultValue={piece.expiresOn ?? ''}
            answer={answer}
            optional
          />
          <TextField
            name="reviewOn"
            type="date"
            label={say('pieces.review_on')}
            defaultValue={piece.reviewOn ?? ''}
            answer={answer}
            optional
          />
        </div>
        <div className="stack">
          {segments.length > 0 && (
            <Choices name="segments" legend={say('pieces.segments')} several options={segments} chosen={piece.segments} answer={answer} />
          )}
          <RegionsField
            name="regions"
            label={say('pieces.regions')}
            hint={say('pieces.regions_hint')}
            chosen={chosenRegions}
            names={regions}
            answer={answer}
            optional
          />
          <Choices
            name="channels"
            legend={say('pieces.channels')}
            several
            options={channels.map(({ value, label, open }) => ({ value, label, disabled: open && piece.class !== 'public' }))}
            chosen={piece.channels}
            answer={answer}
          />
        </div>
        <p className="actions">
          <button className="button primary" name="intent" value="save">
            {say('pieces.save_details')}
          </button>
          <Link className="button quiet" to={`/workspace/pieces/${piece.id}`}>
            {say('organization.leave_it')}
          </Link>
        </p>
      </Form>
      {piece.state === 'draft' && piece.publishedAt === null && (
        <Section title={say('pieces.discard')}>
          <Form method="post" className="form">
            <FormRefusal answer={discarding} />
            <p className="hint">{say('pieces.discard_why')}</p>
            <p className="actions">
              <button className="button grave" name="intent" value="discard">
                {say('pieces.discard')}
              </button>
            </p>
          </Form>
        </Section>
      )}
    </main>
  );
}

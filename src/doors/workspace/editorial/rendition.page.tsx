import { useState } from 'react';
import { Form, Link, useLoaderData } from 'react-router';
import {
  checkPiece,
  editorialPolicy,
  getPiece,
  previewPiece,
  renditionInput,
  renditionsOf,
  sheetsFor,
  sheetsOf,
  shownPrints,
  writeRendition,
} from '#domains/editorial/index.ts';
import { institutionOf } from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Choices } from '#ui/choices.tsx';
import { FormRefusal, TextAreaField, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { pieceCrumbs } from './crumbs.ts';
import { lettersOn } from './editor/letters.ts';
import { Preview } from './editor/preview.tsx';
import { Prints } from '../publication/prints.tsx';
import { Framed, previewAddress, Widths } from '../publication/framed.tsx';
import { shownFile } from './held.ts';
import { PieceTabs } from './piece-tabs.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { crumbs: ({ piece, channel }: Data, say: Say) => pieceCrumbs(piece, say, channel.name) };

export const loader = load(async ({ ctx, visit, params }) => {
  const piece = await getPiece(ctx, Number(params.piece));
  const renditions = await renditionsOf(ctx, piece);
  const here = renditions.find(({ channel }) => channel.code === params.channel);
  if (!here) throw new NotFound(`channel ${params.channel} of piece ${piece.id}`);
  const { assets } = await checkPiece(ctx, piece);
  const image = piece.fields.image;
  const picture = typeof image === 'object' ? assets.find(({ id }) => id === image.asset) : undefined;
  const { kind: institutionKind, name } = await institutionOf(ctx);
  const sheets = sheetsFor(piece.kind, here.channel);
  const prints = sheets.length > 0 ? shownPrints((await previewPiece(ctx, piece.id, here.channel.code)).shown, visit.origin) : [];
  return {
    piece: {
      id: piece.id,
      title: piece.title,
      kind: piece.kind,
      lead: typeof piece.fields.lead === 'string' ? piece.fields.lead : '',
      post: typeof piece.fields.post === 'string' ? piece.fields.post : '',
    },
    picture: picture && typeof image === 'object' ? { file: shownFile(picture), alt: image.alt } : null,
    channel: { code: here.channel.code, name: here.channel.name, means: here.channel.means, mode: here.channel.mode },
    fields: here.fields,
    sheets,
    chosen: sheetsOf(piece.kind, here.channel, here.rendition?.fields.sheets ?? ''),
    prints,
    own: here.rendition?.fields ?? {},
    revision: here.rendition?.revision ?? 0,
    renditions: renditions.map(({ channel, over }) => ({ code: channel.code, name: channel.name, over })),
    institution: `${institutionKind} ${name}`,
    writes: may(visit.actor, editorialPolicy['pieces.write'], piece.unit) && piece.state !== 'in_review' && piece.state !== 'discarded',
  };
});

export const action = act(async ({ typed, perform, params }) => {
  const input = parse(renditionInput, { ...typed.fields, piece: params.piece, channel: params.channel });
  if (isRefusal(input)) return input;
  const done = await perform((ctx) => writeRendition(ctx, input));
  return isRefusal(done) ? done : redirect(`/workspace/pieces/${params.piece}/renditions/${params.channel}`);
});

/** How a channel says a piece: its own words, and how it will look there. */
export default function Rendition() {
  const data = useLoaderData<typeof loader>();
  return <OneChannel key={`${data.channel.code} ${data.revision}`} data={data} />;
}

function OneChannel({ data }: { data: Data }) {
  const { piece, channel, fields, own } = data;
  const { say } = useWords();
  const answer = useAnswer();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(own);
  const src = previewAddress(piece.id, channel);
  const unkept = fields.some(({ code }) => (typed[code] ?? '') !== (own[code] ?? ''));
  const over = Math.max(0, ...fields.map(({ code, limit }) => lettersOn(code, typed[code] ?? '') - limit));
  return (
    <main className="page" id="contenido">
      <title>{`${channel.name} · ${piece.title} · Pregón`}</title>
      <Head
        low
        name={piece.title}
        voice={say(
          over > 0
            ? 'writing.rendition_voice.over'
            : Object.keys(own).length > 0
              ? 'writing.rendition_voice.own'
              : 'writing.rendition_voice.same',
          { channel: channel.name, count: over },
        )}
      />
      <PieceTabs piece={piece.id} kind={piece.kind} renditions={data.renditions} />
      <div className="two renditions">
        <section id="preview" aria-labelledby="preview-title">
          <header>
            <h2 id="preview-title" className="small muted">
              {say('writing.looks_there')}
            </h2>
            {src && <Widths />}
          </header>
          {src ? (
            <>
              {unkept && (
                <p className="small soon" role="status">
                  {say('writing.preview_unkept')}
                </p>
              )}
              <Framed src={src} title={`${say('writing.looks_there')}: ${channel.name}`} version={data.revision} />
            </>
          ) : data.prints.length > 0 ? (
            <>
              {unkept && (
                <p className="small soon" role="status">
                  {say('writing.preview_unkept')}
                </p>
              )}
              <Prints prints={data.prints} at={`/workspace/pieces/${piece.id}/renditions/${channel.code}/sheets`} />
            </>
          ) : (
            <Preview data={data} words={typed} />
          )}
        </section>
        <aside>
          <Section title={say('writing.own_words')}>
            <Form method="post" className="form">
              <FormRefusal answer={answer} />
              <input type="hidden" name="revision" value={data.revision} />
              {data.sheets.length > 1 && (
                <Choices
                  name="sheets"
                  legend={say('prints.sheets')}
                  several
                  chosen={data.chosen}
                  options={data.sheets.map((sheet) => ({ value: sheet, label: say(`prints.sheet.${sheet}`), disabled: !data.writes }))}
                  answer={answer}
                />
              )}
              {fields.map(({ code, long, limit }) => {
                const letters = lettersOn(code, typed[code] ?? '');
                const props = {
                  name: code,
                  label: say(`writing.rendition.${code}`),
                  hint: (
                    <span className={letters > limit ? 'late' : undefined}>
                      {letters > limit ? say('writing.over', { count: letters - limit }) : say('writing.letters', { letters, limit })}
                    </span>
                  ),
                  placeholder: code === 'title' ? piece.title : code === 'lead' ? piece.lead : undefined,
                  value: typed[code] ?? '',
                  disabled: !data.writes,
                  answer,
                  onChange: (event: { target: { value: string } }) => setTyped((all) => ({ ...all, [code]: event.target.value })),
                };
                return long ? <TextAreaField key={code} {...props} rows={5} /> : <TextField key={code} {...props} />;
              })}
              {data.writes && (
                <p className="actions">
                  <button className="button primary">{say('writing.keep_rendition', { channel: channel.name })}</button>
                  <Link className="button quiet" to={`/workspace/pieces/${piece.id}`}>
                    {say('writing.back_to_piece')}
                  </Link>
                </p>
              )}
            </Form>
          </Section>
        </aside>
      </div>
    </main>
  );
}

import { Form, useLoaderData } from 'react-router';
import {
  classInput,
  classifyPiece,
  editorialPolicy,
  getPiece,
  informationClasses,
  isSecret,
  nameReader,
  readerInput,
  readersOf,
  unnamedInput,
  unnameReader,
} from '#domains/editorial/index.ts';
import { peopleOptions, unitOptions } from '#domains/organization/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Choices } from '#ui/choices.tsx';
import { FormRefusal, SelectField, TextAreaField, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { pieceCrumbs } from './crumbs.ts';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { crumbs: ({ piece }: Data, say: Say) => pieceCrumbs(piece, say, say('pieces.class_page')) };

export const loader = load(async ({ ctx, visit, params }) => {
  const { body: _, text: __, fields: ___, ...piece } = await getPiece(ctx, Number(params.piece));
  const [readers, people, units] = isSecret(piece)
    ? await Promise.all([readersOf(ctx, piece.id), peopleOptions(ctx), unitOptions(ctx)])
    : [[], [], []];
  return {
    piece,
    readers,
    classes: informationClasses,
    people: people.map(({ id, name, unit }) => ({ value: id, label: unit ? `${name} · ${unit}` : name })),
    units: units.map(({ id, name }) => ({ value: String(id), label: name })),
    classifies: may(visit.actor, editorialPolicy['pieces.classify'], piece.unit),
  };
});

export const action = act(async ({ typed, command, params }) => {
  const { intent, ...fields } = typed.fields;
  const given = { ...fields, piece: params.piece };
  const done =
    intent === 'name'
      ? await command(readerInput, given, nameReader)
      : intent === 'unname'
        ? await command(unnamedInput, given, unnameReader)
        : await command(classInput, given, classifyPiece);
  return isRefusal(done) ? done : redirect(`/workspace/pieces/${params.piece}/class`);
});

/** Which class of information a piece is, why, and who may read it. */
export default function PieceClass() {
  const { piece, readers, classes, people, units, classifies } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const answer = useAnswer('classify');
  const naming = useAnswer('name');
  return (
    <main className="page" id="contenido">
      <title>{`${say('pieces.class_page')} · ${piece.title} · Pregón`}</title>
      <Head
        name={piece.title}
        low
        voice={say(`pieces.class_voice.${piece.class}`, { until: piece.classUntil ? format.day(piece.classUntil) : '' })}
      />
      {classifies && (
        <Form method="post" className="form">
          <FormRefusal answer={answer} />
          <Choices
            name="class"
            legend={say('pieces.class_page')}
            options={classes.map((one) => ({
              value: one,
              label: say(`pieces.class.${one}`),
              more: say(`pieces.class_help.${one}`),
            }))}
            chosen={[piece.class]}
            answer={answer}
          />
          <div className="when-secret">
            <TextField
              name="basis"
              label={say('pieces.basis')}
              hint={say('pieces.basis_hint')}
              defaultValue={piece.classBasis}
              answer={answer}
              maxLength={500}
            />
            <TextAreaField
              name="reason"
              label={say('pieces.reason')}
              hint={say('pieces.reason_hint')}
              defaultValue={piece.classReason}
              answer={answer}
              maxLength={2000}
            />
            <TextField name="since" type="date" label={say('pieces.since')} defaultValue={piece.classSince ?? ''} answer={answer} />
            <div className="when-reserved">
              <TextField name="until" type="date" label={say('pieces.until')} defaultValue={piece.classUntil ?? ''} answer={answer} />
            </div>
          </div>
          <p className="actions">
            <button className="button primary" name="intent" value="classify">
              {say('pieces.classify')}
            </button>
          </p>
        </Form>
      )}
      {isSecretClass(piece.class) && (
        <Section title={say('pieces.readers')} count={readers.length}>
          <p className="hint">
            {say('pieces.agreement_needed')} {say('pieces.looks')}
          </p>
          {readers.length === 0 && <p>{say('pieces.readers_none')}</p>}
          <ul className="lines">
            {readers.map((reader) => (
              <li key={reader.id}>
                <div className="what">
                  <b>{reader.name}</b>
                  {reader.namedByName && <small>{say('pieces.named_by', { name: reader.namedByName })}</small>}
                </div>
                {classifies && (
                  <Form method="post">
                    <input type="hidden" name="reader" value={reader.id} />
                    <button className="button quiet" name="intent" value="unname">
                      {say('pieces.unname')} <span className="sr">{reader.name}</span>
                    </button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
          {classifies && (
            <Form method="post" className="form">
              <FormRefusal answer={naming} />
              <SelectField
                name="person"
                label={say('pieces.reader_person')}
                blank={say('pieces.nobody')}
                options={people}
                answer={naming}
                optional
              />
              <SelectField
                name="unit"
                label={say('pieces.reader_unit')}
                blank={say('pieces.reader_none')}
                options={units}
                answer={naming}
                optional
              />
              <p className="actions">
                <button className="button" name="intent" value="name">
                  {say('pieces.name_reader')}
                </button>
              </p>
            </Form>
          )}
        </Section>
      )}
    </main>
  );
}

const isSecretClass = (clearance: string) => clearance === 'classified' || clearance === 'reserved';

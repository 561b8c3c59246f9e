import { Form, Link, useLoaderData, useSearchParams } from 'react-router';
import {
  addressingInput,
  addressMemo,
  annulmentInput,
  annulSignature,
  memoDesk,
  memoDeskVoice,
  memoPieceInput,
  sendMemo,
} from '#domains/editorial/index.ts';
import { unitOptions, zoneOf } from '#domains/organization/index.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import { FormRefusal, TextAreaField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Banner } from '#ui/said-back.tsx';
import { Facts, Section } from '#ui/section.tsx';
import { SectionForm } from '#ui/section-form.tsx';
import { useWords } from '#ui/words.tsx';
import { pieceCrumbs } from '../editorial/crumbs.ts';
import { useAnswer } from '../organization/answer.ts';
import { AddressingForm } from './addressing-form.tsx';
import { MemoHistory } from './memo-history.tsx';
import { whom } from './whom.ts';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ piece }: Data, say: Say) => pieceCrumbs(piece, say, say('memos.desk')),
  topics: ({ piece }: Data) => [`piece:${piece.id}`, `writing:${piece.id}`],
};

export const loader = load(async ({ ctx, params, visit }) => {
  if (!/^\d{1,15}$/.test(params.piece ?? '')) throw new NotFound(`piece ${params.piece}`);
  const [desk, units, zone] = await Promise.all([memoDesk(ctx, Number(params.piece)), unitOptions(ctx), zoneOf(ctx)]);
  const { piece, ...rest } = desk;
  return {
    ...rest,
    piece: { id: piece.id, title: piece.title, kind: piece.kind },
    units,
    voice: memoDeskVoice(desk, formatIn(visit.locale, zone)),
  };
});

export const action = act(async ({ typed, command, params }) => {
  const given = { ...typed.fields, piece: params.piece };
  const { intent } = typed.fields;
  if (intent === 'send') {
    const sent = await command(memoPieceInput, given, sendMemo);
    return isRefusal(sent) ? sent : redirect(`/workspace/memos/${sent.id}`);
  }
  const done =
    intent === 'annul' ? await command(annulmentInput, given, annulSignature) : await command(addressingInput, given, addressMemo);
  return isRefusal(done) ? done : redirect(`/workspace/pieces/${params.piece}/memo${intent === 'address' ? '?done=address' : ''}`);
});

/** A memo from its approval on: to whom it goes, its signature, and its sending. */
export default function Desk() {
  const { piece, voice, to, signed, sent, memos, signatory, next, signs, approved, addresses, sends, annuls, units } =
    useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const unsigned = approved && signed === null && !memos.some(({ state }) => state === 'sent');
  return (
    <main className="page" id="contenido">
      <title>{`${say('memos.desk')} · ${piece.title} · Pregón`}</title>
      <Head
        name={piece.title}
        voice={say(voice.key, voice.vars)}
        actions={
          <>
            {signs && unsigned && (
              <Link className="button primary" to={`/workspace/pieces/${piece.id}/memo/signature`}>
                {say('memos.go_sign')}
              </Link>
            )}
            {sent && (
              <Link className="button" to={`/workspace/memos/${sent.id}`}>
                {say('memos.go_report')}
              </Link>
            )}
          </>
        }
      />
      {params.get('done') === 'address' && <Banner tone="good">{say('memos.kept')}</Banner>}
      <div className="two">
        <div>
          {signed && sends && <Send people={to.people} />}
          {addresses ? (
            <AddressingForm to={to} units={units} />
          ) : (
            <Section title={say('memos.to')}>
              <Facts
                rows={[
                  [say('memos.to'), whom(to, names, say, format)],
                  [
                    say('memos.remind'),
                    to.remindTimes === 0
                      ? say('memos.remind_never')
                      : say('memos.remind_said', { count: to.remindTimes, days: to.remindAfter }),
                  ],
                ]}
              />
            </Section>
          )}
          {signed && annuls && (
            <SectionForm title={say('memos.annul')} intent="annul" does={say('memos.annul')} tone="grave">
              {(answer) => (
                <>
                  <p>{say('memos.annul_means', { label: signed.label })}</p>
                  <TextAreaField
                    name="reason"
                    label={say('memos.annul_reason')}
                    hint={say('memos.annul_reason_hint')}
                    rows={3}
                    answer={answer}
                    required
                  />
                </>
              )}
            </SectionForm>
          )}
        </div>
        <aside>
          <Section title={say('memos.who_signs')}>
            <Facts
              rows={[
                [say('memos.unit'), signatory.unitName],
                [
                  say('memos.who_signs'),
                  signatory.headName === null
                    ? say('memos.signs_nobody')
                    : signatory.standInName === null
                      ? [signatory.headName, signatory.headPost].filter(Boolean).join(', ')
                      : say('memos.signs_stand_in', { who: signatory.standInName, for: signatory.headName }),
                ],
                unsigned && next !== null && [say('memos.next'), next],
              ]}
            />
          </Section>
          <MemoHistory memos={memos} />
          <p className="small">
            <Link to={`/workspace/pieces/${piece.id}`}>{say('memos.to_piece')}</Link>
          </p>
        </aside>
      </div>
    </main>
  );
}

function Send({ people }: { people: number }) {
  const { say } = useWords();
  const answer = useAnswer('send');
  return (
    <Section title={say('memos.send')}>
      <Form method="post" className="form">
        <FormRefusal answer={answer} />
        <p>{say('memos.send_means')}</p>
        <p className="actions">
          <button className="button primary" name="intent" value="send">
            {say('memos.send_to', { count: people })}
          </button>
        </p>
      </Form>
    </Section>
  );
}

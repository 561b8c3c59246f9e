import { Form, Link, useActionData, useLoaderData } from 'react-router';
import { memoDesk, memoPath, memoSignatureInput, memoText, postOf, signMemo } from '#domains/editorial/index.ts';
import { beginOwnPasskey, countCode, proveByCode, proveByPasskey, type ProofMeans, usedPasskeyInput } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { isRefusedForm, parse } from '#platform/http/form.ts';
import { act, load, redirect, type Writing } from '#platform/http/page.ts';
import { perform as performAs } from '#platform/http/visit.ts';
import type { Say } from '#platform/i18n/words.ts';
import { accepted, isRefusal, NotFound, type Refusal } from '#platform/refusal.ts';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Facts, Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { pieceCrumbs } from '../editorial/crumbs.ts';
import { whom } from './whom.ts';
import { unitOptions } from '#domains/organization/index.ts';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { crumbs: ({ piece }: Data, say: Say) => pieceCrumbs(piece, say, say('memos.signature')) };

const purposeOf = (piece: unknown) => `memo ${String(piece)}`;

/** Whoever does not sign it, or has nothing to sign, is sent to its desk. */
export const loader = load(async ({ ctx, visit, params }) => {
  if (!/^\d{1,15}$/.test(params.piece ?? '') || visit.actor.id === null) throw new NotFound(`piece ${params.piece}`);
  const desk = await memoDesk(ctx, Number(params.piece));
  const { piece, proofs, approved, signed, sent, next, signatory, to } = desk;
  const as = postOf(signatory, visit.actor.id);
  if (isRefusal(as) || !approved || signed || next === null || sent?.sha256 === piece.sha256) throw redirect(memoPath(piece.id));
  const key = proofs.passkey ? accepted(await performAs(visit, (own) => beginOwnPasskey(own, visit.origin, purposeOf(piece.id)))) : null;
  return {
    piece: { id: piece.id, title: piece.title, sha256: piece.sha256 },
    html: await memoText(ctx, piece),
    post: as.post,
    next,
    to,
    units: await unitOptions(ctx),
    code: proofs.code,
    key: key && { step: key.step, options: JSON.stringify(key.options) },
  };
});

export const action = act(async (asked) => {
  const { typed, perform, params } = asked;
  const input = parse(memoSignatureInput, { ...typed.fields, piece: params.piece });
  if (isRefusal(input)) return input;
  const prove = await proofOf(asked, input.code);
  if (isRefusal(prove)) return prove;
  const signed = await perform((ctx) => signMemo(ctx, input, prove));
  return isRefusal(signed) ? signed : redirect(memoPath(input.piece));
});

/** How he proves again who he is: a code within the signature's transaction, a key before it, since its challenge is used up either way. */
async function proofOf(
  { typed, perform, visit, params }: Writing,
  code: string,
): Promise<Refusal | ((ctx: Ctx) => Promise<ProofMeans | Refusal>)> {
  if (typed.fields.intent !== 'key') {
    const counted = await perform((ctx) => countCode(ctx, visit.actor.id!));
    return isRefusal(counted) ? counted : (ctx) => proveByCode(ctx, code, counted.left);
  }
  const used = parse(usedPasskeyInput, typed.fields);
  if (isRefusal(used)) return used;
  const proved = accepted(
    await perform(async (ctx) => ({ answer: await proveByPasskey(ctx, used, visit.origin, purposeOf(Number(params.piece))) })),
  );
  const { answer } = proved;
  return isRefusal(answer) ? answer : () => Promise.resolve(answer);
}

/** What the head signs, as it will be read, and his second factor asked again. */
export default function Signature() {
  const { piece, html, post, next, to, units, code, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answer = isRefusedForm(refused) ? refused : undefined;
  const { say, format } = useWords();
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return (
    <main className="page narrow" id="contenido">
      <title>{`${say('memos.signature')} · ${piece.title} · Pregón`}</title>
      <Head name={say('memos.signature')} voice={say('memos.signature_voice', { label: next, post })} />
      <FormRefusal answer={answer} />
      <article className="manuscript read memo-read" lang="es">
        <h2 className="title">{piece.title}</h2>
        <div dangerouslySetInnerHTML={{ __html: html }} />
      </article>
      <Section title={say('memos.to')}>
        <Facts
          rows={[
            [say('memos.to'), whom(to, names, say, format)],
            [say('memos.people'), format.number(to.people)],
            [
              say('memos.remind'),
              to.remindTimes === 0 ? say('memos.remind_never') : say('memos.remind_said', { count: to.remindTimes, days: to.remindAfter }),
            ],
            [say('memos.signed_hash'), <code key="hash">{`${piece.sha256.slice(0, 12)}…`}</code>],
          ]}
        />
      </Section>
      <Section title={say('memos.signature')}>
        {!code && !key && (
          <Empty
            slim
            title={say('memos.no_proof')}
            actions={
              <>
                <Link className="button primary" to="/workspace/me/security/codes">
                  {say('memos.add_app')}
                </Link>
                <Link className="button" to="/workspace/me/security/passkey" reloadDocument>
                  {say('memos.add_key')}
                </Link>
              </>
            }
          >
            {say('memos.no_proof_how')}
          </Empty>
        )}
        {code && (
          <Form method="post" className="form">
            <input type="hidden" name="sha256" value={piece.sha256} />
            <TextField
              name="code"
              label={say('memos.sign_code')}
              hint={say('memos.sign_code_hint')}
              autoComplete="one-time-code"
              inputMode="numeric"
              maxLength={40}
              answer={answer}
              required
            />
            <p className="actions">
              <button className="button primary" name="intent" value="code">
                {say('memos.sign_do', { label: next })}
              </button>
              <Link className="button quiet" to={memoPathOf(piece.id)}>
                {say('memos.back')}
              </Link>
            </p>
          </Form>
        )}
        {key && (
          // A plain form: the script of keys sends it once the browser has answered.
          <form method="post" className="form" data-passkey="get" data-options={key.options}>
            <p hidden role="alert" className="error" data-passkey-refused>
              {say('refusals.passkey.refused')}
            </p>
            <noscript>
              <p>{say('memos.sign_key_no_script')}</p>
            </noscript>
            <p className="muted">{say('memos.sign_key_how')}</p>
            <input type="hidden" name="intent" value="key" />
            <input type="hidden" name="sha256" value={piece.sha256} />
            <input type="hidden" name="step" value={key.step} />
            <input type="hidden" name="credential" defaultValue="" />
            <p className="actions">
              <button className={code ? 'button' : 'button primary'}>{say('memos.sign_key')}</button>
            </p>
            <script type="module" async src="/static/passkey.js" />
          </form>
        )}
      </Section>
    </main>
  );
}

const memoPathOf = (piece: number) => `/workspace/pieces/${piece}/memo`;

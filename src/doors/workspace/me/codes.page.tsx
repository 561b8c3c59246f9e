import QRCode from 'qrcode';
import { Form, Link, useActionData, useLoaderData } from 'react-router';
import { beginSecondFactor, codeInput, confirmSecondFactor, institutionOf } from '#domains/organization/index.ts';
import { isRefusedForm, parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { perform as performAs } from '#platform/http/visit.ts';
import type { Say } from '#platform/i18n/words.ts';
import { accepted, isRefusal } from '#platform/refusal.ts';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('me.title'), to: '/workspace/me/security' }, { name: say('me.codes.title') }],
};

export const loader = load(async ({ ctx, visit, request }) => {
  const { name } = await institutionOf(ctx);
  const begun = accepted(await performAs(visit, (own) => beginSecondFactor(own, name)));
  // In force already; unless this is the moment that puts it in force, when the action shows the paper codes.
  if (!begun && request.method === 'GET') throw redirect('/workspace/me/security');
  return begun && { secret: begun.secret.replace(/(.{4})(?=.)/g, '$1 '), ...drawing(begun.uri) };
});

// The paper codes stay in sight: looking again would find the second step in force and lead away.
export const shouldRevalidate = () => false;

/** The dark squares of a QR code as one path of unit squares. */
function drawing(text: string): { size: number; path: string } {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const path = Array.from(data, (dark, at) => (dark ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : '')).join('');
  return { size, path };
}

export const action = act(async ({ typed, perform, visit }) => {
  const input = parse(codeInput, typed.fields);
  if (isRefusal(input)) return input;
  const codes = await perform((ctx) => confirmSecondFactor(ctx, input, visit.session));
  return isRefusal(codes) ? codes : { codes };
});

export default function Codes() {
  const begun = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const answer = isRefusedForm(said) ? said : undefined;
  const { say } = useWords();
  if (said && 'codes' in said) {
    return (
      <main className="page narrow" id="contenido">
        <title>{`${say('me.codes.title')} · Pregón`}</title>
        <Head name={say('me.codes.title')} voice={say('me.codes.done_voice')} />
        <p>{say('me.codes.done_more')}</p>
        <ol className="paper-codes">
          {said.codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <p>
          <Link className="button primary" to="/workspace/me/security">
            {say('me.codes.done_go')}
          </Link>
        </p>
      </main>
    );
  }
  return (
    <main className="page narrow" id="contenido">
      <title>{`${say('me.codes.title')} · Pregón`}</title>
      <Head name={say('me.codes.title')} voice={say('me.codes.voice')} />
      <p>{say('me.codes.more')}</p>
      {begun && (
        <svg className="qr" viewBox={`-4 -4 ${begun.size + 8} ${begun.size + 8}`} role="img" aria-label={say('me.codes.qr')}>
          <rect x="-4" y="-4" width="100%" height="100%" fill="#fff" />
          <path d={begun.path} fill="#000" shapeRendering="crispEdges" />
        </svg>
      )}
      {begun && (
        <p className="small">
          {say('me.codes.secret')} <code>{begun.secret}</code>
        </p>
      )}
      <Form method="post" className="own-form">
        <FormRefusal answer={answer} />
        <TextField
          name="code"
          label={say('me.codes.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          answer={answer}
          required
        />
        <p>
          <button className="button primary">{say('me.codes.submit')}</button>
        </p>
      </Form>
    </main>
  );
}

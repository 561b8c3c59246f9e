import { Form, Link, useLoaderData } from 'react-router';
import {
  askLinks,
  letterDesk,
  letterFor,
  letterLookInput,
  letterVoice,
  linksAskedInput,
  renditionsOf,
  sampleOf,
  sendTestLetter,
  testLetterInput,
  viewPathOf,
} from '#domains/editorial/index.ts';
import { channelsPolicy } from '#domains/channels/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Banner } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { pieceCrumbs } from '../editorial/crumbs.ts';
import { PieceTabs } from '../editorial/piece-tabs.tsx';
import { useAnswer } from '../organization/answer.ts';
import { Framed, Widths } from '../publication/framed.tsx';
import { LetterChecks } from './letter-checks.tsx';
import { LookAs, Schemes } from './look-as.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ piece }: Data, say: Say) => pieceCrumbs(piece, say, say('letters.letter')),
  topics: ({ piece }: Data) => [`piece:${piece.id}`, `writing:${piece.id}`],
};

export const loader = load(async ({ ctx, params, url, visit }) => {
  if (!/^\d{1,15}$/.test(params.piece ?? '')) throw new NotFound(`piece ${params.piece}`);
  const look = letterLookInput.parse(Object.fromEntries(url.searchParams));
  const { origin } = visit;
  const { piece, letter, approved, checks, links, size, segments, mayWrite } = await letterDesk(ctx, Number(params.piece), {
    why: look.why,
    origin,
  });
  const view = viewPathOf(piece);
  const [renditions, contacts, filled] = await Promise.all([
    renditionsOf(ctx, piece),
    sampleOf(ctx, look.segment),
    letterFor(ctx, letter, look.contact, { origin, view: view === null ? '' : origin + view }),
  ]);
  return {
    piece: { id: piece.id, title: piece.title, kind: piece.kind, revision: piece.revision, segments: piece.segments },
    renditions: renditions.map(({ channel, over }) => ({ code: channel.code, name: channel.name, over })),
    mailChannel: renditions.find(({ channel }) => channel.means === 'mail')?.channel.code ?? null,
    look,
    subject: filled.subject,
    text: filled.text,
    size,
    checks,
    links: links.map(({ address, state, problem, status }) => ({ address, state, problem, status })),
    segments,
    contacts,
    mayWrite,
    mayPrepare: approved && may(visit.actor, channelsPolicy['mailings.write']),
    voice: letterVoice(checks),
    tried: url.searchParams.has('tried'),
  };
});

export const action = act(async ({ typed, command, params, url, visit }) => {
  const given = { ...typed.fields, piece: params.piece };
  const { origin } = visit;
  const back = new URLSearchParams(url.searchParams);
  back.delete('tried');
  if (typed.fields.intent === 'links') {
    const asked = await command(linksAskedInput, given, (ctx, input) => askLinks(ctx, input, { origin }));
    return isRefusal(asked) ? asked : redirect(`/workspace/pieces/${params.piece}/letter?${back}`);
  }
  const sent = await command(testLetterInput, given, (ctx, input) => sendTestLetter(ctx, input, { origin }));
  if (isRefusal(sent)) return sent;
  back.set('tried', 'yes');
  return redirect(`/workspace/pieces/${params.piece}/letter?${back}`);
});

/** A piece as the letter that it would be: how one contact reads it, and what is missing before it leaves. */
export default function LetterPage() {
  const data = useLoaderData<typeof loader>();
  const { piece, look, checks, links, voice } = data;
  const { say, format } = useWords();
  const asked = new URLSearchParams({
    why: look.why,
    scheme: look.scheme,
    ...(look.contact === undefined ? {} : { contact: String(look.contact) }),
  });
  return (
    <main className="page" id="contenido">
      <title>{`${say('letters.letter')} · ${piece.title} · Pregón`}</title>
      <Head
        low
        name={piece.title}
        voice={say(voice.key, voice.vars)}
        actions={
          data.mayPrepare && (
            <Link className="button primary" to={`/workspace/mailings/new?piece=${piece.id}`}>
              {say('letters.prepare')}
            </Link>
          )
        }
      />
      <PieceTabs piece={piece.id} kind={piece.kind} renditions={data.renditions} />
      {data.tried && <Banner tone="good">{say('letters.tried')}</Banner>}
      <div className="two renditions">
        <section id="preview" aria-labelledby="preview-title">
          <header>
            <h2 id="preview-title" className="small muted">
              {say('letters.subject_is', { subject: data.subject })}
            </h2>
            <Schemes />
            <Widths />
          </header>
          <Framed
            src={`/workspace/pieces/${piece.id}/letter/mail?${asked}`}
            title={say('letters.preview')}
            version={`${piece.revision} ${asked}`}
          />
          <details className="fold">
            <summary>{say('letters.text_part')}</summary>
            <pre className="mail-text">{data.text}</pre>
          </details>
          <p className="small muted">{say('letters.size_is', { size: format.size(data.size) })}</p>
        </section>
        <aside>
          <LetterChecks
            why={look.why}
            piece={piece.id}
            checks={checks}
            links={links}
            mayWrite={data.mayWrite}
            mailChannel={data.mailChannel}
          />
          <LookAs look={look} segments={data.segments} contacts={data.contacts} />
          {data.mayWrite && <Try look={look} />}
        </aside>
      </div>
      <p>
        <Link to={`/workspace/pieces/${piece.id}`}>{say('writing.back_to_piece')}</Link>
      </p>
    </main>
  );
}

function Try({ look }: { look: Data['look'] }) {
  const { say } = useWords();
  const answer = useAnswer('try');
  return (
    <Section title={say('letters.try')}>
      <Form method="post" className="form">
        <FormRefusal answer={answer} />
        <input type="hidden" name="intent" value="try" />
        <input type="hidden" name="why" value={look.why} />
        {look.contact !== undefined && <input type="hidden" name="contact" value={look.contact} />}
        <p className="small muted">{say('letters.try_means')}</p>
        <p className="actions">
          <button className="button">{say('letters.try_does')}</button>
        </p>
      </Form>
    </Section>
  );
}

import { useLoaderData } from 'react-router';
import { followRequest, outsider, sayByAddress, sayInput, withdrawByAddress } from '#domains/editorial/index.ts';
import { parse } from '#platform/http/form.ts';
import { keepTypedFiles } from '#platform/http/typed-files.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { limit } from '#platform/http/rate-limit.ts';
import { isRefusal } from '#platform/refusal.ts';
import { useAnswer } from '#ui/answer.ts';
import { Attachments } from '#ui/attachments.tsx';
import { Conversation } from '#ui/conversation.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { TextAreaField, TextField } from '#ui/field.tsx';
import { Banner } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';
import { Page } from '../page.tsx';
import { outsideLimits } from './form.ts';

export const loader = load(async ({ ctx, params, url }) => ({
  ...(await followRequest(ctx, params.token ?? '')),
  sent: url.searchParams.get('sent') === 'yes',
}));

export const action = act(async ({ typed, perform, params, visit }) => {
  const token = params.token ?? '';
  const here = `/request/follow/${token}?sent=yes`;
  const tooMany = await limit(visit, 'public_form', visit.addressKey);
  if (tooMany) return tooMany;
  if (typed.fields.intent === 'withdraw') {
    const result = await perform((ctx) => withdrawByAddress(outsider(ctx), token, ''));
    return isRefusal(result) ? result : redirect(here, 303);
  }
  const input = parse(sayInput.omit({ request: true }), { ...typed.fields, files: [] });
  if (isRefusal(input)) return input;
  const result = await perform(async (inside) => {
    const ctx = outsider(inside);
    await followRequest(ctx, token);
    const files = await keepTypedFiles(visit.app, ctx, typed, outsideLimits.file);
    return isRefusal(files) ? files : sayByAddress(ctx, token, { text: input.text, files });
  });
  return isRefusal(result) ? result : redirect(here, 303);
}, outsideLimits);

/** How a request goes, for who asked it without an account, and where he answers what he is asked. */
export default function Follow() {
  const { request, moves, files, sent } = useLoaderData<typeof loader>();
  const { say, format, now } = useWords();
  const answer = useAnswer();
  const name = say('requests.number', { number: String(request.id) });
  const open = ['waiting', 'returned', 'accepted'].includes(request.state);
  const told = moves.filter(({ move }) => move !== 'ask');
  return (
    <Page title={answer ? say('requests.error_title', { title: name }) : name} here={name}>
      <meta name="robots" content="noindex, nofollow" />
      <div className="ask">
        <div>
          <ErrorSummary answer={answer} fields={['text', 'files']} />
          {sent && !answer && <Banner tone="good">{say('requests.outside.sent')}</Banner>}
          <p className="step">
            {name} · {request.title}
          </p>
          <h1 className="title">{standing(say, format, request)}</h1>
          {told.length > 0 && (
            <section aria-labelledby="talk">
              <h2 id="talk">{say('requests.conversation')}</h2>
              <Conversation
                said={told.map(({ key, move, office, at, note }) => ({
                  key,
                  name: office ? say('requests.the_office') : say('requests.outside.you'),
                  did: move === 'say' ? undefined : say(office ? `requests.move.${move}` : `requests.outside.move.${move}`),
                  text: note,
                  when: `${format.ago(at, now)}, ${format.time(at)}`,
                }))}
              />
            </section>
          )}
          {open && (
            <form method="post" encType="multipart/form-data">
              <TextAreaField
                name="text"
                id="text"
                label={say(request.state === 'returned' ? 'requests.outside.say' : 'requests.outside.say_more')}
                answer={answer}
                rows={4}
                maxLength={5000}
              />
              <TextField
                name="files"
                id="files"
                type="file"
                multiple
                label={say('requests.outside.files')}
                hint={say('requests.outside.files_hint')}
                optional
                answer={answer}
              />
              <p className="actions">
                <button className="button primary" name="intent" value="say">
                  {say('requests.outside.say_do')}
                </button>
                <button className="button quiet" name="intent" value="withdraw">
                  {say('requests.outside.withdraw')}
                </button>
              </p>
            </form>
          )}
        </div>
        <aside className="term">
          <h2>{say('requests.outside.what_you_asked')}</h2>
          <p className="said">{request.what}</p>
          {request.why && <p className="said">{request.why}</p>}
          {request.forWhom && <p className="said">{request.forWhom}</p>}
          {request.wantedOn && <p>{say('requests.for_day', { day: format.shortDay(request.wantedOn) })}</p>}
          {files.length > 0 && <Attachments files={files} />}
          <p className="small muted">{say('requests.outside.keep')}</p>
        </aside>
      </div>
    </Page>
  );
}

type Told = Awaited<ReturnType<typeof loader>>['request'];

function standing(say: ReturnType<typeof useWords>['say'], format: ReturnType<typeof useWords>['format'], request: Told): string {
  const { state, answerDueOn, dueOn, mergedInto } = request;
  if (state === 'accepted' && dueOn) return say('requests.outside.follow_voice.accepted_day', { day: format.weekday(dueOn) });
  return say(`requests.outside.follow_voice.${state}`, { day: format.weekday(answerDueOn), number: String(mergedInto ?? '') });
}

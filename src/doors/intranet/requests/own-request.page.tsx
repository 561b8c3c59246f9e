import { Form, useLoaderData, useSearchParams } from 'react-router';
import { requestCard, sayInput, sayInRequest, withdrawRequest, withdrawRequestInput, segmentChoices } from '#domains/editorial/index.ts';
import { todayOf, zoneOf } from '#domains/organization/index.ts';
import { dayIn } from '#platform/clock/day.ts';
import { keepTypedFiles } from '#platform/http/typed-files.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import { useAnswer } from '#ui/answer.ts';
import { Attachments } from '#ui/attachments.tsx';
import { Conversation } from '#ui/conversation.tsx';
import { FormRefusal, TextAreaField, TextField } from '#ui/field.tsx';
import { RequestState } from '#ui/request-state.tsx';
import { Banner } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { Voice } from '#ui/voice.tsx';
import { WithdrawWay } from '#ui/withdraw-way.tsx';
import { useWords } from '#ui/words.tsx';
import { ownVoice } from './own-voice.ts';

export const loader = load(async ({ ctx, params }) => {
  if (!/^\d{1,15}$/.test(params.request ?? '')) throw new NotFound(`request ${params.request}`);
  const [card, segments, day] = await Promise.all([requestCard(ctx, Number(params.request)), segmentChoices(ctx), todayOf(ctx)]);
  return {
    ...card,
    today: day,
    doneOn: card.request.doneAt && dayIn(card.request.doneAt, await zoneOf(ctx)),
    segments: card.request.segments.map((code) => segments.find((one) => one.code === code)?.name ?? code),
  };
});

export const action = act(async ({ typed, perform, params, visit }) => {
  const here = `/intranet/requests/${params.request}`;
  const fields = { ...typed.fields, request: params.request, files: [] };
  if (typed.fields.intent === 'withdraw') {
    const input = parse(withdrawRequestInput, fields);
    const result = isRefusal(input) ? input : await perform((ctx) => withdrawRequest(ctx, input));
    return isRefusal(result) ? result : redirect(`${here}?done=withdrawn`);
  }
  const input = parse(sayInput, fields);
  if (isRefusal(input)) return input;
  const result = await perform(async (ctx) => {
    const files = await keepTypedFiles(visit.app, ctx, typed);
    return isRefusal(files) ? files : sayInRequest(ctx, { ...input, files });
  });
  return isRefusal(result) ? result : redirect(`${here}?done=said`);
});

/** What one asked for, as who asked it sees it: how it goes, what was said, and the place to answer. */
export default function OwnRequest() {
  const { request, moves, files, segments, may, made, doneOn, today: day } = useLoaderData<typeof loader>();
  const { say, format, now } = useWords();
  const [params] = useSearchParams();
  const said = useAnswer('say');
  const withdrawn = useAnswer('withdraw');
  const name = say('requests.number', { number: String(request.id) });
  const done = params.get('done');
  const told = moves.filter(({ move }) => move !== 'ask');
  return (
    <main className="floor" id="contenido">
      <title>{`${name} · ${request.title} · ${say('intranet.title')}`}</title>
      <header className="head">
        <h1>
          {name} <RequestState request={request} />
        </h1>
        <Voice sentence={ownVoice(say, format, { ...request, doneOn }, day)} />
      </header>
      {(done === 'asked' || done === 'said' || done === 'withdrawn') && (
        <Banner tone="good">
          {say(`requests.done.${done}`, { number: String(request.id), day: format.weekday(request.answerDueOn) })}
        </Banner>
      )}
      <div className="two">
        <div>
          <Section title={say('requests.conversation')}>
            {told.length === 0 && <p className="next muted">{say('requests.nothing_said')}</p>}
            <Conversation
              said={told.map(({ id, move, person, name: who, at, note }) => ({
                key: id,
                name: who ?? (person === null && request.askedBy === null ? request.askerName : say('requests.by_itself')),
                did: move === 'say' ? undefined : say(`requests.move.${move}`),
                text: note,
                when: `${format.ago(at, now)}, ${format.time(at)}`,
              }))}
            />
            {may.say && (
              <Form method="post" className="reply" encType="multipart/form-data">
                <FormRefusal answer={said} />
                <TextAreaField
                  name="text"
                  label={say(request.state === 'returned' ? 'requests.your_answer' : 'requests.write')}
                  answer={said}
                  rows={3}
                  maxLength={5000}
                />
                <TextField
                  name="files"
                  type="file"
                  multiple
                  label={say('requests.attach')}
                  hint={say('requests.attach_hint')}
                  optional
                  answer={said}
                />
                <button className={request.state === 'returned' ? 'button primary' : 'button'} name="intent" value="say">
                  {say('requests.reply')}
                </button>
              </Form>
            )}
          </Section>
        </div>
        <aside>
          <Section title={say('requests.what_you_asked')}>
            <dl className="asked bare">
              <dt>{say('requests.what')}</dt>
              <dd>
                <b>{request.title}</b>
                <p className="said">{request.what}</p>
              </dd>
              {request.why && <dt>{say('requests.why')}</dt>}
              {request.why && <dd className="said">{request.why}</dd>}
              {(request.forWhom || segments.length > 0) && <dt>{say('requests.for_whom')}</dt>}
              {(request.forWhom || segments.length > 0) && (
                <dd className="said">{[request.forWhom, ...segments].filter(Boolean).join('\n')}</dd>
              )}
              {request.wantedOn && <dt>{say('requests.when')}</dt>}
              {request.wantedOn && <dd>{format.weekday(request.wantedOn)}</dd>}
              <dt>{say('requests.class')}</dt>
              <dd>{say(`pieces.class.${request.class}`)}</dd>
              {files.length > 0 && <dt>{say('requests.material')}</dt>}
              {files.length > 0 && (
                <dd>
                  <Attachments files={files} />
                </dd>
              )}
              {request.assigneeName && <dt>{say('requests.assignee')}</dt>}
              {request.assigneeName && <dd>{request.assigneeName}</dd>}
              {(made.piece ?? made.campaign) && <dt>{say('requests.became')}</dt>}
              {(made.piece ?? made.campaign) && <dd>{made.piece ?? made.campaign}</dd>}
            </dl>
          </Section>
          {may.withdraw && <WithdrawWay answer={withdrawn} />}
        </aside>
      </div>
    </main>
  );
}

import { Link, useLoaderData, useSearchParams } from 'react-router';
import { ladenFrom, listMakers, requestCard, segmentChoices } from '#domains/editorial/index.ts';
import { namedRegions, personCard, zoneOf } from '#domains/organization/index.ts';
import { activitiesInForce } from '#domains/plan/index.ts';
import { dayIn } from '#platform/clock/day.ts';
import { act, load } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { RequestState } from '#ui/request-state.tsx';
import { Banner } from '#ui/said-back.tsx';
import { Rich, Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { Asked } from './asked.tsx';
import { Decision } from './decision.tsx';
import { Made } from './made.tsx';
import { latenessOf, pileOf } from './pile.ts';
import { Pile } from './pile.tsx';
import { actOn } from './request-actions.ts';
import { requestVoice } from './request-voice.ts';
import { Talk } from './talk.tsx';
import { Times } from './times.tsx';
import { WaysOut } from './ways-out.tsx';

export type LetterData = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ request }: LetterData, say: Say) => [
    { name: say('requests.requests'), to: '/workspace/requests' },
    { name: say('requests.number', { number: String(request.id) }) },
  ],
  topics: ({ request }: LetterData) => ['requests', `request:${request.id}`],
};

export const loader = load(async ({ ctx, params, url, visit }) => {
  if (!/^\d{1,15}$/.test(params.request ?? '')) throw new NotFound(`request ${params.request}`);
  const card = await requestCard(ctx, Number(params.request));
  const { request } = card;
  const decides = card.may.triage && (request.state === 'waiting' || request.state === 'returned');
  const [pile, activities, segments, makers, ownUnit] = await Promise.all([
    pileOf(ctx, url, request),
    activitiesInForce(ctx),
    segmentChoices(ctx),
    card.may.triage ? listMakers(ctx, request.unit) : [],
    visit.actor.id ? personCard(ctx, visit.actor.id).then(({ person }) => person.unit_id) : null,
  ]);
  const returned = card.moves.findLast(({ move }) => move === 'return');
  return {
    ...card,
    regions: namedRegions(request.regions),
    pile,
    today: pile.today,
    decides,
    own: request.askedBy === visit.actor.id,
    day: request.dueOn ?? request.wantedOn,
    late: latenessOf(request, pile.today),
    returnedOn: returned ? dayIn(returned.at, await zoneOf(ctx)) : null,
    segments: request.segments.map((code) => segments.find((one) => one.code === code)?.name ?? code),
    activity: activities.find(({ item }) => item === request.item) ?? null,
    activities: card.may.triage ? activities.map(({ item, number, title }) => ({ value: String(item), label: `${number} ${title}` })) : [],
    makers: makers.map((maker) => ({
      ...maker,
      laden: maker.pieces >= ladenFrom,
      near: maker.unit === ownUnit || maker.id === request.assignee,
    })),
  };
});

export const action = act(actOn);

export default function Request() {
  const data = useLoaderData<typeof loader>();
  const { request, may, decides } = data;
  const { say, format } = useWords();
  const name = say('requests.number', { number: String(request.id) });
  return (
    <main className="page inbox open" id="contenido">
      <title>{`${name} · ${request.title} · Pregón`}</title>
      <Pile data={data.pile} open={request.id} opensLinks={may.triage} heading="p" />
      <article className="letter" aria-labelledby="letter-name">
        <p className="back">
          <Link to={`/workspace/requests?pile=${data.pile.pile}`}>{say('requests.back')}</Link>
        </p>
        <header className="head">
          <h1 id="letter-name">
            {name} <RequestState request={request} />
          </h1>
          <Voice low sentence={requestVoice(say, format, data)} />
          {decides && (
            <div className="actions">
              {request.state === 'waiting' && (
                <button className="button" form="reply" name="intent" value="return">
                  {say('requests.return')}
                </button>
              )}
              <button className="button primary" form="accept" name="intent" value="accept">
                {say('requests.accept')}
              </button>
            </div>
          )}
        </header>
        <Done />
        {request.mergedInto !== null && (
          <p className="pad">
            <Rich sentence={say('requests.merged_with', { number: String(request.mergedInto) })} />
          </p>
        )}
        <div className="letter-body">
          <div>
            <Asked data={data} />
            <Talk data={data} />
          </div>
          <aside>
            {decides ? <Decision data={data} /> : <Made data={data} />}
            <Times data={data} />
            <WaysOut data={data} />
          </aside>
        </div>
      </article>
    </main>
  );
}

/** What was just done. */
function Done() {
  const { say, format } = useWords();
  const { request } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const done = params.get('done');
  const deeds = ['asked', 'said', 'accepted', 'returned', 'assigned', 'merged', 'finished', 'withdrawn'];
  if (done === null || !deeds.includes(done)) return null;
  return (
    <Banner tone="good">{say(`requests.done.${done}`, { number: String(request.id), day: format.weekday(request.answerDueOn) })}</Banner>
  );
}

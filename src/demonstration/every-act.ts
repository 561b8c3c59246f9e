import { activityActs } from './activity-acts.ts';
import { adopt } from './adoption.ts';
import { readData, readTemplate, type Adoption, type Papers, type Town, type VersionStory, type Work } from './data.ts';
import { campaignActs, type ToldCampaign } from './campaign-acts.ts';
import { contactActs, type ToldContacts } from './contact-acts.ts';
import { newsletterActs, type ToldNewsletters } from './newsletter-acts.ts';
import { libraryActs } from './library-acts.ts';
import { annotationActs, latenessActs } from './note-acts.ts';
import { agreementActs, calendarActs } from './paper-acts.ts';
import { deskActs, type Desk } from './desk-acts.ts';
import { nothingMade, walk } from './piece-acts.ts';
import { readingActs, type Indicator } from './reading-acts.ts';
import { askedActs, askedFor, otherRequestActs, type ToldRequests } from './request-acts.ts';
import type { Stories, ToldPiece } from './teller.ts';
import { screenActs, type ToldScreens } from './screen-acts.ts';
import { toldPieces } from './told-pieces.ts';
import { closingActs, townActs } from './town-acts.ts';
import { trafficActs } from './traffic-acts.ts';
import { versionActs } from './version-acts.ts';
import { addMonths, type Day } from '#platform/clock/day.ts';
import type { Act } from './world.ts';
import type { Times } from './times.ts';

interface Source {
  readonly name: string;
  readonly template: string;
  readonly from: (times: Times) => Day;
}

/** The plans, from which template each comes, and since when its figures are there. */
const sources: readonly Source[] = [
  { name: 'communications', template: 'ministerio-tic', from: (times) => times.plan.startsOn },
  { name: 'informatics', template: 'oficina-informatica', from: (times) => addMonths(times.cycle(-1).startsOn, 6) },
];

type Template = Parameters<typeof adopt>[0];

/** Everything that ever happened in Puerto Claro and has happened by now, in order. */
export async function everyAct(town: Town, times: Times): Promise<Act[]> {
  const [papers, work, stories, campaigns, requests, desk, contacts, newsletters, screens, communications, informatics] = await Promise.all(
    [
      readData<Papers>('papers'),
      readData<Work>('work'),
      readData<Stories>('pieces'),
      readData<ToldCampaign[]>('campaigns'),
      readData<ToldRequests>('requests'),
      readData<Desk>('desk'),
      readData<ToldContacts>('contacts'),
      readData<ToldNewsletters>('newsletters'),
      readData<ToldScreens>('screens'),
      readData<Adoption>('communications'),
      readData<Adoption>('informatics'),
    ],
  );
  const plans = await Promise.all(sources.map((source) => planActs(source, work, town, times)));
  return [
    ...townActs(town, times),
    ...calendarActs(town, times),
    ...agreementActs(papers, town, times),
    ...plans.flat(),
    ...libraryActs(times),
    ...campaignActs(campaigns, communications.plan.code, times),
    ...pieceActs(toldPieces(stories, communications, informatics, times), requests, times),
    ...otherRequestActs(requests, times),
    ...deskActs(desk, times),
    ...contactActs(contacts, times),
    ...newsletterActs(newsletters, times),
    ...screenActs(screens, communications.plan.code, times),
    ...annotationActs(work, times),
    ...latenessActs(times.cycle(-2).startsOn, times),
    ...closingActs(town, times),
  ]
    .filter(({ at }) => at <= times.now)
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

function pieceActs(pieces: readonly ToldPiece[], requests: ToldRequests, times: Times): Act[] {
  const asked = new Set(askedFor(pieces, requests.names, times));
  return pieces.flatMap((piece) => {
    const made = nothingMade();
    return [...walk(piece, times, { made }), ...(asked.has(piece) ? askedActs(piece, made, requests, times) : [])];
  });
}

async function planActs({ name, template, from }: Source, work: Work, town: Town, times: Times): Promise<Act[]> {
  const units = new Map(town.units.map(({ code, name }) => [code, name]));
  const [adoption, stories, source] = await Promise.all([
    readData<Adoption>(name),
    readData<VersionStory[]>(`${name}-versions`),
    readTemplate<Template & { indicators: Indicator[] }>(template),
  ]);
  const added = stories
    .flatMap(({ changes = [] }) => changes)
    .flatMap((change): Indicator[] =>
      'add' in change && change.add === 'indicator'
        ? [{ code: change.code, title: change.title, frequency: change.frequency as Indicator['frequency'], measure: change.measure! }]
        : [],
    );
  return [
    ...versionActs(stories, adoption, adopt(source, adoption, { units, domain: town.domain }, times), times),
    ...activityActs(adoption, stories, work, times),
    ...readingActs(adoption, [...source.indicators, ...added], work, units, from(times), times),
    ...(adoption.indicators['I12']?.targets[0] ? trafficActs(adoption, times) : []),
  ];
}

import { addDays } from '#platform/clock/day.ts';
import type { Ctx } from '#platform/ctx.ts';
import { accepted } from '#platform/refusal.ts';
import {
  acceptRequest,
  askFromOutside,
  askOffice,
  finishRequest,
  mergeRequest,
  openLink,
  returnRequest,
  sayInRequest,
  withdrawRequest,
} from '#domains/editorial/index.ts';
import { chance, draw } from './chance.ts';
import { authorOf, daysBefore, type Made } from './piece-acts.ts';
import type { ToldPiece } from './teller.ts';
import type { Times } from './times.ts';
import { originOf, personOf, unitOf, type Act, type World } from './world.ts';

/** What data/requests.yaml holds. */
export interface ToldRequests {
  readonly whys: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  readonly others: readonly OtherRequest[];
  readonly links: readonly {
    readonly name: string;
    readonly opened: string;
    readonly asked: readonly {
      readonly on: string;
      readonly name: string;
      readonly email: string;
      readonly title: string;
      readonly what: string;
      readonly wanted: string;
      readonly finished?: string;
      readonly text?: string;
    }[];
  }[];
}

interface OtherRequest {
  readonly key?: string;
  readonly unit: string;
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly kind: Asking['kind'];
  readonly asked: string;
  readonly wanted: string;
  readonly then?: readonly Step[];
}

type Asking = Parameters<typeof askOffice>[1];
type Accepting = Parameters<typeof acceptRequest>[1];
type Step = { readonly on: string; readonly text?: string } & (
  | { readonly do: 'return' }
  | { readonly do: 'say' }
  | { readonly do: 'withdraw' }
  | { readonly do: 'merge'; readonly into: string }
  | { readonly do: 'accept'; readonly kind: Accepting['kind']; readonly author: string; readonly due: string }
);

const office = 'julian.restrepo';
const liaisonOf = (unit: string) => (world: World) => world.liaisons.get(unit)!;
const asking = { forWhom: '', segments: [], regions: ['13'], class: 'public', unit: null, files: [] } as const;
const accepting = { item: null, scope: 'external', classBasis: '', classSince: null, classUntil: null, text: '' } as const;

/** The pieces that were asked for: four a quarter of the office that has a plan of its own, and of the others one in some. */
export function askedFor<P extends ToldPiece>(pieces: readonly P[], names: ToldRequests['names'], times: Times): P[] {
  const asked = pieces.filter(({ kind, unit }) => unit !== 'prensa' && unit !== 'despacho' && names[kind] !== undefined);
  const quarter = ({ on }: ToldPiece) => Math.floor((Number(on.slice(5, 7)) - 1) / 3);
  const own = [0, 1, 2, 3].flatMap((count) =>
    asked.filter((piece) => piece.unit === 'oai' && quarter(piece) === count).slice(0, ownShare[count]),
  );
  const rest = asked.filter(({ unit, on }) => unit !== 'oai' && on <= times.today);
  const every = Math.max(2, Math.floor(rest.length / 30));
  return [...own, ...rest.filter((_, at) => at % every === 1).slice(0, 30)];
}

const ownShare = [4, 4, 4, 2];

/** A request that became the piece: asked by the liaison of its dependency, accepted when it was begun, done when it came out. */
export function askedActs(piece: ToldPiece, made: Made, { whys, names }: ToldRequests, times: Times): Act[] {
  const begun = addDays(piece.on, -daysBefore(piece));
  const asked = addDays(begun, chance(piece.title, 'slow') > 0.86 ? -9 : -2);
  const request = { id: 0 };
  return [
    {
      at: times.at(asked, draw(300, piece.title, 'asked')),
      who: liaisonOf(piece.unit),
      story: made,
      does: async (ctx) => {
        const { id } = accepted(
          await askOffice(ctx, {
            ...asking,
            title: `${names[piece.kind]}: ${piece.title}`,
            what: piece.lead,
            why: whys[draw(whys.length, piece.title, 'why')]!,
            kind: piece.kind as Asking['kind'],
            segments: [...piece.segments],
            wantedOn: addDays(piece.on, chance(piece.title, 'late') > 0.8 ? -2 : 1),
            files: [],
            regions: ['13'],
          }),
        );
        request.id = id;
      },
    },
    {
      at: times.at(begun, 320),
      who: office,
      story: made,
      does: (ctx, world) =>
        acceptRequest(ctx, {
          ...accepting,
          request: request.id,
          into: 'existing',
          kind: null,
          piece: made.id,
          assignee: personOf(world, authorOf(piece)).id,
          dueOn: piece.on,
        }),
    },
  ];
}

/** The requests that went otherwise. */
export function otherRequestActs({ others, links }: ToldRequests, times: Times): Act[] {
  const ids = new Map<string, number>();
  return [
    ...others.flatMap((told): Act[] => [
      {
        at: times.at(times.day(told.asked), draw(420, told.title)),
        who: liaisonOf(told.unit),
        does: async (ctx) => {
          const { title, what, why, kind } = told;
          const { id } = accepted(
            await askOffice(ctx, {
              ...asking,
              title,
              what,
              why,
              kind,
              segments: [],
              regions: ['13'],
              files: [],
              wantedOn: times.day(told.wanted),
            }),
          );
          ids.set(told.key ?? told.title, id);
        },
      },
      ...(told.then ?? []).map((step): Act => ({
        at: times.at(times.day(step.on), 440),
        who: step.do === 'say' || step.do === 'withdraw' ? liaisonOf(told.unit) : office,
        does: (ctx, world) => go(ctx, world, ids.get(told.key ?? told.title)!, step, { ids, times }),
      })),
    ]),
    ...links.flatMap((link) => linkActs(link, times)),
  ];
}

function go(ctx: Ctx, world: World, request: number, step: Step, { ids, times }: { ids: ReadonlyMap<string, number>; times: Times }) {
  const { text = '' } = step;
  if (step.do === 'return') return returnRequest(ctx, { request, text });
  if (step.do === 'say') return sayInRequest(ctx, { request, text, files: [] });
  if (step.do === 'withdraw') return withdrawRequest(ctx, { request, text });
  if (step.do === 'merge') return mergeRequest(ctx, { request, into: ids.get(step.into)!, text });
  return acceptRequest(ctx, {
    ...accepting,
    text,
    request,
    into: 'piece',
    kind: step.kind,
    piece: null,
    assignee: personOf(world, step.author).id,
    dueOn: times.day(step.due),
  });
}

function linkActs({ name, opened, asked }: ToldRequests['links'][number], times: Times): Act[] {
  let code = '';
  return [
    {
      at: times.at(times.day(opened), 60),
      who: office,
      does: async (ctx, world) => {
        ({ code } = accepted(await openLink(ctx, { name, unit: unitOf(world, 'prensa') })));
      },
    },
    ...asked.flatMap(({ on, wanted, finished, text = '', ...said }): Act[] => {
      const request = { id: 0 };
      return [
        {
          at: times.at(times.day(on), 500),
          who: null,
          does: async (ctx, world) => {
            const input = { ...said, why: '', forWhom: '', wantedOn: times.day(wanted), files: [] };
            request.id = accepted(await askFromOutside(ctx, code, input, { origin: originOf(world), language: 'es' })).id;
          },
        },
        ...(finished
          ? [{ at: times.at(times.day(finished), 90), who: office, does: (ctx: Ctx, world: World) => answer(ctx, world, request.id, text) }]
          : []),
      ];
    }),
  ];
}

/** What needs no piece is accepted into none that is new and said done: here it joins the gallery that was out already. */
async function answer(ctx: Ctx, world: World, request: number, text: string): Promise<unknown> {
  accepted(
    await acceptRequest(ctx, {
      ...accepting,
      request,
      into: 'existing',
      kind: null,
      piece: world.pieces[0]!,
      assignee: personOf(world, office).id,
      dueOn: null,
    }),
  );
  return finishRequest(ctx, { request, text });
}

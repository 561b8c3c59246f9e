import { addDays } from '#platform/clock/day.ts';
import type { Ctx } from '#platform/ctx.ts';
import { accepted } from '#platform/refusal.ts';
import { deliverWithin } from '#domains/channels/index.ts';
import {
  createPiece,
  decideStep,
  editorialCarriers,
  type Fields,
  pieceSource,
  schedulePiece,
  savePiece,
  stepsNow,
  submitPiece,
} from '#domains/editorial/index.ts';
import { draw } from './chance.ts';
import { bodyOf } from './piece-text.ts';
import type { ToldPiece } from './told-pieces.ts';
import type { Times } from './times.ts';
import { rowOf, unitOf, type Act, type World } from './world.ts';
import { contextOf } from './context.ts';

export const carrying = { carriers: editorialCarriers, sources: [pieceSource] };

const authors = ['yenny.mosquera', 'katherine.bello', 'wilmer.cassiani', 'oscar.barrios'];
const publisher = 'julian.restrepo';

export interface Made {
  id: number;
}

/** How far on its way a piece is carried. */
export type Reach = 'written' | 'submitted' | 'approved' | 'scheduled' | 'out';

/** A piece's way, from its first words to where it comes out; `made` says its number to whoever follows it. */
export function walk(piece: ToldPiece, times: Times, { reach = 'out', made = { id: 0 } }: { reach?: Reach; made?: Made } = {}): Act[] {
  const author = authorOf(piece);
  const days = 3 + draw(8, piece.title, 'days');
  const minute = draw(300, piece.title);
  const on = (back: number) => times.at(addDays(piece.on, -back), minute);
  const steps: readonly (readonly [Reach, Act])[] = [
    ['written', { at: on(days), who: author, does: (ctx, world) => write(ctx, world, piece, made) }],
    ['submitted', { at: on(Math.min(3, days - 1)), who: author, does: (ctx) => submitPiece(ctx, { piece: made.id, note: '' }) }],
    ['approved', { at: on(1), who: null, does: (ctx, world) => passAll(ctx, world, made.id) }],
    [
      'out',
      {
        at: times.at(piece.on, 20 + draw(420, piece.title, 'out')),
        who: publisher,
        does: async (ctx) => {
          const { dispatches } = accepted(await schedulePiece(ctx, { piece: made.id, channels: [...piece.channels], at: null }));
          await deliverWithin(ctx, carrying, dispatches);
        },
      },
    ],
  ];
  const last = order.indexOf(reach);
  return steps.filter(([name]) => order.indexOf(name) <= last).map(([, act]) => act);
}

const order: readonly Reach[] = ['written', 'submitted', 'approved', 'scheduled', 'out'];

function authorOf({ unit, title }: ToldPiece): string {
  return unit === 'oai' ? 'tomas.arrieta' : authors[draw(authors.length, title, 'author')]!;
}

async function write(ctx: Ctx, world: World, piece: ToldPiece, made: Made): Promise<void> {
  const unit = unitOf(world, piece.unit);
  const item = piece.serves ? (rowOf(world, ...piece.serves)?.parent ?? null) : null;
  const asset = world.assets.get(piece.motif)!;
  const { id } = accepted(
    await createPiece(ctx, {
      kind: piece.kind,
      title: piece.title,
      unit,
      item,
      campaign: null,
      request: null,
      slot: null,
      slotDay: null,
      owner: null,
      dueOn: piece.on,
      segments: [...piece.segments],
      regions: draw(4, piece.title, 'region') === 0 ? ['13001'] : ['13'],
      channels: [...piece.channels],
      line: piece.line,
      class: piece.channels.includes('pagina-web') ? 'public' : 'internal',
    }),
  );
  made.id = id;
  accepted(
    await savePiece(ctx, {
      piece: id,
      revision: 1,
      title: piece.title,
      fields: fieldsOf(piece, asset, world.assets.get('film')!),
      body: bodyOf(piece.text),
    }),
  );
}

/** Its lead, its own fields, and its picture: the motif's, in words of the library. */
function fieldsOf({ kind, lead, fields }: ToldPiece, asset: number, film: number): Fields {
  const alone = kind === 'disclosure' || kind === 'circular';
  return {
    ...(kind === 'memo' ? {} : { lead }),
    ...fields,
    ...(alone ? {} : { image: { asset, alt: 'Dibujo de la Oficina de Prensa sobre el tema.' } }),
    ...(kind === 'video_tutorial' ? { video: { asset: film, alt: '' } } : {}),
  };
}

/** Whoever each step was asked of passes it, at the same time of day. */
async function passAll(ctx: Ctx, world: World, piece: number): Promise<void> {
  for (const { id, person } of await stepsNow(ctx, piece)) {
    const who = [...world.people].find(([, one]) => one.id === person)![0];
    accepted(await decideStep(contextOf(ctx, world, who), { step: id, decision: 'pass', note: '' }));
  }
}

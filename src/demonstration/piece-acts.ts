import { addDays, type Day } from '#platform/clock/day.ts';
import type { Ctx } from '#platform/ctx.ts';
import { accepted } from '#platform/refusal.ts';
import { carryDispatch, deliverWithin, mailCarrier, screenCarrier } from '#domains/channels/index.ts';
import {
  createPiece,
  decideStep,
  editorialCarriers,
  type Fields,
  isMemoKind,
  pieceSource,
  schedulePiece,
  savePiece,
  slotDays,
  stepsNow,
  submitPiece,
} from '#domains/editorial/index.ts';
import { campaignOf } from './campaign-acts.ts';
import { draw } from './chance.ts';
import { readings, signAndSend } from './memo-acts.ts';
import { bodyOf } from './piece-text.ts';
import type { ToldPiece } from './teller.ts';
import type { Times } from './times.ts';
import { originOf, rowOf, unitOf, type Act, type ActContext, type World } from './world.ts';
import { contextOf } from './context.ts';

/** Before a screen hung anywhere, its cards were carried by hand. */
const carriersOf = (world: World) => ({
  carriers: [...editorialCarriers, mailCarrier(originOf(world)), ...(world.screens.length > 0 ? [screenCarrier] : [])],
  sources: [pieceSource],
});
/** What nobody carries but a person, who then says so. */
const byHand = (channel: string, world: World) =>
  channel === 'redes-sociales' || (channel === 'pantallas-internas' && world.screens.length === 0);

const authors = ['yenny.mosquera', 'katherine.bello', 'wilmer.cassiani', 'oscar.barrios'];
const publisher = 'julian.restrepo';
const networks = 'katherine.bello';

export interface Made {
  id: number;
  dispatches: readonly number[];
}

export const nothingMade = (): Made => ({ id: 0, dispatches: [] });

/** How far on its way a piece is carried. */
export type Reach = 'written' | 'submitted' | 'approved' | 'scheduled' | 'out';
const order: readonly Reach[] = ['written', 'submitted', 'approved', 'scheduled', 'out'];

type Way = { readonly reach?: Reach; readonly made?: Made; readonly when?: Instants; readonly hour?: string };
/** When each part of a piece's way was gone. */
type Instants = Readonly<Record<Reach, Date>>;

/** A piece's way, from its first words to where it comes out; `made` says its number to whoever follows it. */
export function walk(
  piece: ToldPiece,
  times: Times,
  { reach = 'out', made = nothingMade(), when = whenOf(piece, times), hour }: Way = {},
): Act[] {
  const author = authorOf(piece);
  const channels = [...piece.channels];
  const steps: readonly { readonly to: Reach; readonly who: Act['who']; readonly does: Act['does'] }[] = [
    { to: 'written', who: author, does: (ctx, world) => write(ctx, world, piece, made) },
    { to: 'submitted', who: author, does: (ctx) => submitPiece(ctx, { piece: made.id, note: '' }) },
    { to: 'approved', who: null, does: (ctx, world) => passAll(ctx, world, made.id) },
    reach === 'scheduled'
      ? { to: 'scheduled', who: publisher, does: (ctx) => schedulePiece(ctx, { piece: made.id, channels, at: `${piece.on}T${hour}` }) }
      : { to: 'out', who: publisher, does: (ctx, world) => goOut(ctx, world, made, piece) },
  ];
  return [
    ...steps
      .filter(({ to }) => order.indexOf(to) <= order.indexOf(reach))
      .map(({ to, who, does }) => ({ at: when[to], who, does, story: made })),
    ...(reach === 'out' && isMemoKind(piece.kind) ? readings(piece.title, piece.on, made, times) : []),
  ];
}

export async function goOut(
  ctx: ActContext,
  world: World,
  made: Made,
  { kind, channels: asked }: Pick<ToldPiece, 'kind' | 'channels'>,
): Promise<void> {
  const channels = [...asked];
  const { dispatches } = isMemoKind(kind)
    ? await signAndSend(ctx, world, made.id)
    : accepted(await schedulePiece(ctx, { piece: made.id, channels, at: null }));
  made.dispatches = dispatches;
  await deliverWithin(ctx, carriersOf(world), dispatches);
  if (channels.some((channel) => byHand(channel, world)))
    for (const dispatch of dispatches)
      accepted(await carryDispatch(contextOf(ctx, world, networks), { dispatch, note: 'Salió completo y se ve bien.' }));
}

/** Some days before it came out it was begun, then sent, and the day before approved. */
function whenOf(piece: ToldPiece, times: Times): Instants {
  const days = daysBefore(piece);
  const minute = draw(300, piece.title);
  const on = (back: number) => times.at(addDays(piece.on, -back), minute);
  const out = times.at(piece.on, 20 + draw(420, piece.title, 'out'));
  return { written: on(days), submitted: on(Math.min(3, days - 1)), approved: on(1), scheduled: out, out };
}

/** How many days before it came out it was begun. */
export const daysBefore = ({ title }: Pick<ToldPiece, 'title'>): number => 3 + draw(8, title, 'days');

export function authorOf({ unit, title, author }: ToldPiece): string {
  if (author) return author;
  return unit === 'oai' ? 'tomas.arrieta' : authors[draw(authors.length, title, 'author')]!;
}

async function write(ctx: Ctx, world: World, piece: ToldPiece, made: Made): Promise<void> {
  const unit = unitOf(world, piece.unit);
  const item = piece.serves ? (rowOf(world, ...piece.serves)?.parent ?? null) : null;
  const { id } = accepted(
    await createPiece(ctx, {
      kind: piece.kind,
      title: piece.title,
      unit,
      item,
      campaign: campaignOf(world, piece.motif, piece.on),
      request: null,
      ...slotFor(world, piece),
      owner: null,
      dueOn: piece.on,
      segments: [...piece.segments],
      regions: draw(4, piece.title, 'region') === 0 ? ['13001'] : ['13'],
      channels: [...piece.channels],
      line: piece.line,
      class:
        piece.secret?.class ??
        (piece.channels.some((channel) => channel === 'pagina-web' || channel === 'redes-sociales') ? 'public' : 'internal'),
      ...(piece.secret && { classBasis: piece.secret.basis, classSince: piece.secret.since, classUntil: piece.secret.until }),
    }),
  );
  made.id = id;
  if (piece.kind === 'photo_gallery') world.pieces.push(id);
  accepted(
    await savePiece(ctx, {
      piece: id,
      revision: 1,
      title: piece.title,
      fields: fieldsOf(piece, world),
      body: bodyOf(piece.text),
    }),
  );
}

/** The turn of a recurring slot that a piece takes, when one is owed about its day. */
function slotFor(world: World, { kind, on }: ToldPiece): { slot: number | null; slotDay: Day | null } {
  for (const slot of world.slots.filter((one) => one.kind === kind)) {
    const day = slotDays(slot, addDays(on, -4), addDays(on, 4)).find((turn) => !slot.filled.has(turn));
    if (!day) continue;
    slot.filled.add(day);
    return { slot: slot.id, slotDay: day };
  }
  return { slot: null, slotDay: null };
}

/** Its lead, its own fields, and its picture: the motif's, in words of the library. */
function fieldsOf({ kind, lead, fields, motif }: ToldPiece, world: World): Fields {
  const shown = (name: string, alt: string) => ({ asset: world.assets.get(name)!, alt });
  return {
    ...(wordless.has(kind) ? {} : { lead }),
    ...fields,
    ...(pictureless.has(kind) ? {} : { image: shown(motif, 'Dibujo de la Oficina de Prensa sobre el tema.') }),
    ...(kind === 'video_tutorial' || kind === 'video' ? { video: shown('film', '') } : {}),
    ...(kind === 'audio' ? { audio: shown('siren', '') } : {}),
  };
}

const wordless = new Set(['memo', 'social_post']);
const pictureless = new Set(['disclosure', 'circular', 'memo', 'speech']);

/** Whoever each step was asked of passes it, at the same time of day. */
export async function passAll(ctx: ActContext, world: World, piece: number): Promise<void> {
  for (const { id, person } of await stepsNow(ctx, piece)) {
    const who = [...world.people].find(([, one]) => one.id === person)![0];
    accepted(await decideStep(contextOf(ctx, world, who), { step: id, decision: 'pass', note: '' }));
  }
}

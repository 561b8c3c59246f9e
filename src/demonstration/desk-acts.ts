import { addDays, type Day } from '#platform/clock/day.ts';
import type { Ctx } from '#platform/ctx.ts';
import { accepted } from '#platform/refusal.ts';
import {
  addBlock,
  addComment,
  declareElectionWindow,
  decideStep,
  expirePieces,
  type HomeBlockName,
  nameReader,
  nameStandIn,
  openSlot,
  setTerms,
  type Slot,
  stepsNow,
  suggestChange,
  withdrawPiece,
  readMemo,
} from '#domains/editorial/index.ts';
import { contextOf } from './context.ts';
import { type Made, nothingMade, type Reach, walk } from './piece-acts.ts';
import type { ToldPiece } from './teller.ts';
import type { Times } from './times.ts';
import { personOf, unitOf, type Act, type ActContext, type World } from './world.ts';

/** What data/desk.yaml holds. */
export interface Desk {
  readonly pieces: readonly DeskPiece[];
  readonly slots: readonly {
    readonly name: string;
    readonly kind: string;
    readonly recurrence: Slot['recurrence'];
    readonly opened: string;
    readonly starts: string;
    readonly unit: string;
    readonly owner: string;
    readonly line: ToldPiece['line'];
  }[];
  readonly stand_ins: readonly {
    readonly named: string;
    readonly of: string;
    readonly by: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly elections: readonly {
    readonly name: string;
    readonly act: string;
    readonly declared: string;
    readonly from: string;
    readonly to: string;
    readonly kinds: readonly string[];
    readonly candidates: readonly string[];
  }[];
  readonly home: readonly { readonly block: HomeBlockName; readonly title: string; readonly options: Readonly<Record<string, unknown>> }[];
}

interface DeskPiece {
  readonly kind: string;
  readonly unit: string;
  readonly author: string;
  readonly on: string;
  readonly reach: Reach | 'returned' | 'withdrawn';
  readonly motif: string;
  readonly title: string;
  readonly lead: string;
  readonly text: readonly string[];
  readonly fields?: Readonly<Record<string, string>>;
  readonly channels?: readonly string[];
  /** How many days ago it was begun, of one that is not out. */
  readonly begun?: number;
  readonly hour?: string;
  readonly note?: string;
  readonly comment?: { readonly block: string; readonly quote: string; readonly text: string };
  readonly suggestion?: { readonly block: string; readonly quote: string; readonly replacement: string; readonly reason: string };
  readonly withdrawn?: string;
  readonly reason?: string;
  readonly expires?: string;
  readonly lasts?: number;
  readonly confirmed?: readonly string[];
  readonly class?: 'classified' | 'reserved';
  readonly basis?: string;
  readonly until?: string;
  readonly readers?: readonly string[];
}

const editor = 'julian.restrepo';

/** What is on the office's table: what waits, came back, was taken down or recurs, and how the portal's first page is composed. */
export function deskActs(desk: Desk, times: Times): Act[] {
  return [
    ...desk.slots.map((slot): Act => ({
      at: times.at(times.day(slot.opened), 15),
      who: editor,
      does: (ctx, world) => open(ctx, world, slot, times),
    })),
    ...desk.elections.map((window): Act => ({
      at: times.at(times.day(window.declared), 100),
      who: 'esteban.cogollo',
      does: (ctx) =>
        declareElectionWindow(ctx, {
          name: window.name,
          act: window.act,
          startsOn: times.day(window.from),
          endsOn: times.day(window.to),
          kinds: [...window.kinds],
          candidates: [...window.candidates],
        }),
    })),
    ...desk.stand_ins.map(({ named, of, by, from, to }): Act => ({
      at: times.at(times.day(named), 200),
      who: of,
      does: (ctx, world) =>
        nameStandIn(ctx, { person: null, standIn: personOf(world, by).id, startsOn: times.day(from), endsOn: times.day(to) }),
    })),
    ...desk.home.map((block, at): Act => ({
      at: times.at(addDays(times.today, -10), 30 + at),
      who: editor,
      does: (ctx) => addBlock(ctx, { block: block.block, title: block.title }, block.options),
    })),
    ...desk.pieces.flatMap((piece) => pieceActs(piece, times)),
  ];
}

async function open(ctx: Ctx, world: World, { opened: _, starts, ...slot }: Desk['slots'][number], times: Times): Promise<void> {
  const startsOn = times.day(starts);
  const { id } = accepted(
    await openSlot(ctx, {
      ...slot,
      unit: unitOf(world, slot.unit),
      owner: personOf(world, slot.owner).id,
      startsOn,
      endsOn: null,
      item: null,
    }),
  );
  world.slots.push({ id, kind: slot.kind, recurrence: slot.recurrence, startsOn, endsOn: null, filled: new Set() });
}

function pieceActs(told: DeskPiece, times: Times): Act[] {
  const piece = pieceOf(told, times);
  const made = nothingMade();
  const reach = told.reach === 'returned' ? 'submitted' : told.reach === 'withdrawn' ? 'out' : told.reach;
  const waits = reach !== 'out';
  const begun = told.begun ?? 6;
  const ago = (days: number, minute: number) => times.at(addDays(times.today, -days), minute);
  const last = ago(1, 330);
  const when = { written: ago(begun, 60), submitted: ago(begun - 2, 150), approved: ago(2, 240), scheduled: last, out: last };
  return [
    ...walk(piece, times, { reach, made, hour: told.hour, ...(waits && { when }) }),
    ...(told.reach === 'returned'
      ? [{ at: last, who: null, does: (ctx: ActContext, world: World) => giveBack(ctx, world, made, told) }]
      : []),
    ...(told.readers ?? []).map((reader, at): Act => ({
      at: ago(begun, 90 + at),
      who: told.author,
      does: (ctx, world) => nameReader(ctx, { piece: made.id, person: personOf(world, reader).id, unit: null }),
    })),
    ...afterwards(told, piece.on, made, times),
  ];
}

/** What happened once it was out. */
function afterwards(told: DeskPiece, on: Day, made: Made, times: Times): Act[] {
  const acts: Act[] = [];
  if (told.withdrawn)
    acts.push({
      at: times.at(times.workday(times.day(told.withdrawn)), 500),
      who: editor,
      does: (ctx) => withdrawPiece(ctx, { piece: made.id, reason: told.reason! }),
    });
  if (told.expires) {
    const expiresOn = times.day(told.expires);
    const terms = { embargoUntil: null, expiresOn, reviewOn: null };
    acts.push({ at: times.at(addDays(on, 1), 500), who: editor, does: (ctx) => setTerms(ctx, { ...terms, piece: made.id }) });
    acts.push({ at: new Date(Date.parse(`${addDays(expiresOn, 1)}T11:00:00Z`)), who: null, does: (ctx) => expirePieces(ctx) });
  }
  for (const [at, reader] of (told.confirmed ?? []).entries())
    acts.push({
      at: times.at(addDays(on, 1), 500 + at * 3),
      who: reader,
      does: (ctx) => readMemo(ctx, { dispatch: made.dispatches[0]! }),
    });
  return acts;
}

function pieceOf(told: DeskPiece, times: Times): ToldPiece {
  const day = times.day(told.on);
  const on = day < times.today ? times.workday(day) : day;
  return {
    on,
    kind: told.kind,
    unit: told.unit,
    author: told.author,
    title: told.title,
    lead: told.lead,
    text: told.text,
    motif: told.motif,
    fields: { ...told.fields, ...(told.lasts ? { starts_on: on, ends_on: addDays(on, told.lasts) } : {}) },
    channels: told.class ? [] : (told.channels ?? (told.kind === 'notice_board_card' ? ['intranet'] : ['pagina-web', 'intranet'])),
    segments: told.channels ? ['servidores-publicos', 'contratistas'] : ['ciudadania'],
    line: 'information',
    serves: null,
    ...(told.class && {
      secret: { class: told.class, basis: told.basis!, since: dayAgo(times, told.begun ?? 6), until: times.day(told.until!) },
    }),
  };
}

const dayAgo = (times: Times, days: number): Day => addDays(times.today, -days);

/** Whoever was asked first says what is wrong, proposes other words, and gives it back. */
async function giveBack(ctx: ActContext, world: World, { id: piece }: Made, { comment, suggestion, note }: DeskPiece): Promise<void> {
  const step = (await stepsNow(ctx, piece)).find(({ state }) => state === 'asked')!;
  const who = [...world.people].find(([, { id }]) => id === step.person)![0];
  const reviewer = contextOf(ctx, world, who);
  if (comment) accepted(await addComment(reviewer, { ...comment, piece }));
  if (suggestion) accepted(await suggestChange(reviewer, { ...suggestion, piece }));
  accepted(await decideStep(reviewer, { step: step.id, decision: 'return', note: note! }));
}

import { addDays, type Day } from '#platform/clock/day.ts';
import { accepted } from '#platform/refusal.ts';
import {
  approveMailing,
  bounceAddress,
  everyRecipient,
  mailingHere,
  mailingWork,
  passCounted,
  startMailing,
  takeTold,
} from '#domains/channels/index.ts';
import { type ContentLine, mailPiece, openSlot, pieceSource, proposeTurn, slotDays, submitPiece } from '#domains/editorial/index.ts';
import { draw } from './chance.ts';
import { houseAt } from './context.ts';
import { goOut, nothingMade, passAll, type Made } from './piece-acts.ts';
import type { Times } from './times.ts';
import { originOf, personOf, unitOf, type Act, type ActContext, type World } from './world.ts';

/** What data/newsletters.yaml holds. */
export interface ToldNewsletters {
  readonly slot: {
    readonly name: string;
    readonly opened: string;
    readonly starts: string;
    readonly unit: string;
    readonly owner: string;
    readonly line: ContentLine;
    readonly segments: readonly string[];
  };
  readonly author: string;
  readonly approver: string;
  readonly sender: string;
  readonly opened: number;
  readonly pressed: number;
  readonly returns: readonly {
    readonly of: number;
    readonly kind: 'bounce' | 'complaint';
    readonly status?: string | undefined;
    readonly says: string;
  }[];
}

const monthly = { kind: 'newsletter', recurrence: 'monthly' } as const;

/** Each month's newsletter: proposed, approved, out on the portal and by e-mail, with what was opened and came back. */
export function newsletterActs(told: ToldNewsletters, times: Times): Act[] {
  const { opened, starts, ...slot } = told.slot;
  const startsOn = times.day(starts);
  const made = { slot: 0 };
  const turns = slotDays({ ...monthly, startsOn, endsOn: null }, startsOn, times.today);
  return [
    {
      at: times.at(times.day(opened), 45),
      who: told.sender,
      does: async (ctx, world) => {
        const { id } = accepted(
          await openSlot(ctx, {
            ...slot,
            ...monthly,
            segments: [...slot.segments],
            unit: unitOf(world, slot.unit),
            owner: personOf(world, slot.owner).id,
            startsOn,
            endsOn: null,
            item: null,
          }),
        );
        made.slot = id;
      },
    },
    ...turns.flatMap((day) => turnActs(told, day, made, times)),
  ];
}

function turnActs(told: ToldNewsletters, day: Day, made: { readonly slot: number }, times: Times): Act[] {
  const piece = nothingMade();
  const mailing = { id: 0 };
  const on = (back: number, minute: number) => times.at(addDays(day, -back), minute);
  const { author, approver, sender } = told;
  return [
    {
      at: on(5, 70),
      who: author,
      story: piece,
      does: async (ctx) => {
        piece.id = accepted(await proposeTurn(ctx, { slot: made.slot, day })).id;
      },
    },
    { at: on(4, 80), who: author, story: piece, does: (ctx) => submitPiece(ctx, { piece: piece.id, note: '' }) },
    { at: on(1, 100), who: null, story: piece, does: (ctx, world) => passAll(ctx, world, piece.id) },
    {
      at: on(0, 200),
      who: sender,
      story: piece,
      does: (ctx, world) => goOut(ctx, world, piece, { kind: monthly.kind, channels: ['pagina-web'] }),
    },
    {
      at: on(0, 215),
      who: author,
      story: piece,
      does: async (ctx, world) => {
        mailing.id = accepted(await mailPiece(ctx, letterOf(piece, told), { origin: originOf(world), counting: 'all' })).id;
      },
    },
    {
      at: on(0, 240),
      who: approver,
      story: piece,
      does: async (ctx) => approveMailing(ctx, { mailing: mailing.id, sha256: (await mailingHere(ctx, mailing.id)).sha256 }),
    },
    { at: on(0, 260), who: sender, story: piece, does: (ctx) => startMailing(ctx, { mailing: mailing.id, ...atOnce }) },
    { at: on(0, 260), who: null, does: carryMailings },
    { at: on(-1, 300), who: null, story: piece, does: (ctx) => hearOf(ctx, mailing.id, told) },
  ];
}

const letterOf = ({ id }: Made, { slot }: ToldNewsletters) => ({
  piece: id,
  kind: 'subscription' as const,
  purpose: 'boletin',
  segments: [...slot.segments],
  excludedSegments: [],
  excludedMailings: [],
});

const atOnce = { waves: 'none', size: null, percent: null, minutes: null, failPercent: null } as const;

/** What has begun leaves, as a worker would carry it, into the house's own outbox. */
async function carryMailings(ctx: ActContext, world: World): Promise<void> {
  const work = mailingWork({ stay: () => Promise.resolve(true), sources: [pieceSource] });
  const house = houseAt(ctx, world);
  while ((await work.run(house)) !== false);
}

/** What came back the day after, and what was opened and pressed: counted by letter, nobody knows by whom. */
async function hearOf(ctx: ActContext, mailing: number, { returns, opened, pressed }: ToldNewsletters): Promise<void> {
  const got: number[] = [];
  for await (const { id, state } of everyRecipient(ctx, mailing, {})) if (state === 'accepted') got.push(id);
  const back = returns.flatMap(({ of, ...what }, at) =>
    got
      .filter((id) => draw(100_000, id, at) < of)
      .map((id) => ({ id: `${mailing}-${id}`, recipient: bounceAddress(ctx.vault, 'rebotes.puertoclaro.gov.co', id), ...what })),
  );
  if (back.length > 0) await takeTold(ctx, { events: back });
  const { letter } = await mailingHere(ctx, mailing);
  const [opening, ...links] = countedIn(letter.html);
  const opens = Math.round((got.length * opened) / 100);
  const count = (token: string | undefined) => (token ? passCounted(ctx, token, { unread: false }) : null);
  await Promise.all([
    ...Array.from({ length: opens }, () => count(opening)),
    ...Array.from({ length: Math.round((opens * pressed) / 100) }, (_, at) => count(links[draw(links.length, mailing, at)])),
  ]);
}

/** What counts in a letter: its opening first, then its links. */
function countedIn(html: string): string[] {
  const tokens = [...new Set([...html.matchAll(/\/hooks\/letters\/([0-9a-z-]+)/g)].map(([, token]) => token!))];
  return tokens.toSorted((one, other) => Number(other.split('-')[1] === '0') - Number(one.split('-')[1] === '0'));
}

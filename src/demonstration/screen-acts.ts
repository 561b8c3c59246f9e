import { addDays, type Day } from '#platform/clock/day.ts';
import { accepted } from '#platform/refusal.ts';
import {
  addPlaylist,
  addScreenGroup,
  adoptScreen,
  beginPairing,
  fetchPlace,
  keepBeat,
  keepPlays,
  piecesOnScreens,
  type Orientation,
} from '#domains/channels/index.ts';
import { editorialSlides } from '#domains/editorial/index.ts';
import { figureSlides } from '#domains/metrics/index.ts';
import type { Times } from './times.ts';
import { personOf, rowOf, unitOf, type Act, type ActContext, type World } from './world.ts';

/** What data/screens.yaml holds. */
export interface ToldScreens {
  readonly hung: string;
  readonly by: string;
  readonly desk: string;
  readonly groups: readonly ToldGroup[];
  readonly playlists: readonly {
    readonly name: string;
    readonly group: string;
    readonly days: readonly number[];
    readonly hours: Hours;
    readonly shows: readonly ('pieces' | 'clock' | 'agenda' | 'figure')[];
  }[];
  /** The code of the indicator. */
  readonly figure: string;
  readonly played: number;
}

type Hours = readonly [from: string, until: string];

interface ToldGroup {
  readonly name: string;
  readonly public: boolean;
  readonly on: Hours;
  readonly screens: readonly ToldScreen[];
}

interface ToldScreen {
  readonly name: string;
  readonly place: string;
  readonly unit: string;
  readonly orientation: Orientation;
}

const glass = { lying: { width: 1920, height: 1080 }, standing: { width: 1080, height: 1920 } };

/** Screens are hung and paired, have playlists by hours, and tell what they played. */
export function screenActs(told: ToldScreens, plan: string, times: Times): Act[] {
  const hung = times.day(told.hung);
  const groups = new Map<string, number>();
  const screens: number[] = [];
  return [
    ...told.groups.flatMap((group, at): Act[] => [
      {
        at: times.at(hung, 30 + at),
        who: told.desk,
        does: async (ctx, world) => void groups.set(group.name, await begin(ctx, world, group, told)),
      },
      ...group.screens.map((screen, place): Act => ({
        at: times.at(hung, 60 + at * 20 + place),
        who: told.by,
        does: async (ctx, world) => void screens.push(await hang(ctx, world, screen, groups.get(group.name)!)),
      })),
    ]),
    ...told.playlists.map(({ name, group, days, hours, shows }, at): Act => ({
      at: times.at(hung, 120 + at),
      who: told.desk,
      does: (ctx, world) =>
        addPlaylist(
          ctx,
          {
            name,
            days: [...days],
            fromTime: hours[0],
            untilTime: hours[1],
            fromDay: null,
            untilDay: null,
            priority: 2,
            groups: [groups.get(group)!],
            items: shows.map((kind) => ({ kind, ref: kind === 'figure' ? figureOf(world, plan, told.figure) : '', seconds: null })),
          },
          [...editorialSlides, figureSlides],
        ),
    })),
    { at: times.now, who: told.desk, does: (ctx) => tellPlayed(ctx, screens, { back: told.played, times }) },
  ];
}

const figureOf = (world: World, plan: string, code: string): string => String(rowOf(world, plan, code)!.item);

async function begin(ctx: ActContext, world: World, { name, public: open, on }: ToldGroup, { desk }: ToldScreens): Promise<number> {
  return accepted(await addScreenGroup(ctx, { name, public: open, responsible: personOf(world, desk).id, onFrom: on[0], onUntil: on[1] }))
    .id;
}

/** The device shows a code, somebody reads it from the wall, and the device takes its place. */
async function hang(ctx: ActContext, world: World, { unit, ...screen }: ToldScreen, group: number): Promise<number> {
  const { code, secret } = accepted(await beginPairing(ctx, glass[screen.orientation]));
  const { id } = accepted(
    await adoptScreen(ctx, { code, ...screen, unit: unitOf(world, unit), large: screen.orientation === 'standing', group }),
  );
  await fetchPlace(ctx, secret);
  world.screens.push(id);
  return id;
}

/** What each screen played in the hours of the last days that it was on, and what it shows now. */
async function tellPlayed(ctx: ActContext, screens: readonly number[], { back, times }: { back: number; times: Times }): Promise<void> {
  const { pieces } = await piecesOnScreens(ctx);
  if (pieces.length === 0) return;
  const days = Array.from({ length: back }, (_, at): Day => addDays(times.today, at + 1 - back));
  const instants = days.flatMap((day) => hours.map((hour) => times.at(day, hour * 60))).filter((at) => at < times.now);
  for (const screen of screens) {
    const playing = (at: number) => {
      const { source, title } = pieces[(at + screen) % pieces.length]!;
      return { source: `${source.type}:${source.id}`, title };
    };
    const plays = instants.map((started, at) => {
      const { source, title } = playing(at);
      return { item: source, source, title, started: started.getTime(), seconds: 15 };
    });
    await keepPlays(ctx, screen, plays);
    await keepBeat(ctx, screen, {
      ...glass.lying,
      ...playing(plays.length),
      slide: '',
      program: '',
      clockOffsetMs: 0,
      waitingPlays: 0,
    });
  }
}

const hours = [0, 1, 2, 3, 4, 5, 6, 7, 8];

import type { Ctx } from '#platform/ctx.ts';
import type { Day } from '#platform/clock/day.ts';
import { periodsBetween } from '#platform/clock/period.ts';
import { listChannels } from '#domains/channels/index.ts';
import { todayOf } from '#domains/organization/index.ts';
import { findMeasure } from './catalogue.ts';
import { countedByMonth } from './counted-points.ts';
import { type MeasureAsked, window } from './measure-card.ts';
import { selectUnitSums } from './records.queries.ts';
import { selectUnitNames } from './sums.queries.ts';
import type { Sentence } from './voice.ts';
import { everything, type Wanted } from './wanted.queries.ts';

export const directions = ['down', 'up', 'across', 'peers'] as const;
export type Direction = (typeof directions)[number];

/** Something that is said inside the house in a direction: a measure, or what of it went by a channel. */
export interface DirectionSource {
  readonly measure: string;
  readonly channel: string | null;
  /** What the channel is called. */
  readonly channelName: string | null;
  readonly count: number;
  readonly months: readonly number[];
  readonly lastOn: Day | null;
}

export interface DirectionFigures {
  readonly direction: Direction;
  readonly count: number;
  readonly months: readonly number[];
  readonly sources: readonly DirectionSource[];
  /** What will be counted too once the house has it: `metrics.direction.later.<code>`. */
  readonly later: readonly string[];
}

export interface DirectionsBoard {
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
  readonly directions: readonly DirectionFigures[];
  /** What each dependency said in each direction, who said most first. */
  readonly units: readonly {
    readonly code: string | null;
    readonly name: string | null;
    readonly counts: Readonly<Record<Direction, number>>;
  }[];
}

/** By which measures each direction is told, and what will be once the house has it. */
const told: Readonly<Record<Direction, { readonly measures: readonly string[]; readonly later: readonly string[] }>> = {
  down: { measures: ['editorial.memos_sent'], later: [] },
  up: { measures: ['plan.reports_given', 'participation.suggestions_answered'], later: ['suggestions'] },
  across: { measures: ['editorial.requests_received'], later: ['projects'] },
  peers: { measures: ['participation.forum_posts'], later: ['forums'] },
};

type Asked = Pick<MeasureAsked, 'from' | 'to'>;

/** How the house speaks inside: down, up, across and between peers. What nobody counts yet says so. */
export async function directionsBoard(ctx: Ctx, asked: Asked): Promise<DirectionsBoard> {
  const today = await todayOf(ctx);
  const { from, to } = window(asked, today);
  const wishes = await wishesOf(ctx);
  const wanted = wishes.map((wish) => wish.wanted);
  const [points, sums] = await Promise.all([
    countedByMonth(
      ctx.db,
      wanted.map((one) => ({ wanted: one, addsUp: 'sum' })),
      from,
      to,
    ),
    selectUnitSums(ctx.db, wanted, from, to),
  ]);
  const months = monthsOf(from, to);
  const sources = wishes.map((wish, at) => {
    const own = (points[at] ?? []).filter(({ endsOn }) => endsOn >= from);
    const counted = months.map((month) => own.find(({ startsOn }) => startsOn === month)?.value ?? 0);
    return { ...wish.source, count: total(counted), months: counted, lastOn: own.at(-1)?.lastOn ?? null };
  });
  return {
    from,
    to,
    today,
    directions: directions.map((direction) => {
      const own = sources.filter((_, at) => wishes[at]!.direction === direction);
      return {
        direction,
        count: total(own.map(({ count }) => count)),
        months: months.map((_, month) => total(own.map((source) => source.months[month]!))),
        sources: own,
        later: told[direction].later,
      };
    }),
    units: await byUnit(
      ctx,
      sums.map(({ key, unit, amount }) => ({ unit, amount, direction: wishes[key]!.direction })),
    ),
  };
}

interface Wish {
  readonly direction: Direction;
  readonly wanted: Wanted;
  readonly source: Pick<DirectionSource, 'measure' | 'channel' | 'channelName'>;
}

/** What goes down by each channel that only the house reads, and what each measure tells. */
async function wishesOf(ctx: Ctx): Promise<Wish[]> {
  const inside = (await listChannels(ctx)).filter((channel) => !channel.public && channel.closedAt === null);
  const measure = 'channels.contents_out';
  const down = inside.map(({ code, name }): Wish => ({
    direction: 'down',
    wanted: { ...everything, measure, channel: code },
    source: { measure, channel: code, channelName: name },
  }));
  const others = directions.flatMap((direction) =>
    told[direction].measures
      .filter((code) => findMeasure(code)?.reads === 'own')
      .map((code): Wish => ({
        direction,
        wanted: { ...everything, measure: code },
        source: { measure: code, channel: null, channelName: null },
      })),
  );
  return [...down, ...others];
}

async function byUnit(
  ctx: Ctx,
  sums: readonly { readonly unit: string | null; readonly amount: number; readonly direction: Direction }[],
): Promise<DirectionsBoard['units']> {
  const names = await selectUnitNames(
    ctx.db,
    sums.flatMap(({ unit }) => unit ?? []),
  );
  const rows = [...Map.groupBy(sums, ({ unit }) => unit)].map(([code, own]) => ({
    code,
    name: code === null ? null : (names.get(code) ?? code),
    counts: Object.fromEntries(
      directions.map((one) => [one, total(own.filter(({ direction }) => direction === one).map(({ amount }) => amount))]),
    ) as Record<Direction, number>,
  }));
  const all = ({ counts }: (typeof rows)[number]) => total(Object.values(counts));
  return rows
    .filter((row) => all(row) !== 0)
    .toSorted((one, other) => all(other) - all(one) || (one.name ?? '').localeCompare(other.name ?? ''));
}

function monthsOf(from: Day, to: Day): Day[] {
  return periodsBetween('month', from, to).map(({ startsOn }) => startsOn);
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** How many messages went each way, what is not measured, and whether the house only speaks downwards. */
export function directionsVoice({ directions: all, from, to }: Pick<DirectionsBoard, 'directions' | 'from' | 'to'>): Sentence[] {
  const of = (direction: Direction) => all.find((one) => one.direction === direction)!;
  const count = total(all.map((one) => one.count));
  const [down, up, peers] = [of('down').count, of('up').count, of('peers')];
  return [
    count === 0
      ? { key: 'metrics.voice.directions.nothing', vars: { from, to } }
      : { key: 'metrics.voice.directions.some', vars: { count, down, up, across: of('across').count, from, to } },
    ...(up > 0 && down >= up * 2 ? [{ key: 'metrics.voice.directions.one_way', vars: { times: Math.round(down / up) } }] : []),
    peers.sources.length === 0
      ? { key: 'metrics.voice.directions.peers_none', vars: {} }
      : { key: 'metrics.voice.directions.peers', vars: { count: peers.count } },
  ];
}

import type { Ctx } from '#platform/ctx.ts';
import { addDays, addMonths, type Day, parseDay, weekday } from '#platform/clock/day.ts';
import { authorize } from '#platform/http/policy.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import { institutionOf, restingDays, todayOf } from '#domains/organization/index.ts';
import { occurrences, type Said } from '#domains/plan/index.ts';
import type { CalendarFilter, CalendarNarrowing, MovedPieceInput } from './calendar.input.ts';
import {
  selectComponents,
  selectDatedActivities,
  selectDatedCampaigns,
  selectDatedPieces,
  updateDueDay,
  type DatedActivity,
} from './calendar.queries.ts';
import { clashes, crowdedDays } from './crowding.ts';
import { pieceTopic } from './piece.ts';
import { getPiece } from './pieces.ts';
import { editorialPolicy } from './policy.ts';
import { readerOf } from './readers.ts';
import { owedSlots, type OwedSlot } from './slots.ts';

/** More than this are not drawn in one view: the list pages them. */
const mostPieces = 1000;

/** The first and last day that a view shows. */
export function calendarSpan({ view, day }: Pick<CalendarFilter, 'view' | 'day'>, today: Day): { from: Day; to: Day; at: Day } {
  const at = day === undefined ? today : parseDay(day);
  if (view === 'week') {
    const from = addDays(at, 1 - weekday(at));
    return { from, to: addDays(from, 6), at };
  }
  const first = parseDay(`${at.slice(0, 7)}-01`);
  const last = addDays(addMonths(first, 1), -1);
  return view === 'month'
    ? { from: addDays(first, 1 - weekday(first)), to: addDays(last, 7 - weekday(last)), at }
    : { from: first, to: last, at };
}

/** All that a view of the calendar shows, of what its reader may see. */
export async function calendar(ctx: Ctx, filter: CalendarFilter) {
  const { from, to, at } = calendarSpan(filter, await todayOf(ctx));
  return { at, ...(await calendarBetween(ctx, filter, from, to)) };
}

/** What the calendar has from one day to another, both with it; of pieces, the first thousand. */
export async function calendarBetween(ctx: Ctx, filter: CalendarNarrowing, from: Day, to: Day) {
  authorize(ctx.actor, editorialPolicy, 'pieces.read');
  const [today, reader, { zone }] = await Promise.all([todayOf(ctx), readerOf(ctx), institutionOf(ctx)]);
  const shows = (what: CalendarNarrowing['what']) => filter.what === undefined || filter.what === what;
  const [pieces, campaigns, activities, owed, rests, components] = await Promise.all([
    shows('pieces') ? selectDatedPieces(ctx.db, reader, filter, zone, from, to, mostPieces) : [],
    shows('campaigns') && !filter.kind && !filter.state ? selectDatedCampaigns(ctx.db, filter, from, to) : [],
    filter.what === 'activities' ? selectDatedActivities(ctx.db, filter, from, to) : [],
    shows('owed') && !filter.state ? owedSlots(ctx, from, to) : [],
    restingDays(ctx, from, to),
    selectComponents(ctx.db),
  ]);
  return {
    today,
    from,
    to,
    pieces,
    campaigns,
    activities: activities.flatMap((activity) => ends(activity, from, to)),
    owed: owed.filter(({ slot }) => owes(slot, filter)),
    rests,
    components,
    crowded: crowdedDays(pieces),
    clashes: clashes(pieces),
  };
}

/** An activity stands on the day on which each of its turns is due. */
function ends({ item, number, title, unitName, ...recurring }: DatedActivity, from: Day, to: Day) {
  return occurrences(recurring, from, to)
    .filter(({ endsOn }) => endsOn >= from && endsOn <= to)
    .map(({ endsOn }) => ({ item, number, title, unitName, day: endsOn }));
}

function owes(slot: OwedSlot['slot'], filter: CalendarNarrowing): boolean {
  return (
    (!filter.kind || slot.kind === filter.kind) &&
    (!filter.unit || slot.unit === filter.unit) &&
    (!filter.item || slot.item === filter.item) &&
    !filter.campaign &&
    !filter.component &&
    !filter.region
  );
}

/** What the calendar owes: what is late of it, else what comes next, else that everything has its piece. */
export function calendarVoice(owed: readonly OwedSlot[], pieces: number, today: Day): Said {
  const missed = owed.filter(({ day }) => day < today).length;
  const next = owed.find(({ day }) => day >= today);
  if (owed.length === 0) return { key: pieces === 0 ? 'calendar.voice.empty' : 'calendar.voice.full', vars: { count: pieces } };
  if (!next) return { key: 'calendar.voice.missed', vars: { count: missed } };
  const vars = { count: owed.length - missed, next: next.slot.name, day: next.day, missed };
  return { key: missed === 0 ? 'calendar.voice.owes' : missed === 1 ? 'calendar.voice.owes_but1' : 'calendar.voice.owes_but', vars };
}

/**
 * Puts a piece on another day. One with an hour keeps it; one that is out stays where it came out.
 * @returns the refusal `piece.already_out`, or `piece.is_scheduled` when its hour is already said to its channels
 */
export async function movePiece(ctx: Ctx, input: MovedPieceInput): Promise<{ day: string } | Refusal> {
  const piece = await getPiece(ctx, input.piece, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'calendar.plan', piece.unit);
  const problem = unmovable(piece.state, piece.publishedAt);
  if (isRefusal(problem)) return problem;
  if (piece.dueOn === input.day) return { day: input.day };
  await updateDueDay(ctx.db, piece.id, input.day, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'piece.moved',
    subject: { type: 'piece', id: piece.id },
    before: { dueOn: piece.dueOn },
    after: { dueOn: input.day },
    topics: [pieceTopic(piece.id), 'pieces', 'calendar'],
  });
  return { day: input.day };
}

function unmovable(state: string, publishedAt: Date | null): Refusal | undefined {
  if (publishedAt || state === 'published' || state === 'withdrawn' || state === 'expired') return refuse('piece.already_out');
  if (state === 'scheduled') return refuse('piece.is_scheduled');
  return undefined;
}

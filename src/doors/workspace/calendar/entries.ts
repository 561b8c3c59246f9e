import type { calendar } from '#domains/editorial/index.ts';
import type { Format } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';
import type { Entry } from './calendar-entry.tsx';

type Calendar = Awaited<ReturnType<typeof calendar>>;

const unmoved = new Set(['scheduled', 'published', 'expired', 'withdrawn']);

/** What the calendar holds as things on days, in the order of their hours; of one day, what is owed comes last. */
export function entriesOf({ pieces, owed, activities, clashes, today }: Calendar, say: Say, format: Format, plans: boolean): Entry[] {
  const rest = { state: null, hour: null, piece: null, clash: false, moves: false };
  return [
    ...pieces.map((piece) => ({
      key: `piece-${piece.id}`,
      day: piece.day,
      title: piece.title,
      name: piece.title,
      to: `/workspace/pieces/${piece.id}`,
      kind: 'piece' as const,
      piece: piece.id,
      state: piece.state,
      hour: piece.at && format.time(piece.at),
      who: [say(`pieces.kind.${piece.kind}`), piece.unitName, piece.ownerName].filter(Boolean).join(' · '),
      late: piece.day < today && !unmoved.has(piece.state),
      // Of what is out already nobody can change the hour.
      clash: clashes.has(piece.id) && piece.state !== 'published' && piece.day >= today,
      moves: plans && !unmoved.has(piece.state),
    })),
    ...activities.map((activity) => ({
      ...rest,
      key: `activity-${activity.item}-${activity.day}`,
      day: activity.day,
      title: `${activity.number} ${activity.title}`,
      name: `${activity.number} ${activity.title}`,
      to: `/workspace/activities/${activity.item}`,
      kind: 'activity' as const,
      who: activity.unitName ?? '',
      late: false,
    })),
    ...owed.map(({ slot, day }) => ({
      ...rest,
      key: `slot-${slot.id}-${day}`,
      day,
      title: say(day < today ? 'calendar.missed' : 'calendar.owed', { name: slot.name }),
      name: slot.name,
      to: `/workspace/pieces/new?${new URLSearchParams({
        kind: slot.kind,
        slot: String(slot.id),
        slotDay: day,
        dueOn: day,
        title: slot.name,
        ...(slot.item ? { item: String(slot.item) } : {}),
      })}`,
      kind: 'owed' as const,
      who: slot.ownerName ?? slot.unitName ?? '',
      late: day < today,
    })),
  ].toSorted((one, other) => one.day.localeCompare(other.day));
}

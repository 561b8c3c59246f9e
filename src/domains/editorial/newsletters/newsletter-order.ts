import { daysBetween, type Day } from '#platform/clock/day.ts';
import type { ContentLine } from '../piece.ts';

/** What an order needs to know of something that came out. */
export interface Orderable {
  readonly line: ContentLine | null;
  readonly expiresOn: Day | null;
  readonly publishedAt: Date;
}

const soon = 45;

/**
 * The rule by which a newsletter orders itself, said on its page: first what closes in the next 45 days, the earliest first; then what
 * invites to take part; then the rest, the newest first.
 */
export function newsletterOrder<T extends Orderable>(found: readonly T[], day: Day): T[] {
  const closes = ({ expiresOn }: Orderable) => expiresOn !== null && expiresOn >= day && daysBetween(day, expiresOn) <= soon;
  const rank = (one: Orderable) => (closes(one) ? 0 : one.line === 'participation' ? 1 : 2);
  return found.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      (rank(one) === 0 ? daysBetween(other.expiresOn!, one.expiresOn!) : 0) ||
      other.publishedAt.getTime() - one.publishedAt.getTime(),
  );
}

/** What has closed by the newsletter's day is no news. */
export const stillHolds = ({ expiresOn }: Pick<Orderable, 'expiresOn'>, day: Day): boolean => expiresOn === null || expiresOn >= day;

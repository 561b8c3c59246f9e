/** How far something is and how far it should be today: both 0–100. */
export interface Advance {
  readonly progress: number;
  readonly due: number;
}

/** A place in the plan: its own measurable parts, and what hangs from it. */
export interface Branch {
  readonly item: number;
  readonly own: readonly Advance[];
  readonly below: readonly Branch[];
}

/**
 * The advance of every place that has something measurable in it or below: the mean of its own parts and of each branch below,
 * those that nothing is known of left out. A branch counts once, however many parts it has.
 */
export function rollUp(branches: readonly Branch[]): Map<number, Advance> {
  const advances = new Map<number, Advance>();
  const visit = ({ item, own, below }: Branch): Advance | null => {
    const advance = mean([...own, ...below.map(visit).filter((known) => known !== null)]);
    if (advance) advances.set(item, advance);
    return advance;
  };
  branches.forEach(visit);
  return advances;
}

/** The mean of what is known; null of nothing. */
export function mean(advances: readonly Advance[]): Advance | null {
  if (advances.length === 0) return null;
  const of = (part: keyof Advance) =>
    bounded(
      advances
        .map((advance) => bounded(advance[part]))
        .toSorted((a, b) => a - b)
        .reduce((sum, value) => sum + value, 0) / advances.length,
    );
  return { progress: of('progress'), due: of('due') };
}

export const bounded = (percent: number) => Math.max(0, Math.min(100, percent));

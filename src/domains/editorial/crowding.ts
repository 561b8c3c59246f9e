/** What takes a place in the calendar. */
interface Placed {
  readonly id: number;
  readonly day: string;
  readonly at: Date | null;
  readonly channels: readonly string[];
}

/** From how many pieces on one day it is crowded. */
export const crowd = 5;

/** The days with `crowd` pieces or more, and how many. */
export function crowdedDays(pieces: readonly Placed[]): Map<string, number> {
  const days = Map.groupBy(pieces, ({ day }) => day);
  return new Map([...days].filter(([, list]) => list.length >= crowd).map(([day, list]) => [day, list.length]));
}

/** The pieces that come out by one channel less than an hour after another: each would hide the other. */
export function clashes(pieces: readonly Placed[]): Set<number> {
  const found = new Set<number>();
  const byChannel = Map.groupBy(
    pieces.flatMap((piece) => (piece.at ? piece.channels.map((channel) => ({ channel, id: piece.id, at: piece.at!.getTime() })) : [])),
    ({ channel }) => channel,
  );
  for (const list of byChannel.values()) {
    const ordered = list.toSorted((one, other) => one.at - other.at);
    for (const [at, piece] of ordered.entries()) {
      const next = ordered[at + 1];
      if (next && next.at - piece.at < 3_600_000) {
        found.add(piece.id);
        found.add(next.id);
      }
    }
  }
  return found;
}

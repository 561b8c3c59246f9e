/** The instant at which the wall clock of a zone shows `YYYY-MM-DDTHH:MM`; of two, the first; of none (a gap), the one after it. */
export function wallClock(said: string, zone: string): Date {
  const asUtc = new Date(`${said}Z`);
  const first = new Date(asUtc.getTime() - offsetAt(asUtc, zone));
  return new Date(asUtc.getTime() - offsetAt(first, zone));
}

/** How far the zone's wall clock is ahead of UTC, in milliseconds. */
function offsetAt(instant: Date, zone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);
  return new Date(`${shown.replace(' ', 'T')}Z`).getTime() - Math.floor(instant.getTime() / 1000) * 1000;
}

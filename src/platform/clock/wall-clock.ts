/** The instant at which the wall clock of a zone shows `YYYY-MM-DDTHH:MM`; of two, the first; of none (a gap), the one after it. */
export function wallClock(said: string, zone: string): Date {
  const asUtc = new Date(`${said}Z`);
  const first = new Date(asUtc.getTime() - offsetAt(asUtc, zone));
  return new Date(asUtc.getTime() - offsetAt(first, zone));
}

/** How far the zone's wall clock is ahead of UTC, in milliseconds. */
function offsetAt(instant: Date, zone: string): number {
  const shown = formatOf(zone).format(instant);
  return new Date(`${shown.replace(' ', 'T')}Z`).getTime() - Math.floor(instant.getTime() / 1000) * 1000;
}

// Making one takes a hundred times longer than using it.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(zone, format);
  return format;
}

/** What the wall clock of a zone (IANA name, such as `America/Bogota`) shows at an instant: `YYYY-MM-DDTHH:MM:SS`. */
export function wallTime(instant: Date, zone: string): string {
  return formatOf(zone).format(instant).replace(' ', 'T').padStart(19, '0');
}

/** The instant at which the wall clock of a zone shows `YYYY-MM-DDTHH:MM`; of two, the first; of none (a gap), the one after it. */
export function wallClock(said: string, zone: string): Date {
  const asUtc = new Date(`${said}Z`);
  const first = new Date(asUtc.getTime() - offsetAt(asUtc, zone));
  return new Date(asUtc.getTime() - offsetAt(first, zone));
}

/** How far the zone's wall clock is ahead of UTC, in milliseconds. */
function offsetAt(instant: Date, zone: string): number {
  return new Date(`${wallTime(instant, zone)}Z`).getTime() - Math.floor(instant.getTime() / 1000) * 1000;
}

// Making one takes a hundred times longer than using it.
const formats = new Map<string, Intl.DateTimeFormat>();

/** Swedish writes an instant almost as ISO 8601 does. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE-u-ca-gregory-nu-latn', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(zone, format);
  return format;
}

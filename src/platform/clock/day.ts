/** A calendar day as `YYYY-MM-DD`, years 0001–9999, with no hour and no zone. Days compare and sort as text does. */
export type Day = string & { readonly [dayBrand]: true };
declare const dayBrand: unique symbol;

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MS = 86_400_000;

/** Whether `text` names a day that exists: `2028-02-29` does, `2026-02-30` and `2026-2-3` do not. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001') return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  // The parser of dates carries 30 February over into March: only a round trip tells.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The day that `text` names. Throws RangeError when there is none; for what people typed, ask `isDay` first. */
export function parseDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`"${text}" is not a day of the calendar: write YYYY-MM-DD`);
  return text;
}

/** The day on the wall calendar of `zone` (IANA name, such as `America/Bogota`) at `instant`. */
export function dayIn(instant: Date, zone: string): Day {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );
  return parseDay(`${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`);
}

export function addDays(day: Day, days: number): Day {
  return dayAt(Date.parse(day) + days * DAY_MS);
}

/** The same day `months` later, or the last of that month when it is shorter: 31 January + 1 is 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, dayOfMonth] = fields(day);
  const first = utc(year, month + months, 1);
  const last = utc(year, month + months + 1, 0);
  return dayAt(Math.min(first + (dayOfMonth - 1) * DAY_MS, last));
}

/** Days to walk from `from` to `to`: 0 when equal, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

export function weekday(day: Day): Weekday {
  return (new Date(day).getUTCDay() || 7) as Weekday;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formats.set(zone, format);
  return format;
}

function fields(day: Day): [year: number, month: number, dayOfMonth: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
}

/** Months count from 1. `Date.UTC` reads the years 0–99 as 1900–1999, `setUTCFullYear` does not. */
function utc(year: number, month: number, dayOfMonth: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, dayOfMonth);
}

function dayAt(at: number): Day {
  const date = new Date(at);
  const year = date.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw new RangeError('the calendar goes from the year 1 to the year 9999');
  return date.toISOString().slice(0, 10) as Day;
}

/** An instant as `<input type="datetime-local">` shows it on the institution's wall clock; nothing for none. */
export function wallClockOf(instant: Date | null, zone: string): string {
  if (!instant) return '';
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(instant).replace(' ', 'T');
}

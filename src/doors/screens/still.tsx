import { formatIn, type Format } from '#platform/i18n/format.ts';
import { dayIn } from '#platform/clock/day.ts';

/** A slide as it looks at an instant, without script: with its hour filled in, and its pictures from where a person sees them. */
export function stillOf(html: string, now: Date, zone: string): string {
  const format: Format = formatIn('es', zone);
  const [hour = '', ...half] = format.time(now).split('\u00a0');
  return html
    .replaceAll('/screens/media/', '/files/')
    .replace(/(<\w+[^>]*\bdata-clock\b[^>]*>)/g, `$1${hour} <small>${half.join('\u00a0')}</small>`)
    .replace(/(<\w+[^>]*\bdata-date\b[^>]*>)/g, `$1${format.weekday(dayIn(now, zone))}`);
}

/** Drawn by the house, from texts that it escaped. */
export function Still({ title, html }: { title: string; html: string }) {
  return (
    <>
      <title>{`${title} · Pregón`}</title>
      {/* oxlint-disable-next-line react/no-danger */}
      <div className="screen" id="contenido" dangerouslySetInnerHTML={{ __html: html }} />
    </>
  );
}

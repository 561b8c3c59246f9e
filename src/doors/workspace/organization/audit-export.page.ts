import { auditFilterShape, everyEntry, institutionOf, type AuditEntry } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { download, type Cell } from '#platform/sheets/write.ts';
import { pieces } from '#ui/rich.ts';
import { tellEntries } from './told-entries.ts';

export const loader = load(async ({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const format = formatIn(visit.locale, (await institutionOf(ctx)).zone);
  const filter = auditFilterShape.parse({ ...Object.fromEntries(url.searchParams), search: url.searchParams.get('q') ?? undefined });
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  const row = (entry: AuditEntry, sentence: string): Cell[] => [
    entry.id,
    entry.at,
    pieces(sentence)
      .map(({ text }) => text)
      .join(''),
    entry.actor_kind,
    entry.actor_name,
    entry.action,
    entry.subject_type,
    entry.subject_id,
    json(entry.before),
    json(entry.after),
    entry.hash,
  ];
  return download(
    {
      name: say('organization.place.audit'),
      heads: [
        'id',
        say('organization.audit.when'),
        say('organization.audit.sentence'),
        say('organization.audit.kind'),
        say('organization.audit.who'),
        say('organization.audit.action'),
        say('organization.audit.type'),
        say('organization.audit.subject'),
        say('organization.audit.before'),
        say('organization.audit.after'),
        'SHA-256',
      ],
      rows: (async function* () {
        for await (const part of everyEntry(ctx, filter)) {
          const told = await tellEntries(ctx, part, say, format);
          for (const [at, entry] of part.entries()) yield row(entry, told[at]!.sentence);
        }
      })(),
    },
    url.searchParams.get('format') === 'xlsx' ? 'xlsx' : 'csv',
  );
});

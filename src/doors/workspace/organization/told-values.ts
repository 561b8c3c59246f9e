import type { Format } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';
import type { FindSubject } from './subjects.ts';

/** Fields that hold the id of something that has a name. */
const references: Readonly<Record<string, string>> = {
  person: 'person',
  owner: 'person',
  assignee: 'person',
  merged_into: 'request',
  files: 'file',
  emblem: 'file',
  act_file: 'file',
  unit: 'unit',
  units: 'unit',
  acting_for: 'person',
  parent: 'plan_item',
  aligned: 'plan_item',
  also_serves: 'plan_item',
};
/** Codes whose words stand with the pages that show them. */
const elsewhere: Readonly<Record<string, string>> = {
  scopes: 'organization.scope',
  measure: 'metrics.measure',
  kind: 'pieces.kind',
  kinds: 'pieces.kind',
};
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** `startsOn` and `starts_on` are the same field. */
export const plainField = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

type Plain = string | number | boolean | null | undefined | readonly Plain[] | { readonly [field: string]: Plain };

/** What a value of the log refers to, so that its names can be looked up before it is written. */
export function* referred(value: unknown, field = ''): Generator<{ type: string; id: string }> {
  const type = references[field];
  if (Array.isArray(value)) for (const item of value) yield* referred(item, field);
  else if (typeof value === 'object' && value !== null)
    for (const [name, held] of Object.entries(value)) yield* referred(held, plainField(name));
  else if (type && (typeof value === 'number' || (typeof value === 'string' && uuid.test(value)))) yield { type, id: String(value) };
}

/** Writes values of the log as people say them: names for ids, words for codes, days and figures as the language writes them. */
export function valueWriter(say: Say, format: Format, find: FindSubject) {
  const word = (key: string) => (say(key) === key ? undefined : say(key));
  const label = (field: string) => word(`audit.field.${field}`) ?? field;
  const range = (held: Readonly<Record<string, Plain>>) => `${format.day(String(held.startsOn))} – ${format.day(String(held.endsOn))}`;

  const text = (field: string, value: string): string => {
    if (uuid.test(value)) return find(references[field] ?? '', value)?.name ?? value;
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.day(value);
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return format.instant(value);
    if (/^[0-9a-f]{64}$/.test(value)) return `${value.slice(0, 12)}…`;
    return word(`audit.value.${field}.${value}`) ?? word(`${elsewhere[field] ?? ''}.${value}`) ?? value;
  };

  /** null when there is nothing to say. */
  const write = (field: string, value: Plain, within = false): string | null => {
    if (value === null || value === undefined || value === '') return null;
    if (typeof value === 'boolean') return say(value ? 'audit.yes' : 'audit.no');
    if (typeof value === 'string') return text(field, value);
    if (typeof value === 'number') {
      const name = references[field] && find(references[field], String(value))?.name;
      return name ?? (field === 'percent' ? format.percent(value) : format.number(value, 2));
    }
    if (isList(value))
      return (
        value
          .map((item) => write(field, item, true))
          .filter((item) => item !== null)
          .join(', ') || null
      );
    if ('startsOn' in value && 'endsOn' in value) {
      const figure = typeof value.value === 'number' ? format.number(value.value, 2) : null;
      return figure === null ? range(value) : `${figure} (${range(value)})`;
    }
    const parts = Object.entries(value).flatMap(([name, held]) => {
      const written = write(plainField(name), held, true);
      return written === null ? [] : [within ? written : `${label(plainField(name))}: ${written}`];
    });
    return parts.join(' · ') || null;
  };
  return { label, write: (field: string, value: unknown) => write(field, value as Plain) };
}

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);

import type { AuditEntry } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Format } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';
import type { Stretch } from '#ui/diff.tsx';
import { stretches } from './difference.ts';
import { findSubjects, type FindSubject } from './subjects.ts';
import { plainField, referred, valueWriter } from './told-values.ts';

export interface Changed {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Instead of both, when both are long: what changed between them. */
  readonly stretches?: readonly Stretch[];
}

/** An entry of the audit log as a sentence, with what changed. */
export interface ToldEntry {
  readonly id: number;
  readonly at: Date;
  readonly actor: string | null;
  readonly type: string;
  readonly subject: string;
  /** With the marks of `Rich`: who and what are links to their pages. */
  readonly sentence: string;
  readonly changed: readonly Changed[];
}

/** Ids that say nothing to a reader: the subject says it already. */
const unsaid = new Set(['annotation', 'item', 'session', 'based_on']);
const long = 120;

export async function tellEntries(ctx: Ctx, entries: readonly AuditEntry[], say: Say, format: Format): Promise<ToldEntry[]> {
  const find = await findSubjects(ctx, refsOf(entries));
  return entries.map((entry) => ({
    id: entry.id,
    at: entry.at,
    actor: entry.actor_id,
    type: entry.subject_type,
    subject: entry.subject_id,
    sentence: sentenceOf(entry, say, format, find),
    changed: changesOf(entry, say, format, find),
  }));
}

/** The sentence's shape for choosing among events: «… aprobó la versión … de …». */
export function eventName(event: string, say: Say): string {
  const said = say(`audit.event.${event}`)
    .replace(/\{\w+\}/g, '…')
    .replace(/^… /, '')
    .replace(/: …$/, '');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

function* refsOf(entries: readonly AuditEntry[]) {
  for (const { subject_type: type, subject_id: id, actor_id: actor, before, after } of entries) {
    yield { type, id };
    if (actor) yield { type: 'person', id: actor };
    yield* referred(before);
    yield* referred(after);
  }
}

function sentenceOf(entry: AuditEntry, say: Say, format: Format, find: FindSubject): string {
  const { write } = valueWriter(say, format, find);
  const said = { ...fields(entry.before), ...fields(entry.after) };
  const vars = Object.fromEntries(
    Object.entries(said).map(([field, value]) => [plainField(field), unmarked(write(plainField(field), value) ?? '…')]),
  );
  const subject = find(entry.subject_type, entry.subject_id);
  const own = [said.title, said.name, said.file].find((name): name is string => typeof name === 'string');
  const name = subject?.name ?? own ?? `${say(`audit.subject.${entry.subject_type}`)} ${entry.subject_id.slice(0, 8)}`;
  const who = entry.actor_name || say('audit.somebody');
  return say(`audit.event.${entry.action}`, {
    ...vars,
    who: link(who, entry.actor_id ? find('person', entry.actor_id)?.to : undefined),
    subject: link(name, subject?.to),
  });
}

function changesOf(entry: AuditEntry, say: Say, format: Format, find: FindSubject): Changed[] {
  const { label, write } = valueWriter(say, format, find);
  const before = fields(entry.before);
  const after = fields(entry.after);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const field = plainField(name);
    const was = write(field, before[name]);
    const is = write(field, after[name]);
    if (unsaid.has(field) || was === is) return [];
    const both = was !== null && is !== null && Math.min(was.length, is.length) > long;
    return [{ field: label(field), before: was, after: is, ...(both ? { stretches: stretches(was, is) } : {}) }];
  });
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** Text that came from people carries no marks of its own (see `#ui/rich.ts`). */
const unmarked = (text: string) => text.replaceAll('**', '').replace(/[[\]]/g, (bracket) => (bracket === '[' ? '(' : ')'));
const link = (name: string, to: string | undefined) => (to ? `[${unmarked(name)}](${to})` : unmarked(name));

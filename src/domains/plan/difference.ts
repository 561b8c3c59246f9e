import { diffWordsWithSpace } from 'diff';
import { same } from '#platform/stale.ts';
import type { Row, Section, VersionDocument } from './plan.ts';

/** A stretch of words that stayed, came or went. */
export interface Stretch {
  readonly words: string;
  readonly change: 'same' | 'added' | 'removed';
}

export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Word by word, when the field is text. */
  readonly stretches: readonly Stretch[] | null;
}

/** What a thing is called in the version that still has it (the newer, else the older). */
export interface Named {
  readonly key: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
}

export interface Difference {
  readonly added: readonly Named[];
  readonly removed: readonly Named[];
  /** Rows that hang from another row now, with the names of both. */
  readonly moved: readonly (Named & { readonly from: string; readonly to: string })[];
  readonly changed: readonly (Named & { readonly fields: readonly FieldChange[] })[];
  readonly count: number;
}

/**
 * What `after` says differently from `before`: rows by item, sections, publics and channels by code. A row that only got
 * another number or place among its siblings did not change; one that came or went with its whole branch counts row by row.
 */
export function difference(before: VersionDocument, after: VersionDocument): Difference {
  const parts = [
    compare(before.sections.map(sectionThing), after.sections.map(sectionThing)),
    compare(before.rows.map(rowThing(before)), after.rows.map(rowThing(after))),
    compare(before.segments.map(codedThing('segment')), after.segments.map(codedThing('segment'))),
    compare(before.channels.map(codedThing('channel')), after.channels.map(codedThing('channel'))),
  ];
  const moved = movedRows(before, after);
  const added = parts.flatMap((part) => part.added);
  const removed = parts.flatMap((part) => part.removed);
  const changed = parts.flatMap((part) => part.changed);
  return { added, removed, moved, changed, count: added.length + removed.length + moved.length + changed.length };
}

/** The words of two texts in reading order. */
export function stretches(before: string, after: string): Stretch[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    words: value,
    change: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

interface Thing extends Named {
  readonly says: Readonly<Record<string, unknown>>;
  /** How a field is shown where what is compared (ids) says nothing to a reader. */
  readonly shown?: Readonly<Record<string, unknown>>;
}

function compare(before: readonly Thing[], after: readonly Thing[]) {
  const old = new Map(before.map((thing) => [thing.key, thing]));
  const now = new Set(after.map((thing) => thing.key));
  return {
    added: after.filter((thing) => !old.has(thing.key)).map(named),
    removed: before.filter((thing) => !now.has(thing.key)).map(named),
    changed: after.flatMap((thing) => {
      const fields = fieldChanges(old.get(thing.key) ?? thing, thing);
      return fields.length > 0 ? [{ ...named(thing), fields }] : [];
    }),
  };
}

function fieldChanges(before: Thing, after: Thing): FieldChange[] {
  return Object.keys(after.says)
    .filter((field) => !same(before.says[field], after.says[field]))
    .map((field) => {
      const [was, is] = [before, after].map((thing) => thing.shown?.[field] ?? thing.says[field]);
      return {
        field,
        before: was,
        after: is,
        stretches: typeof was === 'string' && typeof is === 'string' && texts.has(field) ? stretches(was, is) : null,
      };
    });
}

const texts = new Set(['title', 'description', 'body', 'items', 'focus', 'purpose', 'name', 'baselineNote']);

function movedRows(before: VersionDocument, after: VersionDocument): Difference['moved'] {
  const old = new Map(before.rows.map((row) => [row.item, row]));
  const title = ({ rows }: VersionDocument, item: number | null) => rows.find((row) => row.item === item)?.title ?? '';
  return after.rows
    .filter((row) => old.has(row.item) && old.get(row.item)!.parent !== row.parent)
    .map((row) => ({
      ...named(rowThing(after)(row)),
      from: title(before, old.get(row.item)!.parent),
      to: title(after, row.parent),
    }));
}

const named = ({ key, kind, number, title }: Thing): Named => ({ key, kind, number, title });

const sectionThing = ({ code, title, body, items }: Section): Thing => ({
  key: `section/${code}`,
  kind: 'section',
  number: '',
  title,
  says: { title, body, items: items.map((item) => [item.title, item.text].filter(Boolean).join('\n')).join('\n\n') },
});

function codedThing(kind: string) {
  return ({ code, ...says }: { code: string; name: string }): Thing => ({
    key: `${kind}/${code}`,
    kind,
    number: '',
    title: says.name,
    says,
  });
}

function rowThing({ rows }: VersionDocument) {
  const titles = new Map(rows.map((row) => [row.item, row.title]));
  return ({ item, kind, number, code, title, ...row }: Row): Thing => ({
    key: `item/${item}`,
    kind,
    number,
    title,
    says: {
      code,
      title,
      description: row.description,
      unit: row.unitName,
      person: row.personName,
      aligned: row.aligned,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      recurrence: row.recurrence,
      segments: row.segments,
      channels: row.channels,
      alsoServes: row.alsoServes,
      measure: row.measure,
      filter: row.filter,
      figureUnit: row.figureUnit,
      direction: row.direction,
      addsUp: row.addsUp,
      frequency: row.frequency,
      baseline: row.baseline,
      baselineNote: row.baselineNote,
      targets: row.targets,
    },
    shown: { alsoServes: row.alsoServes.map((other) => titles.get(other) ?? '') },
  });
}

import { peopleOptions, unitOptions } from '#domains/organization/index.ts';
import {
  alignableObjectives,
  childKind,
  parentKind,
  rowHistory,
  versionDocument,
  kinds,
  type Kind,
  type Row,
} from '#domains/plan/index.ts';
import { measures } from '#domains/metrics/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Shown } from './shown.ts';

interface Choosable {
  readonly value: string;
  readonly label: string;
}

/** What the inspector holds: a row (`?item=`), or a new one (`?add=activity&parent=`), with what its form may choose from. */
export async function inspected(ctx: Ctx, shown: Shown, rows: readonly Row[], asked: URLSearchParams) {
  const row = rows.find(({ item }) => item === Number(asked.get('item')));
  const adding = shown.edits && !row ? kinds.find((kind) => kind === asked.get('add')) : undefined;
  if (!row && !adding) return null;
  const kind = row?.kind ?? adding!;
  const parent = row?.parent ?? (Number(asked.get('parent')) || null);
  const named = (one: Row): Choosable => ({ value: String(one.item), label: [one.number, one.title].filter(Boolean).join(' ') });
  const of = (wanted: Kind | null) => rows.filter((one) => one.kind === wanted).map(named);
  const [history, document] = await Promise.all([row && rowHistory(ctx, row.item), versionDocument(ctx, shown.version.id)]);
  return {
    row: row ?? null,
    kind,
    parent,
    above: rows.find(({ item }) => item === parent)?.title ?? null,
    child: row ? childKind[kind] : null,
    parents: of(parentKind[kind]),
    served: kind === 'activity' ? of('responsibility') : of('objective'),
    below: row ? rows.filter((one) => one.parent === row.item).map(named) : [],
    siblings: row ? rows.filter((one) => one.parent === row.parent).length : 0,
    segments: document.segments.map(({ code, name }) => ({ value: code, label: name })),
    channels: document.channels.map(({ code, name, class: cls, mode }) => ({ value: code, label: name, class: cls, mode })),
    choices: shown.edits
      ? {
          units: (await unitOptions(ctx)).map(({ id, name, depth }) => ({
            value: String(id),
            label: `${'\u2003'.repeat(Math.max(0, depth))}${name}`,
          })),
          people: await peopleOptions(ctx),
          measures: measures.map(({ code }) => code),
          aligned: (await alignableObjectives(ctx, shown.plan)).map(named),
        }
      : null,
    edits: history?.edits.slice(0, 8).map(({ at, who, action }) => ({ at, who, action })) ?? [],
  };
}

export type Inspected = NonNullable<Awaited<ReturnType<typeof inspected>>>;

import type { Ctx } from '#platform/ctx.ts';
import type { EventName } from '#platform/events/names.ts';
import { parse } from '#platform/http/form.ts';
import { isRefusal, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { merge, same, stale } from '#platform/stale.ts';
import { alignableObjectives } from './alignment.ts';
import { selectChannels, selectSegments } from './document.queries.ts';
import { openDraft, type Draft } from './draft.ts';
import { planTopic, type Kind, type Plan, type Row } from './plan.ts';
import { faultOf, type Around } from './row-rules.ts';
import { fieldsOf, type AddInput, type EditInput, type Fields, type MoveRowInput, type RemoveInput } from './rows.input.ts';
import { deleteRows, insertItem, insertRows, selectMissing, selectRows, updatePlaces, updateRow, type RowValues } from './rows.queries.ts';
import { branch, moved, parentKind, places } from './tree.ts';

/**
 * Adds a row at the end of its siblings, or at `position`. Only what its kind cannot do without must be given: the title, and
 * for an indicator its measure; the code is the next free one of its kind, an activity lasts as long as the plan.
 * @returns the new item.
 */
export async function addRow(ctx: Ctx, input: AddInput): Promise<{ item: number } | Refusal> {
  const draft = await openDraft(ctx, input.version);
  if (isRefusal(draft)) return draft;
  const around = await aroundOf(ctx, draft);
  const above = around.rows.find((row) => row.item === input.parent);
  if ((above?.kind ?? null) !== parentKind[input.kind]) return refuse('row.wrong_parent', {}, 'parent');
  const fields = parse(fieldsOf[input.kind], { ...defaultsOf(input.kind, draft.plan, around.rows), ...input.fields });
  if (isRefusal(fields)) return fields;
  const row = { ...blank, ...fields, kind: input.kind, parent: input.parent, item: 0, position: around.rows.length + 1 };
  const fault = faultOf(row, around) ?? (await nobodyFault(ctx, row));
  if (fault) return fault;
  const item = await insertItem(ctx.db, draft.plan.id, input.kind, ctx.now);
  await insertRows(ctx.db, input.version, [{ ...row, item }], ctx.actor.id, ctx.now);
  const rows = [...around.rows, { ...row, item }];
  await renumber(ctx, draft, around.rows, input.position ? moved(rows, item, input.parent, input.position) : rows);
  await tell(ctx, draft, 'row.added', item, { after: { kind: input.kind, parent: input.parent, ...fields } });
  return { item };
}

/**
 * Writes fields of a row. If someone saved it since (`revision` is not the current one), what each changed alone is joined, and
 * what both changed is refused as `form.stale` with both values.
 */
export async function editRow(ctx: Ctx, input: EditInput): Promise<{ revision: number; joined: boolean } | Refusal> {
  const draft = await openDraft(ctx, input.version);
  if (isRefusal(draft)) return draft;
  const around = await aroundOf(ctx, draft);
  const row = rowOf(around.rows, input.item);
  const typed = parse(fieldsOf[row.kind].partial(), input.fields);
  if (isRefusal(typed)) return typed;
  const joined = input.revision !== row.revision;
  const fields = joined ? joinFields(row, input, typed) : typed;
  if (isRefusal(fields)) return fields;
  const next = { ...row, ...fields };
  const fault = faultOf(next, around) ?? (await nobodyFault(ctx, next));
  if (fault) return fault;
  const changed = changedFields(row, fields);
  if (changed.length === 0) return { revision: row.revision, joined };
  await updateRow(ctx.db, input.version, next, ctx.actor.id, ctx.now);
  await tell(ctx, draft, 'row.edited', input.item, { before: pick(row, changed), after: pick(next, changed) });
  return { revision: row.revision + 1, joined };
}

/** Puts a row, with all that hangs from it, at `position` (from 1) under `parent`, which must be of the kind it hangs from. */
export async function moveRow(ctx: Ctx, input: MoveRowInput): Promise<{ item: number } | Refusal> {
  const draft = await openDraft(ctx, input.version);
  if (isRefusal(draft)) return draft;
  const rows = await selectRows(ctx.db, input.version);
  const row = rowOf(rows, input.item);
  const above = rows.find((other) => other.item === input.parent);
  if ((above?.kind ?? null) !== parentKind[row.kind]) return refuse('row.wrong_parent', {}, 'parent');
  const alsoServes = row.alsoServes.filter((item) => item !== input.parent);
  if (input.parent !== row.parent)
    await updateRow(ctx.db, input.version, { ...row, parent: input.parent, alsoServes }, ctx.actor.id, ctx.now);
  await renumber(ctx, draft, rows, moved(rows, input.item, input.parent, input.position));
  await tell(ctx, draft, 'row.moved', input.item, {
    before: { parent: row.parent, place: row.position },
    after: { parent: input.parent, place: input.position },
  });
  return { item: input.item };
}

/** Takes a row out of the draft with all that hangs from it; other versions keep it, and so do its reports and readings. */
export async function removeRow(ctx: Ctx, input: RemoveInput): Promise<{ removed: number } | Refusal> {
  const draft = await openDraft(ctx, input.version);
  if (isRefusal(draft)) return draft;
  const rows = await selectRows(ctx.db, input.version);
  const row = rowOf(rows, input.item);
  if (row.revision !== input.revision) return stale(row.changedByName ?? '', row.revision, []);
  const gone = new Set(branch(rows, input.item).map((one) => one.item));
  await deleteRows(ctx.db, input.version, [...gone]);
  await renumber(
    ctx,
    draft,
    rows,
    rows.filter((one) => !gone.has(one.item)),
  );
  await tell(ctx, draft, 'row.removed', input.item, { before: { kind: row.kind, code: row.code, title: row.title, removed: gone.size } });
  return { removed: gone.size };
}

/** Writes the places and numbers that a change of the tree moved, and only those. */
async function renumber(ctx: Ctx, { version }: Draft, before: readonly Row[], after: readonly RowValues[]): Promise<void> {
  const known = new Map(before.map((row) => [row.item, row]));
  await updatePlaces(
    ctx.db,
    version.id,
    places(after).filter((place) => {
      const row = known.get(place.item);
      return row?.position !== place.position || row.number !== place.number;
    }),
  );
}

async function aroundOf(ctx: Ctx, { plan, version }: Draft): Promise<Around> {
  const [rows, segments, channels, alignable] = await Promise.all([
    selectRows(ctx.db, version.id),
    selectSegments(ctx.db, version.id),
    selectChannels(ctx.db, version.id),
    alignableObjectives(ctx, plan),
  ]);
  return { plan, rows, segments, channels, alignable: new Set(alignable.map((row) => row.item)) };
}

function rowOf(rows: readonly Row[], item: number): Row {
  const row = rows.find((one) => one.item === item);
  if (!row) throw new NotFound(`item ${item}`);
  return row;
}

function joinFields(row: Row, input: EditInput, typed: Fields): Fields | Refusal {
  const was = input.was && parse(fieldsOf[row.kind].partial(), input.was);
  const theirs = pick(row, Object.keys(typed)) as Fields;
  const { merged, conflicts } = merge<Fields>(was && !isRefusal(was) ? was : undefined, typed, theirs);
  return conflicts.length > 0 ? stale(row.changedByName ?? '', row.revision, conflicts) : merged;
}

async function nobodyFault(ctx: Ctx, row: RowValues): Promise<Refusal | null> {
  const missing = await selectMissing(ctx.db, row.unit, row.person);
  if (missing.unit) return refuse('row.unknown_unit', {}, 'unit');
  return missing.person ? refuse('row.unknown_person', {}, 'person') : null;
}

const blank = {
  description: '',
  number: '',
  unit: null,
  person: null,
  aligned: null,
  startsOn: null,
  endsOn: null,
  recurrence: null,
  segments: [],
  channels: [],
  alsoServes: [],
  measure: null,
  filter: {},
  figureUnit: null,
  direction: null,
  addsUp: null,
  frequency: null,
  baseline: null,
  baselineNote: '',
} satisfies Partial<RowValues>;

const letters: Record<Kind, string> = { objective: '', component: 'C', responsibility: 'R', activity: 'A', indicator: 'I' };

function defaultsOf(kind: Kind, plan: Plan, rows: readonly Row[]) {
  const taken = new Set(rows.filter((row) => row.kind === kind).map((row) => row.code));
  let next = taken.size + 1;
  while (taken.has(`${letters[kind]}${next}`)) next++;
  const own = { code: `${letters[kind]}${next}`, description: '', unit: null, person: null };
  if (kind === 'objective') return { ...own, aligned: null };
  if (kind === 'component') return { ...own, alsoServes: [] };
  if (kind === 'activity')
    return { ...own, alsoServes: [], startsOn: plan.startsOn, endsOn: plan.endsOn, recurrence: 'none', segments: [], channels: [] };
  if (kind === 'indicator')
    return { ...own, filter: {}, figureUnit: '', direction: 'up', addsUp: 'sum', frequency: 'month', baseline: null, baselineNote: '' };
  return own;
}

function changedFields(row: Row, fields: Fields): string[] {
  return Object.entries(fields)
    .filter(([field, value]) => !same(value, row[field as keyof Row]))
    .map(([field]) => field);
}

const pick = (row: object, fields: readonly string[]) =>
  Object.fromEntries(Object.entries(row).filter(([field]) => fields.includes(field)));

function tell(
  ctx: Ctx,
  { plan, version }: Draft,
  name: EventName,
  item: number,
  said: { before?: unknown; after?: unknown },
): Promise<void> {
  return ctx.tell({
    name,
    subject: { type: 'plan_item', id: item },
    ...said,
    payload: { plan: plan.id, version: version.id },
    topics: [planTopic(plan.id)],
  });
}

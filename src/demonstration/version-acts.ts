import { todayOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Day } from '#platform/clock/day.ts';
import { accepted } from '#platform/refusal.ts';
import {
  addRow,
  approveVersion,
  draftVersion,
  editRow,
  editSection,
  getSection,
  getVersion,
  importPlan,
  putInForce,
  removeRow,
  returnVersion,
  setTargets,
  submitVersion,
  versionTree,
  type Row,
} from '#domains/plan/index.ts';
import type { Adoption, Change, NewRowSaid, VersionStory } from './data.ts';
import { targetsOf } from './adoption.ts';
import { byCode, personOf, readPlan, unitOf, type Act, type World } from './world.ts';
import type { Times } from './times.ts';

/** How a plan came to say what it says: the import of its first version, then drafts, changes, approvals. */
export function versionActs(stories: readonly VersionStory[], adoption: Adoption, file: Uint8Array, times: Times): Act[] {
  const { code } = adoption.plan;
  return stories.flatMap((story): Act[] => {
    const draft: { id?: number } = {};
    const begin: Act['does'] = async (ctx, world) => {
      draft.id =
        story.number === 1
          ? accepted(await importPlan(ctx, { bytes: file, note: story.note })).version
          : accepted(await draftVersion(ctx, { plan: world.plans.get(code)!.id, note: story.note })).id;
    };
    const steps: Step[] = [
      { on: story.written, minute: 60, who: story.writer, does: begin },
      ...(story.changes ?? []).map((change): Step => ({
        on: change.on ?? story.written,
        minute: 75,
        who: story.writer,
        does: (ctx, world) => write(ctx, world, draft.id!, change, adoption, times),
      })),
      ...story.moves.map(({ move, on, by, note }): Step => ({
        on,
        minute: 330,
        who: by,
        does: (ctx, world) => carry(ctx, world, move, { version: draft.id!, note }, { code, on: times.day(on) }),
      })),
    ];
    return inOrder(steps, times);
  });
}

interface Step extends Pick<Act, 'who' | 'does'> {
  readonly on: string;
  readonly minute: number;
}

/** Days off fall back on the workday before: what follows from something is still told after it. */
function inOrder(steps: readonly Step[], times: Times): Act[] {
  let last = 0;
  return steps
    .toSorted((one, other) => (times.day(one.on) < times.day(other.on) ? -1 : times.day(one.on) > times.day(other.on) ? 1 : 0))
    .map(({ on, minute, who, does }): Act => {
      last = Math.max(times.at(times.day(on), minute).getTime(), last + 9 * 60_000);
      return { at: new Date(last), who, does };
    });
}

type Move = VersionStory['moves'][number]['move'];

async function carry(
  ctx: Ctx,
  world: World,
  move: Move,
  input: { version: number; note: string },
  { code, on }: { code: string; on: Day },
): Promise<unknown> {
  if (move === 'submit') return submitVersion(ctx, input);
  if (move === 'return') return returnVersion(ctx, input);
  if (move === 'approve') return approveVersion(ctx, input);
  const now = await todayOf(ctx);
  accepted(await putInForce(ctx, { ...input, on: on > now ? now : on }));
  return readPlan(ctx, world, code, (await getVersion(ctx, input.version)).plan);
}

async function write(ctx: Ctx, world: World, version: number, change: Change, adoption: Adoption, times: Times): Promise<unknown> {
  if ('section' in change) return writeSection(ctx, version, change);
  const rows = byCode(await versionTree(ctx, version));
  if ('under' in change || 'add' in change) return add(ctx, world, version, change as NewRowSaid, rows, adoption, times);
  const row = rows.get('edit' in change ? change.edit : 'remove' in change ? change.remove : change.targets)!;
  const place = { version, item: row.item, revision: row.revision };
  if ('remove' in change) return removeRow(ctx, place);
  if ('targets' in change) {
    const values = new Map([
      [times.cycle(0).startsOn, change.present],
      [times.cycle(1).startsOn, change.next],
    ]);
    return setTargets(ctx, {
      ...place,
      targets: row.targets.map((target) => ({ ...target, value: values.get(target.startsOn) ?? target.value })),
    });
  }
  const { edit: _, on: __, person, ends, ...fields } = change;
  return editRow(ctx, {
    ...place,
    fields: { ...fields, ...(person ? { person: personOf(world, person).id } : {}), ...(ends ? { endsOn: times.day(ends) } : {}) },
  });
}

async function add(
  ctx: Ctx,
  world: World,
  version: number,
  said: NewRowSaid,
  rows: ReadonlyMap<string, Row>,
  adoption: Adoption,
  times: Times,
): Promise<unknown> {
  const { item } = accepted(
    await addRow(ctx, {
      version,
      kind: said.add,
      parent: said.under ? rows.get(said.under)!.item : null,
      fields: fieldsOf(world, said, adoption, times),
    }),
  );
  const goal = adoption.indicators[said.code];
  if (said.add !== 'indicator' || !goal) return undefined;
  const targets = targetsOf(goal, times).map(({ starts_on, ends_on, value }) => ({ startsOn: starts_on, endsOn: ends_on, value }));
  return setTargets(ctx, { version, item, revision: 1, targets });
}

function fieldsOf(world: World, said: NewRowSaid, adoption: Adoption, times: Times): Record<string, unknown> {
  const goal = adoption.indicators[said.code];
  const { code, title, description = '' } = said;
  return {
    code,
    title,
    description,
    unit: said.unit ? unitOf(world, said.unit) : null,
    person: said.person ? personOf(world, said.person).id : null,
    ...(said.add === 'activity'
      ? {
          startsOn: times.day(said.starts!),
          endsOn: times.day(said.ends!),
          recurrence: said.recurrence ?? 'none',
          segments: said.segments ?? [],
          channels: said.channels ?? [],
        }
      : {}),
    ...(said.add === 'indicator'
      ? {
          measure: said.measure,
          figureUnit: said.figure,
          direction: 'up',
          addsUp: said.adds_up,
          frequency: said.frequency,
          baseline: goal?.baseline ?? null,
          baselineNote: goal?.note ?? '',
        }
      : {}),
  };
}

async function writeSection(
  ctx: Ctx,
  version: number,
  { section: code, add: item }: Extract<Change, { section: string }>,
): Promise<unknown> {
  const { title, body, items, revision } = await getSection(ctx, version, code);
  return editSection(ctx, { version, section: code, revision, title, body, items: [...items, item] });
}

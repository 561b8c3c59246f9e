import type { Ctx } from '#platform/ctx.ts';
import { accepted } from '#platform/refusal.ts';
import {
  addRow, approveVersion, draftVersion, editRow, editSection, getSection, getVersion, importPlan, putInForce, removeRow, returnVersion, setTargets, submitVersion,
  versionTree, type Row,
} from '#domains/plan/index.ts';
import type { Adoption, Change, NewRowSaid, VersionStory } from './data.ts';
import { targetsOf } from './adoption.ts';
import { byCode, personOf, readPlan, unitOf, type Act, type World } from './world.ts';
import type { Times } from './times.ts';

/** How a plan came to say what it says: the import of its first version, then drafts, changes, approvals. */
export function versionActs(stories: readonly VersionStory[], adoption: Adoption, file: Uint8Array, times: Times): Act[] {
  const { code } = adoption.plan;
  return stories.flatMap((story): Act[] => {
    const written = times.day(story.written);
    const draft: { id?: number } = {};
    const changes = (story.changes ?? []).map((change, at): Act => ({
      at: times.at(change.on ? times.day(change.on) : written, 75 + at * 9), who: story.writer, does: (ctx, world) => write(ctx, world, draft.id!, change, adoption, times),
    }));
    return [
      {
        at: times.at(written), who: story.writer,
        does: async (ctx, world) => {
          draft.id = story.number === 1
            ? accepted(await importPlan(ctx, { bytes: file, note: story.note })).version
            : accepted(await draftVersion(ctx, { plan: world.plans.get(code)!.id, note: story.note })).id;
        },
      },
      ...changes,
      ...story.moves.map(({ move, on, by, note }, at): Act => ({
        // In the afternoon: days off fall back on the workday before, where something may have been written in the morning.
        at: times.at(times.day(on), 330 + at * 40), who: by,
        does: async (ctx, world) => {
          const input = { version: draft.id!, note };
          if (move === 'submit') return submitVersion(ctx, input);
          if (move === 'return') return returnVersion(ctx, input);
          if (move === 'approve') return approveVersion(ctx, input);
          accepted(await putInForce(ctx, { ...input, on: times.day(on) > day(ctx) ? day(ctx) : times.day(on) }));
          return readPlan(ctx, world, code, await planOf(ctx, draft.id!));
        },
      })),
    ];
  });
}

const day = (ctx: Ctx) => new Date(ctx.now.getTime() - 5 * 3_600_000).toISOString().slice(0, 10) as ReturnType<Times['day']>;

async function planOf(ctx: Ctx, version: number): Promise<number> {
  return (await getVersion(ctx, version)).plan;
}

async function write(ctx: Ctx, world: World, version: number, change: Change, adoption: Adoption, times: Times): Promise<unknown> {
  if ('section' in change) return writeSection(ctx, version, change);
  const rows = byCode(await versionTree(ctx, version));
  if ('under' in change || 'add' in change) return add(ctx, world, version, change as NewRowSaid, rows, adoption, times);
  const row = rows.get('edit' in change ? change.edit : 'remove' in change ? change.remove : change.targets)!;
  const place = { version, item: row.item, revision: row.revision };
  if ('remove' in change) return removeRow(ctx, place);
  if ('targets' in change) {
    const values = new Map([[times.cycle(0).startsOn, change.present], [times.cycle(1).startsOn, change.next]]);
    return setTargets(ctx, { ...place, targets: row.targets.map((target) => ({ ...target, value: values.get(target.startsOn) ?? target.value })) });
  }
  const { edit: _, on: __, person, ends, ...fields } = change;
  return editRow(ctx, { ...place, fields: { ...fields, ...(person ? { person: personOf(world, person).id } : {}), ...(ends ? { endsOn: times.day(ends) } : {}) } });
}

async function add(ctx: Ctx, world: World, version: number, said: NewRowSaid, rows: ReadonlyMap<string, Row>, adoption: Adoption, times: Times): Promise<unknown> {
  const { item } = accepted(await addRow(ctx, { version, kind: said.add, parent: said.under ? rows.get(said.under)!.item : null, fields: fieldsOf(world, said, adoption, times) }));
  const goal = adoption.indicators[said.code];
  if (said.add !== 'indicator' || !goal) return undefined;
  const targets = targetsOf(goal, times).map(({ starts_on, ends_on, value }) => ({ startsOn: starts_on, endsOn: ends_on, value }));
  return setTargets(ctx, { version, item, revision: 1, targets });
}

function fieldsOf(world: World, said: NewRowSaid, adoption: Adoption, times: Times): Record<string, unknown> {
  const goal = adoption.indicators[said.code];
  const { code, title, description = '' } = said;
  return {
    code, title, description,
    unit: said.unit ? unitOf(world, said.unit) : null, person: said.person ? personOf(world, said.person).id : null,
    ...(said.add === 'activity' ? { startsOn: times.day(said.starts!), endsOn: times.day(said.ends!), recurrence: said.recurrence ?? 'none', segments: said.segments ?? [], channels: said.channels ?? [] } : {}),
    ...(said.add === 'indicator' ? { measure: said.measure, figureUnit: said.figure, direction: 'up', addsUp: said.adds_up, frequency: said.frequency, baseline: goal?.baseline ?? null, baselineNote: goal?.note ?? '' } : {}),
  };
}

async function writeSection(ctx: Ctx, version: number, { section: code, add: item }: Extract<Change, { section: string }>): Promise<unknown> {
  const { title, body, items, revision } = await getSection(ctx, version, code);
  return editSection(ctx, { version, section: code, revision, title, body, items: [...items, item] });
}

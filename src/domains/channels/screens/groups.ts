import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { channelsPolicy as policy } from '../policy.ts';
import {
  countGroupsOf,
  insertGroup,
  isNameTaken,
  removeGroupRow,
  selectGroup,
  selectGroupNames,
  selectGroups,
  selectGroupsPage,
  updateGroup,
  type ScreenGroup,
} from './groups.queries.ts';
import { insertPlaylist } from './playlists.queries.ts';
import { groupTopic } from './screen.ts';
import type { EditedGroupInput, GroupsFilterInput, NewGroupInput } from './screens.input.ts';

export const groupsAtOnce = 50;

/** In order of name, fifty a page. */
export async function screenGroupsPage(ctx: Ctx, { q, page }: GroupsFilterInput): Promise<{ groups: ScreenGroup[]; total: number }> {
  authorize(ctx.actor, policy, 'screens.read');
  const [groups, total] = await Promise.all([
    selectGroupsPage(ctx.db, { search: q }, groupsAtOnce, (page - 1) * groupsAtOnce),
    countGroupsOf(ctx.db, { search: q }),
  ]);
  return { groups, total };
}

/** Every group of the filter, to take away. */
export async function* everyScreenGroup(ctx: Ctx, { q }: Pick<GroupsFilterInput, 'q'>): AsyncGenerator<ScreenGroup> {
  authorize(ctx.actor, policy, 'screens.read');
  for (let offset = 0; ; offset += 1000) {
    const portion = await selectGroupsPage(ctx.db, { search: q }, 1000, offset);
    yield* portion;
    if (portion.length < 1000) return;
  }
}

/** Two thousand groups in order of name, for who chooses among them. */
export function listScreenGroups(ctx: Ctx): Promise<ScreenGroup[]> {
  authorize(ctx.actor, policy, 'screens.read');
  return selectGroups(ctx.db);
}

/** What groups are called, for who chooses among them. */
export const screenGroupOptions = async (ctx: Ctx): Promise<{ id: number; name: string; public: boolean }[]> =>
  (await selectGroups(ctx.db)).map(({ id, name, public: open }) => ({ id, name, public: open }));

/** @throws NotFound */
export async function getScreenGroup(ctx: Ctx, id: number): Promise<ScreenGroup> {
  authorize(ctx.actor, policy, 'screens.read');
  const group = await selectGroup(ctx.db, id);
  if (!group) throw new NotFound(`screen group ${id}`);
  return group;
}

export const screenGroupNames = async (ctx: Ctx, ids: readonly number[]): Promise<ReadonlyMap<number, string>> =>
  new Map((await selectGroupNames(ctx.db, ids)).map(({ id, name }) => [id, name]));

/** A group begins with a playlist of its own: what goes out by screens, and the hour. */
export async function addScreenGroup(ctx: Ctx, input: NewGroupInput): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'playlists.write');
  const problem = await wrong(ctx, input, null);
  if (problem) return problem;
  const id = await insertGroup(ctx.db, input, ctx.now);
  await ctx.tell({ name: 'screen_group.added', subject: { type: 'screen_group', id }, after: told(input), topics: ['screens'] });
  const playlist = {
    name: say('es')('screens.first_playlist', { group: input.name }),
    days: [1, 2, 3, 4, 5, 6, 7],
    fromTime: null,
    untilTime: null,
    fromDay: null,
    untilDay: null,
    priority: 1,
    groups: [id],
    items: [
      { kind: 'pieces' as const, ref: '', seconds: null },
      { kind: 'clock' as const, ref: '', seconds: null },
    ],
  };
  const first = await insertPlaylist(ctx.db, playlist, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'playlist.added',
    subject: { type: 'playlist', id: first },
    after: { name: playlist.name, groups: playlist.groups },
    topics: ['playlists'],
  });
  return { id };
}

export async function editScreenGroup(ctx: Ctx, { group: id, version, ...said }: EditedGroupInput): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'playlists.write');
  const { name, public: open, responsible, onFrom, onUntil } = await getScreenGroup(ctx, id);
  const problem = await wrong(ctx, said, id);
  if (problem) return problem;
  if (!(await updateGroup(ctx.db, id, version, said, ctx.now))) return refuse('screen.changed');
  await ctx.tell({
    name: 'screen_group.edited',
    subject: { type: 'screen_group', id },
    before: told({ name, public: open, responsible, onFrom, onUntil }),
    after: told(said),
    topics: ['screens', groupTopic(id)],
  });
  return { id };
}

/** Only one that has no screens left. */
export async function removeScreenGroup(ctx: Ctx, { group: id }: { group: number }): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'playlists.write');
  const group = await getScreenGroup(ctx, id);
  if (group.screens > 0) return refuse('screen.group_in_use', { count: group.screens });
  await removeGroupRow(ctx.db, id, ctx.now);
  await ctx.tell({
    name: 'screen_group.removed',
    subject: { type: 'screen_group', id },
    before: { name: group.name },
    topics: ['screens'],
  });
  return { id };
}

const told = ({ public: outsiders, ...said }: NewGroupInput) => ({ ...said, outsiders });

async function wrong(ctx: Ctx, { name, onFrom, onUntil }: NewGroupInput, but: number | null): Promise<Refusal | undefined> {
  if (await isNameTaken(ctx.db, name, but)) return refuse('screen.group_known', { name }, 'name');
  return (onFrom === null) === (onUntil === null) ? undefined : refuse('screen.both_hours', {}, onFrom === null ? 'onFrom' : 'onUntil');
}

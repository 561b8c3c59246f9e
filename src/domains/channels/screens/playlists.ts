import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import type { SlideSource } from '#platform/slides/slide.ts';
import { channelsPolicy as policy } from '../policy.ts';
import type { EditedPlaylistInput, NewPlaylistInput, PlaylistItem, PlaylistsFilterInput } from './playlists.input.ts';
import {
  countGroups,
  countPlaylists,
  insertPlaylist,
  removePlaylistRow,
  selectPlaylist,
  selectPlaylistNames,
  selectPlaylists,
  selectPlaylistsOf,
  updatePlaylist,
  type Playlist,
} from './playlists.queries.ts';
import { selectShownPieces } from './screen-pieces.queries.ts';
import { groupTopic } from './screen.ts';

export const playlistsAtOnce = 50;

/** In order of name, fifty a page. */
export async function listPlaylists(ctx: Ctx, { q, group, page }: PlaylistsFilterInput): Promise<{ playlists: Playlist[]; total: number }> {
  authorize(ctx.actor, policy, 'screens.read');
  const filter = { search: q, group };
  const [playlists, total] = await Promise.all([
    selectPlaylists(ctx.db, filter, playlistsAtOnce, (page - 1) * playlistsAtOnce),
    countPlaylists(ctx.db, filter),
  ]);
  return { playlists, total };
}

/** Those that a group plays. */
export function playlistsOf(ctx: Ctx, group: number): Promise<Playlist[]> {
  authorize(ctx.actor, policy, 'screens.read');
  return selectPlaylistsOf(ctx.db, group);
}

/** @throws NotFound */
export async function getPlaylist(ctx: Ctx, id: number): Promise<Playlist> {
  authorize(ctx.actor, policy, 'screens.read');
  const playlist = await selectPlaylist(ctx.db, id);
  if (!playlist) throw new NotFound(`playlist ${id}`);
  return playlist;
}

export const playlistNames = async (ctx: Ctx, ids: readonly number[]): Promise<ReadonlyMap<number, string>> =>
  new Map((await selectPlaylistNames(ctx.db, ids)).map(({ id, name }) => [id, name]));

/** What each item is called; null when it is not there any more. */
export function itemNames(ctx: Ctx, items: readonly PlaylistItem[], sources: readonly SlideSource[]): Promise<(string | null)[]> {
  return Promise.all(items.map((item) => itemName(ctx, item, sources)));
}

async function itemName(ctx: Ctx, { kind, ref }: PlaylistItem, sources: readonly SlideSource[]): Promise<string | null> {
  if (kind === 'pieces' || kind === 'clock') return '';
  if (kind === 'piece') return (await selectShownPieces(ctx.db, { group: null, open: false }, 1, [ref]))[0]?.title ?? null;
  return (await sources.find((one) => one.kind === kind)?.nameOf(ctx, ref)) ?? null;
}

/** `sources`: the domains that supply assets, agendas and figures. */
export async function addPlaylist(ctx: Ctx, input: NewPlaylistInput, sources: readonly SlideSource[]): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'playlists.write');
  const problem = await wrong(ctx, input, input.items, sources);
  if (problem) return problem;
  const id = await insertPlaylist(ctx.db, input, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'playlist.added',
    subject: { type: 'playlist', id },
    after: told(input),
    topics: ['playlists', ...input.groups.map(groupTopic)],
  });
  return { id };
}

/** It must be at the version that was read; the groups that play it learn of it at once. */
export async function editPlaylist(
  ctx: Ctx,
  { playlist: id, version, ...input }: EditedPlaylistInput,
  sources: readonly SlideSource[],
): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'playlists.write');
  const before = await getPlaylist(ctx, id);
  const known = new Set(before.items.map(({ kind, ref }) => `${kind} ${ref}`));
  const problem = await wrong(
    ctx,
    input,
    input.items.filter(({ kind, ref }) => !known.has(`${kind} ${ref}`)),
    sources,
  );
  if (problem) return problem;
  if (!(await updatePlaylist(ctx.db, id, version, input, ctx.actor.id, ctx.now))) return refuse('screen.changed');
  const { name, days, fromTime, untilTime, fromDay, untilDay, priority, groups, items } = before;
  await ctx.tell({
    name: 'playlist.edited',
    subject: { type: 'playlist', id },
    before: told({ name, days: [...days], fromTime, untilTime, fromDay, untilDay, priority, groups: [...groups], items: [...items] }),
    after: told(input),
    topics: ['playlists', ...new Set([...groups, ...input.groups].map(groupTopic))],
  });
  return { id };
}

export async function removePlaylist(ctx: Ctx, { playlist: id }: { playlist: number }): Promise<{ id: number }> {
  authorize(ctx.actor, policy, 'playlists.write');
  const { name, groups } = await getPlaylist(ctx, id);
  await removePlaylistRow(ctx.db, id, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'playlist.removed',
    subject: { type: 'playlist', id },
    before: { name },
    topics: ['playlists', ...groups.map(groupTopic)],
  });
  return { id };
}

const told = ({ items, ...said }: NewPlaylistInput) => ({
  ...said,
  shows: items.map(({ kind, ref }) => (ref ? `${kind} ${ref}` : kind)),
});

async function wrong(
  ctx: Ctx,
  { fromTime, untilTime, fromDay, untilDay, groups }: NewPlaylistInput,
  added: readonly PlaylistItem[],
  sources: readonly SlideSource[],
): Promise<Refusal | undefined> {
  if ((fromTime === null) !== (untilTime === null)) return refuse('screen.both_hours', {}, fromTime === null ? 'fromTime' : 'untilTime');
  if (fromTime !== null && fromTime === untilTime) return refuse('playlist.same_hour', {}, 'untilTime');
  if (fromDay && untilDay && untilDay < fromDay) return refuse('playlist.ends_before', {}, 'untilDay');
  if ((await countGroups(ctx.db, groups)) !== new Set(groups).size) return refuse('screen.no_group', {}, 'groups');
  const names = await itemNames(ctx, added, sources);
  return names.includes(null) ? refuse('playlist.not_there', {}, 'items') : undefined;
}

import { playlistsOf, windowsFrom, type Playlist } from '#domains/channels/index.ts';
import { institutionOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Coming } from './upcoming.tsx';

const days = 7;

/** What a group plays from now on, for a week. */
export async function comingOf(ctx: Ctx, group: number): Promise<{ playlists: Playlist[]; coming: Coming[]; zone: string }> {
  const [playlists, { zone }] = await Promise.all([playlistsOf(ctx, group), institutionOf(ctx)]);
  const coming = windowsFrom(playlists, ctx.now, days, zone).map(({ from, until, playlist }, at, all) => {
    const found = playlists.find(({ id }) => id === playlist);
    return { from, until: at === all.length - 1 ? null : until, playlist: found ? { id: found.id, name: found.name } : null };
  });
  return { playlists, coming, zone };
}

export const daysAhead = days;

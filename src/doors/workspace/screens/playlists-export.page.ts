import { listPlaylists, playlistsAtOnce, playlistsFilterInput } from '#domains/channels/index.ts';
import { institutionOf } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { download, type Cell } from '#platform/sheets/write.ts';
import { playlistWhen } from './playlist-when.ts';

/** The playlists as they are filtered, to take away. */
export const loader = load(async ({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const format = formatIn(visit.locale, (await institutionOf(ctx)).zone);
  const { page: _, ...filter } = playlistsFilterInput.parse(Object.fromEntries(url.searchParams));
  return download(
    {
      name: say('screens.tab.playlists').toLowerCase(),
      heads: ['playlist_name', 'groups', 'playlist_hours', 'playlist_priority', 'playlist_items'].map((key) => say(`screens.${key}`)),
      rows: (async function* (): AsyncGenerator<Cell[]> {
        for (let page = 1; ; page++) {
          const { playlists } = await listPlaylists(ctx, { ...filter, page });
          for (const playlist of playlists)
            yield [
              playlist.name,
              playlist.groupNames.join(', '),
              playlistWhen(playlist, say, format),
              playlist.priority,
              playlist.items.map(({ kind }) => say(`screens.item.${kind}`)).join(', '),
            ];
          if (playlists.length < playlistsAtOnce) return;
        }
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

import { everyScreenGroup, groupsFilterInput } from '#domains/channels/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';

/** The groups of screens as they are filtered, to take away. */
export const loader = load(async ({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const filter = groupsFilterInput.parse(Object.fromEntries(url.searchParams));
  return download(
    {
      name: say('screens.groups').toLowerCase(),
      heads: ['group', 'group_where', 'group_responsible', 'group_hours', 'tab.playlists', 'screens'].map((key) => say(`screens.${key}`)),
      rows: (async function* (): AsyncGenerator<Cell[]> {
        for await (const { name, public: open, responsibleName, onFrom, onUntil, playlists, screens } of everyScreenGroup(ctx, filter))
          yield [
            name,
            say(open ? 'screens.group_public' : 'screens.group_inside'),
            responsibleName,
            onFrom && `${onFrom}–${onUntil}`,
            playlists,
            screens,
          ];
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

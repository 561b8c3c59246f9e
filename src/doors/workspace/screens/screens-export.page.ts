import { everyScreen, screensFilterInput } from '#domains/channels/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';

/** The screens as they are filtered, to take away. */
export const loader = load(({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const { page: _, ...filter } = screensFilterInput.parse(Object.fromEntries(url.searchParams));
  return download(
    {
      name: say('screens.screens').toLowerCase(),
      heads: ['name', 'place', 'unit', 'group', 'orientation', 'state', 'what', 'last', 'adopted'].map((key) => say(`screens.${key}`)),
      rows: (async function* (): AsyncGenerator<Cell[]> {
        for await (const { name, place, unitName, groupName, orientation, state, beat, adoptedAt } of everyScreen(ctx, filter))
          yield [
            name,
            place,
            unitName ?? '',
            groupName ?? '',
            say(`screens.orientation.${orientation}`),
            say(`screens.state.${state}`),
            state === 'showing' ? (beat?.title ?? '') : '',
            beat?.at ?? null,
            adoptedAt,
          ];
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});

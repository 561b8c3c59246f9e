import type { Say } from '#platform/i18n/words.ts';
import type { Filter } from '#ui/filters.tsx';
import { placeFilter } from '../coverage/place-filter.ts';
import type { CalendarData } from './calendar.page.tsx';

/** By what the calendar is narrowed. */
export function calendarFilters({ options, states }: Pick<CalendarData, 'options' | 'states'>, say: Say): Filter[] {
  const chip = (name: string, label: string, all: string, list: readonly (readonly [string | number, string])[]): Filter => ({
    name,
    label,
    all,
    options: list.map(([value, text]) => ({ value: String(value), label: text })),
  });
  const any = { f: say('pieces.all_f'), m: say('pieces.all_m') };
  return [
    chip(
      'what',
      say('calendar.what'),
      say('calendar.what_all'),
      (['pieces', 'campaigns', 'activities', 'owed'] as const).map((what) => [what, say(`calendar.what.${what}`)]),
    ),
    chip(
      'channel',
      say('pieces.channel'),
      any.m,
      options.channels.map(({ code, name }) => [code, name]),
    ),
    chip(
      'campaign',
      say('pieces.campaign'),
      any.f,
      options.campaigns.map(({ id, name }) => [id, name]),
    ),
    chip(
      'unit',
      say('pieces.unit'),
      any.f,
      options.units.map(({ id, name }) => [id, name]),
    ),
    chip(
      'kind',
      say('pieces.kind'),
      any.m,
      options.kinds.map((code) => [code, say(`pieces.kind.${code}`)]),
    ),
    chip(
      'segment',
      say('pieces.segment'),
      any.m,
      options.segments.map(({ code, name }) => [code, name]),
    ),
    placeFilter(say, options.places),
    chip(
      'state',
      say('pieces.state'),
      say('pieces.any'),
      states.map((state) => [state, say(`pieces.state.${state}`)]),
    ),
    chip(
      'component',
      say('calendar.component'),
      any.m,
      options.components.map(({ item, title }) => [item, title]),
    ),
    chip(
      'item',
      say('calendar.item'),
      any.f,
      options.activities.map(({ item, number, title }) => [item, `${number} ${title}`]),
    ),
  ];
}

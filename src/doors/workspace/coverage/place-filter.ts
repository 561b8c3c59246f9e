import type { Say } from '#platform/i18n/words.ts';
import type { Filter } from '#ui/filters.tsx';

export interface PlaceOption {
  readonly value: string;
  readonly label: string;
}

/** «Lugar: todos»: narrows a list to a department, or to a municipality that the address names. */
export const placeFilter = (say: Say, options: readonly PlaceOption[]): Filter => ({
  name: 'region',
  label: say('coverage.place'),
  all: say('coverage.all_m'),
  options,
});

import { departments, regionName, regionOf } from '#domains/organization/index.ts';
import type { PlaceOption } from './place-filter.ts';

/** The places that a list is narrowed to: the departments, and the municipality that the address asks for, which no list offers. */
export function placesAsked(region: string | undefined): PlaceOption[] {
  const options = departments().map(({ code, name }) => ({ value: code, label: name }));
  return region !== undefined && region.length > 2 && regionOf(region)
    ? [{ value: region, label: regionName(region) }, ...options]
    : options;
}

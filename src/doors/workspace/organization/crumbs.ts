import type { Say } from '#platform/i18n/words.ts';
import type { Place } from './settings.ts';

/** Settings, one of its places, and what is inside it. */
export function crumbs(say: Say, place: Place, ...inside: { name: string; to?: string }[]) {
  return [
    { name: say('organization.settings'), to: '/workspace/settings' },
    { name: say(`organization.place.${place}`), to: `/workspace/settings/${place}` },
    ...inside,
  ];
}

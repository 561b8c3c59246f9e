import type { Format } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';

interface To {
  readonly units: readonly number[];
  readonly below: boolean;
  readonly headsOnly: boolean;
}

/** To whom a memo goes, in words. */
export function whom(to: To, names: ReadonlyMap<number, string>, say: Say, format: Format): string {
  if (to.units.length === 0) return say(to.headsOnly ? 'memos.to_all_heads' : 'memos.to_everybody');
  const listed = format.list(to.units.map((id) => names.get(id) ?? String(id)));
  const units = to.below ? say('memos.to_with_below', { units: listed }) : listed;
  return to.headsOnly ? say('memos.to_heads_of', { units }) : units;
}

import type { Say } from '#platform/i18n/words.ts';

/** How the list of contacts stands, in one sentence. */
export function contactsVoice(
  say: Say,
  given: { total: number; staff: number; count: number; countedTo: number; filtered: boolean },
): string {
  const { total, staff, count, countedTo, filtered } = given;
  if (filtered)
    return count > countedTo ? say('audiences.voice.found_many', { count: countedTo }) : say('audiences.voice.found', { count });
  if (total === 0) return say('audiences.voice.none');
  if (total === staff) return say('audiences.voice.only_staff', { count: staff });
  return say('audiences.voice.contacts', { count: total - staff, staff });
}

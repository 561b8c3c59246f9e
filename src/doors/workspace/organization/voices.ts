import type { Say } from '#platform/i18n/words.ts';

/** How the tree stands: `withoutLiaison` is null where it was not counted. */
export function unitsVoice(say: Say, { count, withoutLiaison }: { count: number; withoutLiaison: number | null }): string {
  if (count === 0) return say('organization.unit.voice_none');
  const all = say('organization.unit.voice', { count });
  if (withoutLiaison === null) return all;
  return `${all} ${withoutLiaison === 0 ? say('organization.unit.voice_all_linked') : say('organization.unit.voice_unlinked', { count: withoutLiaison })}`;
}

export function unitVoice(
  say: Say,
  {
    people,
    below,
    head,
    liaison,
    closed,
  }: { people: number; below: number; head: string | null; liaison: string | null; closed: string | null },
): string {
  if (closed) return say('organization.unit.voice_closed', { day: closed });
  const all =
    below === 0
      ? say('organization.unit.voice_people', { count: people })
      : `${say('organization.unit.voice_people', { count: people })} ${say('organization.unit.voice_below', { count: below })}`;
  if (head && liaison) return all;
  return `${all} ${say(head ? 'organization.unit.voice_no_liaison' : liaison ? 'organization.unit.voice_no_head' : 'organization.unit.voice_neither')}`;
}

/** How many people there are, and how many of them have never come in. */
export function peopleVoice(say: Say, { count, invited, filtered }: { count: number; invited: number; filtered: boolean }): string {
  if (filtered) return say('organization.person.voice_found', { count });
  const all = say('organization.person.voice', { count });
  return invited === 0
    ? `${all} ${say('organization.person.voice_all_in')}`
    : `${all} ${say('organization.person.voice_invited', { count: invited })}`;
}

export function personVoice(
  say: Say,
  { roles, seen, left }: { roles: readonly string[]; seen: string | null; left: string | null },
): string {
  if (left) return say('organization.person.voice_left', { day: left });
  const is =
    roles.length === 0 ? say('organization.person.voice_no_role') : say('organization.person.voice_is', { roles: roles.join(', ') });
  return `${is} ${seen ? say('organization.person.voice_seen', { day: seen }) : say('organization.person.voice_unseen')}`;
}

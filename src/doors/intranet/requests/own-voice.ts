import type { Format } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';

interface Told {
  readonly state: string;
  readonly answerDueOn: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly mergedInto: number | null;
}

/** How what one asked for goes, said to who asked. */
export function ownVoice(say: Say, format: Format, { state, answerDueOn, dueOn, doneOn, mergedInto }: Told, today: string): string {
  if (state === 'waiting')
    return say(`requests.own_voice.${answerDueOn < today ? 'waiting_late' : 'waiting'}`, { day: format.weekday(answerDueOn) });
  if (state === 'merged') return say('requests.own_voice.merged', { number: String(mergedInto) });
  if (state === 'done') return say('requests.own_voice.done', { day: format.weekday(doneOn ?? today) });
  if (state !== 'accepted') return say(`requests.own_voice.${state}`);
  if (dueOn === null) return say('requests.own_voice.accepted_no_day');
  return say(`requests.own_voice.${dueOn < today ? 'accepted_late' : 'accepted'}`, { day: format.weekday(dueOn) });
}

/** All that one asked for: how much is open, and what awaits one’s own answer. */
export function ownListVoice(say: Say, { asked, open, returned }: { asked: number; open: number; returned: number }): string {
  if (asked === 0) return say('requests.own_voice_none');
  const stands = say('requests.own_list_voice', { count: open });
  return returned > 0 ? `${stands} ${say('requests.own_list_voice_asked', { count: returned })}` : stands;
}

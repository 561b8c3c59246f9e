import type { RequestCard } from '#domains/editorial/index.ts';
import type { Format } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';

type Told = Pick<RequestCard['request'], 'id' | 'title' | 'unitName' | 'askerName' | 'state' | 'assigneeName' | 'mergedInto' | 'days'>;

interface Standing {
  readonly request: Told;
  /** For when it is promised or, until then, wanted. */
  readonly day: string | null;
  readonly daysLeft: number | null;
  readonly late: { readonly answer: number; readonly delivery: number };
  /** Since when it awaits its asker. */
  readonly returnedOn: string | null;
}

/** How a request stands, for the office: who asks what for when, and how much of that is left. */
export function requestVoice(say: Say, format: Format, { request, day, daysLeft, late, returnedOn }: Standing): string {
  const who = plain(request.unitName ?? request.askerName);
  const when = day === null ? say('requests.voice.when_none') : say('requests.voice.when_day', { day: format.weekday(day) });
  if (request.state === 'merged') return say('requests.voice.merged', { number: String(request.mergedInto) });
  if (request.state === 'withdrawn') return say('requests.voice.withdrawn', { who });
  if (request.state === 'done') return say('requests.voice.done', { count: request.days ?? 0 });
  if (request.state === 'accepted') return accepted(say, plain(request.assigneeName ?? ''), who, when, late.delivery);
  const asked = say('requests.voice.waiting', { who, what: plain(request.title), when });
  if (request.state === 'returned')
    return `${asked} ${say('requests.voice.returned', { who: plain(request.askerName), day: format.weekday(returnedOn ?? '') })}`;
  if (late.answer > 0) return `${asked} ${say('requests.voice.answer_late', { count: late.answer })}`;
  if (daysLeft === null) return asked;
  return `${asked} ${daysLeft < 0 ? say('requests.voice.passed') : say('requests.voice.days', { count: daysLeft })}`;
}

function accepted(say: Say, maker: string, who: string, when: string, late: number): string {
  if (maker === '')
    return late > 0 ? say('requests.voice.late_nobody', { count: late }) : say('requests.voice.accepted_nobody', { who, when });
  return late > 0 ? say('requests.voice.accepted_late', { maker, who, count: late }) : say('requests.voice.accepted', { maker, who, when });
}

/** What people typed holds no marks of a voice: neither figures nor links. */
const plain = (text: string) => text.replace(/[*[\]]/g, '');

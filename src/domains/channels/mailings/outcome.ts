import type { Ending } from './engine.queries.ts';
import type { Sent } from './smtp-connection.ts';

const minute = 60_000;
// A server that says «later» is asked again after this long; then it is taken at its word that it will not.
const pauses = [1, 5, 15, 60, 240].map((minutes) => minutes * minute);

/** What becomes of a recipient after a try: `tries` before it. What certainly did not leave waits again; what is not known waits for a person. */
export function endingOf(id: number, tries: number, sent: Sent, now: Date): Ending {
  const ending = (state: Ending['state'], reason: string | null, answer: string): Ending => ({
    id,
    state,
    reason,
    answer: answer.slice(0, 500),
    tries: 1,
    nextAt: null,
  });
  const later = (answer: string): Ending => {
    const pause = pauses[tries];
    if (pause === undefined) return ending('bounced', 'gave_up', answer);
    return { ...ending('queued', 'later', answer), nextAt: new Date(now.getTime() + pause) };
  };
  switch (sent.how) {
    case 'accepted':
      return ending('accepted', null, sent.answer);
    case 'unknown':
      return ending('unknown', 'cut', sent.why);
    case 'not_sent':
      return sent.held ? untried(id) : later(sent.why);
    case 'refused':
      if (isServerFault(sent)) return untried(id);
      if (sent.code >= 500) return ending('bounced', sent.at === 'message' ? 'message' : 'address', sent.answer);
      return later(sent.answer);
  }
}

/** It waits its turn again, as if nothing had been tried. */
export const untried = (id: number): Ending => ({ id, state: 'queued', tries: 0, reason: null, answer: null, nextAt: null });

/** It is not written to at all. */
export const suppressed = (id: number, reason: string): Ending => ({ ...untried(id), state: 'suppressed', reason });

/** Whether the server itself is in the way, and not who is written to: it takes nothing from this sender, or it closes. */
export const isServerFault = (sent: Sent): boolean => sent.how === 'refused' && (sent.at === 'sender' || sent.code === 421);

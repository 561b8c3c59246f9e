/** `paused`: by whoever sends it or by itself; `held`: because everything is held, in a crisis. */
export const mailingStates = ['draft', 'approved', 'scheduled', 'sending', 'paused', 'held', 'finished', 'cancelled'] as const;
export type MailingState = (typeof mailingStates)[number];

export const mailingActs = ['approve', 'revise', 'schedule', 'unschedule', 'start', 'pause', 'resume', 'hold', 'finish', 'cancel'] as const;
export type MailingAct = (typeof mailingActs)[number];

/**
 * Every move there is. What was approved and is written in again is a draft again; what has begun is never written in. Out of `held` leads
 * `release`, back to what it was (`releaseTo`), and cancelling.
 */
const moves: Readonly<Record<MailingState, Partial<Record<MailingAct, MailingState>>>> = {
  draft: { approve: 'approved', revise: 'draft', cancel: 'cancelled' },
  approved: { revise: 'draft', schedule: 'scheduled', start: 'sending', cancel: 'cancelled' },
  scheduled: { unschedule: 'approved', schedule: 'scheduled', start: 'sending', hold: 'held', cancel: 'cancelled' },
  sending: { pause: 'paused', hold: 'held', finish: 'finished', cancel: 'cancelled' },
  paused: { resume: 'sending', cancel: 'cancelled' },
  held: { cancel: 'cancelled' },
  finished: {},
  cancelled: {},
};

/** Where an act leads from a state; undefined when it cannot be. */
export function stateAfter(state: MailingState, act: MailingAct): MailingState | undefined {
  return moves[state][act];
}

/** The states out of which an act leads. */
export function statesBefore(act: MailingAct): MailingState[] {
  return mailingStates.filter((state) => moves[state][act] !== undefined);
}

/** What was held goes back to what it was: scheduled, or on its way. */
export function releaseTo(heldFrom: string | null): 'scheduled' | 'sending' {
  return heldFrom === 'sending' ? 'sending' : 'scheduled';
}

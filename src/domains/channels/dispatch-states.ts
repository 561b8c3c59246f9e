/**
 * `held`: kept back by a person; `waiting`: for a person to carry it; `sending`: on its way out of the house; `unknown`: it may have
 * left; `replaced`: by a later one of the same source and channel.
 */
export const dispatchStates = [
  'scheduled',
  'held',
  'waiting',
  'sending',
  'delivered',
  'failed',
  'unknown',
  'cancelled',
  'withdrawn',
  'replaced',
  'expired',
] as const;
export type DispatchState = (typeof dispatchStates)[number];

export const dispatchActs = [
  'hold',
  'release',
  'cancel',
  'await',
  'send',
  'deliver',
  'fail',
  'lose',
  'retry',
  'withdraw',
  'replace',
  'expire',
] as const;
export type DispatchAct = (typeof dispatchActs)[number];

/**
 * Every move there is. Only what certainly did not leave (`failed`) is tried again; out of `unknown` there is no way but what a person
 * says of it, and nothing that left can be scheduled anew.
 */
const moves: Readonly<Record<DispatchState, Partial<Record<DispatchAct, DispatchState>>>> = {
  scheduled: { hold: 'held', cancel: 'cancelled', await: 'waiting', send: 'sending', deliver: 'delivered', fail: 'failed' },
  held: { release: 'scheduled', cancel: 'cancelled' },
  waiting: { deliver: 'delivered', fail: 'failed', cancel: 'cancelled' },
  sending: { deliver: 'delivered', fail: 'failed', lose: 'unknown' },
  failed: { retry: 'scheduled', cancel: 'cancelled' },
  unknown: { deliver: 'delivered', fail: 'failed', withdraw: 'withdrawn' },
  delivered: { withdraw: 'withdrawn', replace: 'replaced', expire: 'expired' },
  expired: { withdraw: 'withdrawn' },
  cancelled: {},
  withdrawn: {},
  replaced: {},
};

/** Where an act leads from a state; undefined when it cannot be. */
export function stateAfter(state: DispatchState, act: DispatchAct): DispatchState | undefined {
  return moves[state][act];
}

/** The states out of which an act leads. */
export function statesBefore(act: DispatchAct): DispatchState[] {
  return dispatchStates.filter((state) => moves[state][act] !== undefined);
}

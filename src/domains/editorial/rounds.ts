export const stepStates = ['waiting', 'asked', 'passed', 'returned', 'void'] as const;
export type StepState = (typeof stepStates)[number];

export interface RoundStep {
  readonly id: number;
  /** Steps of the same position go side by side; positions go one after the other, from 1. */
  readonly position: number;
  readonly state: StepState;
}

export type RoundMove = { readonly move: 'pass' | 'return'; readonly step: number } | { readonly move: 'withdraw' };

/** Where a round of review is: somebody is asked, all passed, one returned it, or it was withdrawn. */
export const roundStates = ['open', 'passed', 'returned', 'withdrawn'] as const;
export type RoundState = (typeof roundStates)[number];

/** A round begins with its first position asked. */
export function begun<S extends RoundStep>(round: readonly S[]): S[] {
  return round.map((step) => ({ ...step, state: step.position === firstOf(round) ? 'asked' : 'waiting' }));
}

/**
 * What a move makes of a round; undefined when it may not be made: only a step that is asked is decided. A position is asked when all
 * before it passed. A returned step, like a withdrawal, ends all that was still open.
 */
export function moved<S extends RoundStep>(round: readonly S[], move: RoundMove): S[] | undefined {
  if (roundState(round) !== 'open') return undefined;
  if (move.move === 'withdraw') return round.map(ended);
  const asked = round.find(({ id }) => id === move.step);
  if (asked?.state !== 'asked') return undefined;
  if (move.move === 'return') return round.map((step) => (step === asked ? { ...step, state: 'returned' } : ended(step)));
  const after = round.map((step) => (step === asked ? { ...step, state: 'passed' as const } : step));
  if (after.some(({ state }) => state === 'asked')) return after;
  const next = firstOf(after.filter(({ state }) => state === 'waiting'));
  return after.map((step) => (step.state === 'waiting' && step.position === next ? { ...step, state: 'asked' } : step));
}

export function roundState(round: readonly RoundStep[]): RoundState {
  const states = new Set(round.map(({ state }) => state));
  if (states.has('returned')) return 'returned';
  if (states.has('void')) return 'withdrawn';
  return states.has('asked') || states.has('waiting') ? 'open' : 'passed';
}

const firstOf = (round: readonly RoundStep[]) => Math.min(...round.map(({ position }) => position));

const ended = <S extends RoundStep>(step: S): S => (step.state === 'asked' || step.state === 'waiting' ? { ...step, state: 'void' } : step);

import type { EventName } from '#platform/events/names.ts';
import type { State } from './plan.ts';
import type { planPolicy } from './policy.ts';

interface Move {
  readonly from: readonly State[];
  readonly to: State;
  /** Who may: an action of the policy. */
  readonly action: keyof typeof planPolicy;
  /** Whether it must say why. */
  readonly reasoned: boolean;
  /** The fact told. */
  readonly told: EventName;
}

/** Every move of a version; what is not here cannot happen. A draft that is not wanted is closed, never erased. */
export const moves = {
  submit: { from: ['draft'], to: 'in_review', action: 'plans.submit', reasoned: false, told: 'version.submitted' },
  return: { from: ['in_review', 'approved'], to: 'draft', action: 'plans.approve', reasoned: true, told: 'version.returned' },
  approve: { from: ['in_review'], to: 'approved', action: 'plans.approve', reasoned: false, told: 'version.approved' },
  put_in_force: { from: ['approved'], to: 'in_force', action: 'plans.put_in_force', reasoned: false, told: 'version.in_force' },
  close: { from: ['draft', 'in_force'], to: 'closed', action: 'plans.put_in_force', reasoned: true, told: 'version.closed' },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;

export function allows(move: MoveName, state: State): boolean {
  return (moves[move].from as readonly State[]).includes(state);
}

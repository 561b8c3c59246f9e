import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dispatchActs, dispatchStates, stateAfter, statesBefore, type DispatchAct, type DispatchState } from './dispatch-states.ts';

/** What becomes of a dispatch by acts in any order: those that cannot be do nothing. */
function walk(acts: readonly DispatchAct[]): { act: DispatchAct; from: DispatchState; to: DispatchState }[] {
  let state: DispatchState = 'scheduled';
  return acts.flatMap((act) => {
    const to = stateAfter(state, act);
    if (to === undefined) return [];
    const move = { act, from: state, to };
    state = to;
    return [move];
  });
}
const anyActs = fc.array(fc.constantFrom(...dispatchActs), { maxLength: 40 });
const ended: readonly DispatchState[] = ['cancelled', 'withdrawn', 'replaced'];

describe('whatever happens to a dispatch, in whatever order', () => {
  test('it is delivered at most once', () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        expect(walk(acts).filter(({ to }) => to === 'delivered').length).toBeLessThan(2);
      }),
    );
  });

  test('it is scheduled again only after it certainly failed, or was held', () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        for (const { from, to } of walk(acts)) if (to === 'scheduled') expect(['failed', 'held']).toContain(from);
      }),
    );
  });

  test('what is not known is never sent again by itself', () => {
    for (const act of ['send', 'await', 'retry', 'release'] as const) expect(stateAfter('unknown', act)).toBeUndefined();
  });

  test('what is over stays so', () => {
    for (const state of ended) for (const act of dispatchActs) expect(stateAfter(state, act)).toBeUndefined();
  });
});

test('every state but the first is reached, and every act leads somewhere', () => {
  const reached = new Set(dispatchActs.flatMap((act) => dispatchStates.map((state) => stateAfter(state, act))));
  expect(dispatchStates.filter((state) => !reached.has(state))).toEqual([]);
  expect(dispatchActs.filter((act) => statesBefore(act).length === 0)).toEqual([]);
});

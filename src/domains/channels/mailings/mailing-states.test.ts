import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mailingActs, mailingStates, releaseTo, stateAfter, statesBefore, type MailingAct, type MailingState } from './mailing-states.ts';

/** Every move that may be; all others may not. */
const may: readonly (readonly [MailingState, MailingAct, MailingState])[] = [
  ['draft', 'approve', 'approved'],
  ['draft', 'revise', 'draft'],
  ['draft', 'cancel', 'cancelled'],
  ['approved', 'revise', 'draft'],
  ['approved', 'schedule', 'scheduled'],
  ['approved', 'start', 'sending'],
  ['approved', 'cancel', 'cancelled'],
  ['scheduled', 'unschedule', 'approved'],
  ['scheduled', 'schedule', 'scheduled'],
  ['scheduled', 'start', 'sending'],
  ['scheduled', 'hold', 'held'],
  ['scheduled', 'cancel', 'cancelled'],
  ['sending', 'pause', 'paused'],
  ['sending', 'hold', 'held'],
  ['sending', 'finish', 'finished'],
  ['sending', 'cancel', 'cancelled'],
  ['paused', 'resume', 'sending'],
  ['paused', 'cancel', 'cancelled'],
  ['held', 'cancel', 'cancelled'],
];

test.each(mailingStates.flatMap((state) => mailingActs.map((act) => [state, act] as const)))('%s: %s', (state, act) => {
  expect(stateAfter(state, act)).toBe(may.find(([from, by]) => from === state && by === act)?.[2]);
});

describe('whatever is done with a mailing, in whatever order', () => {
  test('nothing is sent that was not approved since it was last written in', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...mailingActs), { maxLength: 40 }), (acts) => {
        let state: MailingState = 'draft';
        let approved = false;
        for (const act of acts) {
          const to = stateAfter(state, act);
          if (to === undefined) continue;
          if (act === 'approve') approved = true;
          if (act === 'revise') approved = false;
          if (to === 'sending') expect(approved).toBe(true);
          state = to;
        }
      }),
    );
  });

  test('what is over stays so', () => {
    for (const state of ['finished', 'cancelled'] as const) for (const act of mailingActs) expect(stateAfter(state, act)).toBeUndefined();
  });
});

test('what was held goes back to what it was', () => {
  expect([releaseTo('sending'), releaseTo('scheduled'), releaseTo(null)]).toEqual(['sending', 'scheduled', 'scheduled']);
});

test('every act leads somewhere', () => {
  expect(mailingActs.filter((act) => statesBefore(act).length === 0)).toEqual([]);
});

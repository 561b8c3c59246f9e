import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { begun, moved, roundState, type RoundMove, type RoundStep } from './rounds.ts';

/** Rounds of one to four positions with one to three steps each. */
const rounds = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }).map((sizes) => {
  let id = 0;
  return begun(
    sizes.flatMap((size, at) => Array.from({ length: size }, (): RoundStep => ({ id: ++id, position: at + 1, state: 'waiting' }))),
  );
});
const moves = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ move: fc.constant('pass' as const), step: fc.integer({ min: 1, max: 12 }) }) },
    { weight: 1, arbitrary: fc.record({ move: fc.constant('return' as const), step: fc.integer({ min: 1, max: 12 }) }) },
    { weight: 1, arbitrary: fc.constant({ move: 'withdraw' as const }) },
  ),
  { maxLength: 20 },
);
const walked = (round: readonly RoundStep[], path: readonly RoundMove[]) => path.reduce((now, move) => moved(now, move) ?? now, round);

describe('a round of review', () => {
  test('asks one position at a time, and none before all earlier ones passed', () => {
    fc.assert(
      fc.property(rounds, moves, (round, path) => {
        const now = walked(round, path);
        const asked = [...new Set(now.filter(({ state }) => state === 'asked').map(({ position }) => position))];
        expect(asked.length).toBe(roundState(now) === 'open' ? 1 : 0);
        for (const step of now.filter(({ position }) => position < (asked[0] ?? 0))) expect(step.state).toBe('passed');
      }),
    );
  });

  test('only an asked step is decided, and what was decided stays decided', () => {
    fc.assert(
      fc.property(rounds, moves, fc.integer({ min: 1, max: 12 }), (round, path, step) => {
        const now = walked(round, path);
        const before = now.find(({ id }) => id === step);
        const after = moved(now, { move: 'pass', step });
        expect(after !== undefined).toBe(before?.state === 'asked');
        for (const one of now.filter(({ state }) => state !== 'asked' && state !== 'waiting'))
          expect((after ?? now).find(({ id }) => id === one.id)!.state).toBe(one.state);
      }),
    );
  });

  test('once ended it takes no move, and it passes only when each of its steps did', () => {
    fc.assert(
      fc.property(rounds, moves, (round, path) => {
        const now = walked(round, path);
        if (roundState(now) === 'open') return;
        expect(now.every(({ state }) => state === 'passed')).toBe(roundState(now) === 'passed');
        expect(moved(now, { move: 'withdraw' })).toBeUndefined();
        for (const { id } of now) expect(moved(now, { move: 'return', step: id })).toBeUndefined();
      }),
    );
  });

  test('passing every asked step in any order comes to its end', () => {
    fc.assert(
      fc.property(rounds, fc.infiniteStream(fc.nat()), (round, choices) => {
        let now: readonly RoundStep[] = round;
        for (const choice of choices) {
          const asked = now.filter(({ state }) => state === 'asked');
          if (asked.length === 0) break;
          now = moved(now, { move: 'pass', step: asked[choice % asked.length]!.id })!;
        }
        expect(roundState(now)).toBe('passed');
      }),
    );
  });
});

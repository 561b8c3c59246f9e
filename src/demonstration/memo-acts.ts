import { addDays, type Day } from '#platform/clock/day.ts';
import { accepted } from '#platform/refusal.ts';
import { memoDesk, readMemo, sendMemo, signMemo } from '#domains/editorial/index.ts';
import { chance } from './chance.ts';
import { contextOf } from './context.ts';
import type { Made } from './piece-acts.ts';
import type { Times } from './times.ts';
import type { Act, ActContext, World } from './world.ts';

/** Its head signs a memo, as if he had given his code, and sends it to the whole house. */
export async function signAndSend(ctx: ActContext, world: World, piece: number): Promise<{ dispatches: readonly number[] }> {
  const { signatory, piece: made } = await memoDesk(ctx, piece);
  const [who] = [...world.people].find(([, { id }]) => id === signatory.head)!;
  const head = contextOf(ctx, world, who);
  accepted(await signMemo(head, { piece, sha256: made.sha256, code: '' }, () => Promise.resolve('app')));
  return accepted(await sendMemo(head, { piece }));
}

/** How many days and minutes later, and which part of the readers until then. */
const moments = [
  [1, 24, 0, 0.17],
  [1, 63, 0.17, 0.34],
  [1, 187, 0.34, 0.5],
  [2, 41, 0.5, 0.68],
  [4, 208, 0.68, 0.93],
] as const;

/** On the next working days who got it reads it: half of them at once, nearly all in the end. */
export function readings(title: string, on: Day, made: Made, times: Times): Act[] {
  const reads = (from: number, until: number) => async (ctx: ActContext, world: World) => {
    const readers = [...world.people].filter(([who, { left }]) => !left && chance(title, who) >= from && chance(title, who) < until);
    // Whoever signed it, or came after it, owes nothing.
    const read = ([who]: (typeof readers)[number]) =>
      readMemo(contextOf(ctx, world, who), { dispatch: made.dispatches[0]! }).catch(() => undefined);
    await Promise.all(readers.map(read));
  };
  return moments.map(([days, minutes, from, until]) => ({
    at: times.at(times.workday(addDays(on, days)), minutes),
    who: null,
    does: reads(from, until),
    story: made,
  }));
}

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

/** On the next working days who got it reads it: half of them at once, nearly all in the end. */
export function readings(title: string, on: Day, made: Made, times: Times): Act[] {
  const reads = (from: number, until: number) => async (ctx: ActContext, world: World) => {
    const readers = [...world.people].filter(([who, { left }]) => !left && chance(title, who) >= from && chance(title, who) < until);
    // Whoever signed it, or came after it, owes nothing.
    const read = ([who]: (typeof readers)[number]) =>
      readMemo(contextOf(ctx, world, who), { dispatch: made.dispatches[0]! }).catch(() => undefined);
    await Promise.all(readers.map(read));
  };
  return [
    { at: times.at(times.workday(addDays(on, 1)), 60), who: null, does: reads(0, 0.5), story: made },
    { at: times.at(times.workday(addDays(on, 4)), 200), who: null, does: reads(0.5, 0.93), story: made },
  ];
}

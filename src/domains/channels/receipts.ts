import type { Ctx } from '#platform/ctx.ts';
import { Forbidden } from '#platform/refusal.ts';
import { insertReceipt, selectReceiptCounts } from './receipts.queries.ts';

/** `seen`: it was shown and closed; `confirmed`: the person says that he read it. */
export type ReceiptKind = 'seen' | 'confirmed';

/** Keeps that a person saw or read what went out inside the house, the first time alone. */
export async function receive(ctx: Ctx, { dispatch, kind }: { dispatch: number; kind: ReceiptKind }): Promise<{ dispatch: number }> {
  if (ctx.actor.kind !== 'person' || ctx.actor.id === null) throw new Forbidden('self.edit');
  if (await insertReceipt(ctx.db, dispatch, ctx.actor.id, kind, ctx.now)) {
    await ctx.tell({
      name: 'dispatch.received',
      subject: { type: 'dispatch', id: dispatch },
      after: { kind },
      topics: [`dispatch:${dispatch}`],
    });
  }
  return { dispatch };
}

/** The same, for who tells of it himself. */
export async function keepReceipt(
  ctx: Ctx,
  { dispatch, person, kind }: { dispatch: number; person: string; kind: ReceiptKind },
): Promise<void> {
  await insertReceipt(ctx.db, dispatch, person, kind, ctx.now);
}

/** How many people saw and confirmed a dispatch, of how many who work here. */
export function receiptsOf(ctx: Ctx, dispatch: number): Promise<{ seen: number; confirmed: number; people: number }> {
  return selectReceiptCounts(ctx.db, dispatch);
}

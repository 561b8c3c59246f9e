import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { pieceTopic } from '../piece.ts';
import { editorialPolicy } from '../policy.ts';
import { saveAddressing, selectAddressing, selectUnitNames, type Addressing } from './addressing.queries.ts';
import { memoPiece, signatoryOf, signsFor } from './heads.ts';
import type { AddressingInput } from './memos.input.ts';
import { countAddressed } from './recipients.queries.ts';
import { selectSignedMemo } from './memos.queries.ts';

const everybody: Addressing = { units: [], below: true, headsOnly: false, remindAfter: 3, remindTimes: 2 };

/** To whom a memo would go, and how often who does not read it is reminded: everybody until somebody says otherwise. */
export async function addressingOf(ctx: Ctx, piece: number, signs: string | null): Promise<Addressing & { people: number }> {
  const to = (await selectAddressing(ctx.db, piece)) ?? everybody;
  return { ...to, people: await countAddressed(ctx.db, to, signs) };
}

/** Says to whom a memo goes and how often it is recalled; what is signed holds to whom it goes, and is annulled first. */
export async function addressMemo(ctx: Ctx, input: AddressingInput): Promise<{ piece: number } | Refusal> {
  const piece = await memoPiece(ctx, input.piece, { lock: true });
  if (!signsFor(await signatoryOf(ctx, piece.unit), ctx.actor.id)) authorize(ctx.actor, editorialPolicy, 'pieces.write', piece.unit);
  const signed = await selectSignedMemo(ctx.db, piece.id);
  if (signed) return refuse('memo.signed', { label: signed.label });
  const known = await selectUnitNames(ctx.db, input.units);
  if (known.length !== new Set(input.units).size) return refuse('input.choice', {}, 'units');
  const { piece: _, ...to } = input;
  const before = await selectAddressing(ctx.db, piece.id);
  await saveAddressing(ctx.db, piece.id, to, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'memo.addressed',
    subject: { type: 'piece', id: piece.id },
    ...(before ? { before } : {}),
    after: to,
    topics: [pieceTopic(piece.id)],
  });
  return { piece: piece.id };
}

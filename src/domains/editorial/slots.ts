import type { Ctx } from '#platform/ctx.ts';
import type { Day } from '#platform/clock/day.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { editorialPolicy } from './policy.ts';
import { slotDays, type Recurring } from './slot-days.ts';
import type { NewSlotInput } from './slots.input.ts';
import { closeSlotRow, insertSlot, selectFilledDays, selectSlots } from './slots.queries.ts';

/** A place in the calendar that recurs and is owed: «the monthly newsletter». */
export interface Slot extends Recurring {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly unit: number | null;
  readonly unitName: string | null;
  readonly item: number | null;
  readonly owner: string | null;
  readonly ownerName: string | null;
  readonly line: string | null;
}

/** A day on which a slot has no piece yet. */
export interface OwedSlot {
  readonly slot: Slot;
  readonly day: Day;
}

type OpenedSlot = Omit<NewSlotInput, 'segments'> & Partial<Pick<NewSlotInput, 'segments'>>;

export async function openSlot(ctx: Ctx, input: OpenedSlot): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, editorialPolicy, 'slots.write', input.unit);
  if (input.endsOn !== null && input.endsOn < input.startsOn) return refuse('slot.ends_before', {}, 'endsOn');
  const id = await insertSlot(ctx.db, { segments: [], ...input }, ctx.actor.id, ctx.now);
  await ctx.tell({ name: 'slot.opened', subject: { type: 'slot', id }, after: input, topics: ['calendar'] });
  return { id };
}

/** Nothing more is owed by it; what it had stays. */
export async function closeSlot(ctx: Ctx, { slot }: { slot: number }): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, editorialPolicy, 'slots.write');
  if (!(await closeSlotRow(ctx.db, slot, ctx.now))) throw new NotFound(`slot ${slot}`);
  await ctx.tell({ name: 'slot.closed', subject: { type: 'slot', id: slot }, topics: ['calendar'] });
  return { id: slot };
}

export async function listSlots(ctx: Ctx): Promise<Slot[]> {
  authorize(ctx.actor, editorialPolicy, 'pieces.read');
  return selectSlots(ctx.db);
}

/** What the slots owe within some days: every turn that no piece has taken. */
export async function owedSlots(ctx: Ctx, from: Day, to: Day): Promise<OwedSlot[]> {
  const [slots, filled] = await Promise.all([selectSlots(ctx.db), selectFilledDays(ctx.db, from, to)]);
  const taken = new Set(filled.map(({ slot, day }) => `${slot} ${day}`));
  return slots
    .flatMap((slot) => slotDays(slot, from, to).map((day) => ({ slot, day })))
    .filter(({ slot, day }) => !taken.has(`${slot.id} ${day}`))
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : one.slot.id - other.slot.id));
}

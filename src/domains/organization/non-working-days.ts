import type { Ctx } from '#platform/ctx.ts';
import type { NonWorking } from '#platform/clock/business-days.ts';
import { addDays, parseDay, type Day } from '#platform/clock/day.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { holidaysOf } from './holidays.ts';
import { institutionOf } from './institution.ts';
import { nonWorking } from './non-working.ts';
import { insertDays, revokeDays, selectDays, selectOwnDays, type OwnDays } from './non-working-days.queries.ts';
import { organizationPolicy as policy } from './policy.ts';
import { selectUnitRef } from './units.queries.ts';

export type { OwnDays };

/** Declares days on which nobody works, by an act of the institution's own, everywhere or in one dependency and below. */
export async function declareNonWorking(
  ctx: Ctx,
  input: { starts_on: string; ends_on?: string | undefined; name: string; act: string; unit: number | string | null },
  actFile: string | null = null,
): Promise<number | Refusal> {
  const unit = await selectUnitRef(ctx.db, input.unit);
  if (unit === undefined) return refuse('unit.unknown', {}, 'unit');
  authorize(ctx.actor, policy, 'calendar.edit', unit?.id ?? null);
  const days = { starts_on: input.starts_on, ends_on: input.ends_on ?? input.starts_on, name: input.name, act: input.act };
  const id = await insertDays(ctx.db, {
    ...days,
    act_file: actFile,
    unit_id: unit?.id ?? null,
    created_by: ctx.actor.id,
    created_at: ctx.now,
  });
  await ctx.tell({
    name: 'non_working_days.declared',
    subject: { type: 'non_working_days', id },
    after: { ...days, unit: unit?.name ?? null },
    topics: ['calendar', 'portal'],
    payload: { ...days, unit: unit?.id ?? null },
  });
  return id;
}

/** The act no longer holds: its days count as business days again. The row stays. */
export async function revokeNonWorking(ctx: Ctx, id: number): Promise<void> {
  const days = await selectDays(ctx.db, id);
  if (!days || days.revoked_at) throw new NotFound(`non-working days ${id}`);
  authorize(ctx.actor, policy, 'calendar.edit', days.unit_id);
  await revokeDays(ctx.db, id, ctx.actor.id, ctx.now);
  const { starts_on, ends_on, name, act } = days;
  await ctx.tell({
    name: 'non_working_days.revoked',
    subject: { type: 'non_working_days', id },
    before: { starts_on, ends_on, name, act },
    after: { revoked: true },
    topics: ['calendar', 'portal'],
    payload: { starts_on, ends_on, unit: days.unit_id },
  });
}

/** Own days that touch a range: with `unit` those that hold in it, else all of them. */
export function ownDaysOf(ctx: Ctx, range: { from: string; to: string }, unit?: number | null): Promise<OwnDays[]> {
  return selectOwnDays(ctx.db, range, unit);
}

/**
 * Tells for every day from `from` to `to` whether nobody works in a dependency (`unit` null: in the whole institution):
 * weekends, national holidays and the days that own acts declare. Outside the range own days are not known.
 */
export async function nonWorkingDaysOf(ctx: Ctx, range: { from: Day; to: Day; unit?: number | null }): Promise<NonWorking> {
  const own = await selectOwnDays(ctx.db, range, range.unit ?? null);
  const { works_saturdays } = await institutionOf(ctx);
  return nonWorking(
    holidaysOf,
    own.flatMap((days) => daysFrom(days, range)),
    { worksSaturdays: works_saturdays },
  );
}

function daysFrom({ starts_on, ends_on }: OwnDays, { from, to }: { from: Day; to: Day }): Day[] {
  const days: Day[] = [];
  for (let day = starts_on < from ? from : parseDay(starts_on); day <= ends_on && day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

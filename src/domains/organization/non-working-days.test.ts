import { beforeAll, describe, expect, it } from 'vitest';
import { addBusinessDays } from '#platform/clock/business-days.ts';
import { parseDay } from '#platform/clock/day.ts';
import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { accepted } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { declareNonWorking, nonWorkingDaysOf, revokeNonWorking } from './non-working-days.ts';
import { createUnit } from './units.ts';

const database = await freshDatabase();
const ctx = commandContext(database.primary, system, new Date('2026-11-22T15:00:00Z'), () => []);
const range = { from: parseDay('2026-12-01'), to: parseDay('2026-12-31') };

describe('the working calendar', () => {
  let health: number;
  let below: number;
  beforeAll(async () => {
    await database.primary.insertInto('institution').values({ name: 'Puerto Claro', set_up_at: new Date() }).execute();
    health = accepted(await createUnit(ctx, { name: 'Secretaría de Salud', parent: null }));
    below = accepted(await createUnit(ctx, { name: 'Salud Pública', parent: health }));
  });

  it('leaves out the days of an act, everywhere or in a dependency and below it', async () => {
    await declareNonWorking(ctx, { starts_on: '2026-12-24', name: 'Día cívico', act: 'Decreto 210 de 2026', unit: null });
    await declareNonWorking(ctx, { starts_on: '2026-12-14', ends_on: '2026-12-16', name: 'Traslado', act: 'Resolución 8', unit: health });
    const everywhere = await nonWorkingDaysOf(ctx, range);
    const there = await nonWorkingDaysOf(ctx, { ...range, unit: below });
    expect(
      ['2026-12-08', '2026-12-13', '2026-12-14', '2026-12-24'].map((day) => [everywhere(parseDay(day)), there(parseDay(day))]),
    ).toEqual([
      [true, true],
      [true, true],
      [false, true],
      [true, true],
    ]);
    expect(addBusinessDays(parseDay('2026-12-11'), 1, there)).toBe('2026-12-17');
  });

  it('counts them again when the act is revoked', async () => {
    const id = accepted(await declareNonWorking(ctx, { starts_on: '2026-12-30', name: 'Cierre', act: 'Decreto 211', unit: null }));
    await revokeNonWorking(ctx, id);
    expect((await nonWorkingDaysOf(ctx, range))(parseDay('2026-12-30'))).toBe(false);
  });

  it('counts Saturdays where they are worked', async () => {
    expect((await nonWorkingDaysOf(ctx, range))(parseDay('2026-12-05'))).toBe(true);
    await database.primary.updateTable('institution').set({ works_saturdays: true }).execute();
    expect((await nonWorkingDaysOf(ctx, range))(parseDay('2026-12-05'))).toBe(false);
  });
});

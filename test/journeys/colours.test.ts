import { expect, test } from 'vitest';
import { editBrand, institutionOf } from '#domains/organization/index.ts';
import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { accepted } from '#platform/refusal.ts';
import { password, seatCast } from '#test/support/cast.ts';
import { openJourney, scan, signIn } from '#test/support/journey.ts';
import { rulingPlan } from '#test/support/town-plan.ts';

const journey = await openJourney();
const cast = await seatCast(journey.house);
const { plan } = await rulingPlan(cast);

async function paint(color: string): Promise<void> {
  await journey.house.app.database.primary.transaction().execute(async (db) => {
    const ctx = commandContext(db, system, journey.house.app.clock(), journey.house.app.owed);
    const { kind, name, language, zone, govco_bar, works_saturdays, address, phone, email, version } = await institutionOf(ctx);
    accepted(
      await editBrand(ctx, {
        color,
        kind,
        name,
        language: language as 'es',
        zone,
        govco_bar,
        works_saturdays,
        address,
        phone,
        email,
        version,
      }),
    );
  });
  await expect.poll(async () => (await journey.house.ask('/brand.css')).text()).toContain(color);
}

for (const [name, color] of [
  ['its own', '#0943b5'],
  ['wine', '#7a1f3d'],
  ['green', '#1b6b3a'],
  ['black', '#111111'],
] as const) {
  test.each(['light', 'dark'] as const)(`everything reads in ${name}, %s`, async (colorScheme) => {
    await paint(color);
    const page = await journey.visitor({ colorScheme });
    await page.goto('/sign-in');
    await scan(page);
    await page.goto('/plan/pec');
    await scan(page);
    await signIn(page, cast.mail('marcela'), password, `/workspace/plans/${plan}`);
    await page.locator('.objectives').waitFor();
    await scan(page);
    await page.context().close();
  });
}

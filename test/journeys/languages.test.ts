import { expect, test } from 'vitest';
import { password, seatCast } from '#test/support/cast.ts';
import { openJourney, scan, signIn } from '#test/support/journey.ts';
import { rulingPlan } from '#test/support/town-plan.ts';

const journey = await openJourney();
const cast = await seatCast(journey.house);
await rulingPlan(cast);

test('the doorstep changes of language by a link, and comes back', async () => {
  const page = await journey.visitor();
  await page.goto('/sign-in');
  expect(await page.locator('html').getAttribute('lang')).toBe('es-CO');
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await scan(page);
  await signIn(page, cast.mail('marcela'), password);
  await page.getByRole('navigation', { name: 'Main' }).first().waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.locator('header time').innerText()).toMatch(/Wednesday/i);
  await scan(page);
  await page.context().close();
});

test('the portal says its days in the language of whoever reads', async () => {
  const page = await journey.visitor({ javaScriptEnabled: false });
  await page.goto('/plan/pec/versions');
  expect(await page.locator('main').innerText()).toContain('1 de febrero de 2026');
  await page.getByRole('link', { name: 'English' }).click();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.locator('main').innerText()).toMatch(/1 February 2026|February 1, 2026/);
  expect(new URL(page.url()).pathname).toBe('/plan/pec/versions');
  await scan(page);
  await page.getByRole('link', { name: 'Español' }).click();
  expect(await page.locator('html').getAttribute('lang')).toBe('es-CO');
  await page.context().close();
});

test('a browser that speaks English is answered in English', async () => {
  const page = await journey.visitor({ locale: 'en-GB' });
  await page.goto('/');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await scan(page);
  await page.context().close();
});

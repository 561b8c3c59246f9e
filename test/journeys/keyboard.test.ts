import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { password, seatCast } from '#test/support/cast.ts';
import { awake, openJourney, scan, signIn } from '#test/support/journey.ts';
import { rulingPlan } from '#test/support/town-plan.ts';

const journey = await openJourney();
const cast = await seatCast(journey.house);
await rulingPlan(cast);

/** Tab, until what has the focus is what is wanted: never further than a person would bear. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let times = 0; times < 60; times++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const at = document.activeElement;
      const labels =
        at instanceof HTMLInputElement || at instanceof HTMLSelectElement || at instanceof HTMLTextAreaElement
          ? [...(at.labels ?? [])].map((label) => label.innerText)
          : [];
      return [...labels, at?.getAttribute('aria-label') ?? '', at instanceof HTMLElement ? at.innerText : ''].join(' ').trim();
    });
    if (name.test(here)) {
      expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle), `the focus shows on ${here}`).not.toBe(
        'none',
      );
      return;
    }
    seen.push(here);
  }
  throw new Error(`no ${name} by Tab; there are ${seen.join(' | ')}`);
}

test('coming in, finding an activity and reporting on it take no mouse', async () => {
  const page = await journey.visitor();
  await page.goto('/sign-in');
  await tabTo(page, /Correo institucional/);
  await page.keyboard.type(cast.mail('rosa'));
  await tabTo(page, /Clave/);
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/workspace');
  await awake(page);

  await page.keyboard.press('Control+K');
  const palette = page.getByRole('dialog');
  await palette.waitFor();
  await page.keyboard.type('avance desarollo');
  await palette.getByRole('link', { name: /Publicar el avance/ }).waitFor();
  await scan(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/workspace/activities/*');
  await palette.waitFor({ state: 'hidden' });

  await tabTo(page, /^Estado/);
  await page.keyboard.type('Hecha');
  await tabTo(page, /Qué se hizo/);
  await page.keyboard.type('Publicado.');
  await tabTo(page, /^Reportar avance$/);
  await page.keyboard.press('Enter');
  await page.getByText('Avance reportado.').waitFor();
  await page.context().close();
});

test('the first Tab of a page offers to skip to what it says', async () => {
  const page = await journey.visitor();
  for (const path of ['/', '/sign-in']) {
    await page.goto(path);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#contenido');
    await page.keyboard.press('Enter');
    await page.waitForURL('**#contenido');
  }
  await page.context().close();
});

test('the calendar of the plan is walked from day to day and from month to month', async () => {
  const page = await journey.visitor();
  await signIn(page, cast.mail('marcela'), password, '/workspace/plans');
  await page.getByRole('table').getByRole('link').first().click();
  await page.locator('.tabs').getByRole('link', { name: 'Calendario' }).click();
  await page.waitForURL('**/plans/*/calendar');
  await scan(page);
  await page.goto(`${new URL(page.url()).pathname}?month=2026-10`);
  await awake(page);
  await tabTo(page, /Publicar el avance del plan de desarrollo/);
  const day = () => page.evaluate(() => document.activeElement?.closest('td')?.querySelector('time')?.dateTime);
  expect(await day()).toBe('2026-10-01');
  await page.keyboard.press('ArrowRight');
  expect(await day()).toBe('2026-10-02');
  await page.keyboard.press('ArrowDown');
  expect(await day()).toBe('2026-10-09');
  await page.keyboard.press('PageDown');
  await page.waitForURL('**/calendar?month=2026-11');
  await page.context().close();
});

import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { getPiece } from '#domains/editorial/index.ts';
import { approvedPiece } from '#test/support/approved-piece.ts';
import { password, seatCast } from '#test/support/cast.ts';
import { awake, openJourney, scan, signIn } from '#test/support/journey.ts';

vi.setConfig({ testTimeout: 90_000 });
const journey = await openJourney();
const { house } = journey;
const cast = await seatCast(house);
const { id } = await approvedPiece(house, cast, { title: 'Ferias de barrio', dueOn: '2026-11-19' });
await approvedPiece(house, cast, { title: 'Jornada de reciclaje', kind: 'guide', dueOn: '2026-11-24' });

/** With the tabulator alone, to what is called so. */
async function tabTo(page: Page, called: RegExp): Promise<void> {
  for (let times = 0; times < 120; times += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
    if (called.test(name.trim())) return;
  }
  throw new Error(`nothing called ${called} is reached by keyboard`);
}
const live = (page: Page) => page.locator('main [aria-live=assertive]');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');
const dueOf = async () => (await getPiece(cast.as(), id)).dueOn;

test('the calendar is walked, a piece is carried, views and filters are changed, without a mouse', async () => {
  const page = await journey.visitor();
  await signIn(page, cast.mail('julian'), password, '/workspace/calendar');
  await awake(page);
  await scan(page);
  await tabTo(page, /Ferias de barrio$/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  expect(await focused(page)).toContain('Ferias de barrio');

  await page.keyboard.press('m');
  await page.keyboard.press('ArrowRight');
  await live(page).getByText('Moviendo «Ferias de barrio» al viernes 20 de noviembre').waitFor();
  await page.keyboard.press('Escape');
  expect(await dueOf()).toBe('2026-11-19');
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await live(page).getByText('«Ferias de barrio» queda para el viernes 27 de noviembre').waitFor();
  expect(await dueOf()).toBe('2026-11-27');
  // It went on with the focus, so that the way back needs no search.
  await expect.poll(() => focused(page)).toContain('Ferias de barrio');
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await live(page).getByText('queda para el viernes 20 de noviembre').waitFor();
  expect(await dueOf()).toBe('2026-11-20');

  for (const [view, address] of [
    ['Semana', 'week'],
    ['Tablero', 'board'],
    ['Lista', 'list'],
  ] as const) {
    await page.locator('h1').evaluate((top) => (top.tabIndex = -1));
    await page.locator('h1').focus();
    await tabTo(page, new RegExp(`^${view}$`));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**view=${address}**`);
    await page.getByText('Ferias de barrio').first().waitFor();
    await scan(page);
  }
  await page.locator('h1').focus();
  await tabTo(page, /^Tipo/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Guía/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**kind=guide**');
  await page.getByRole('link', { name: /Ferias de barrio/ }).waitFor({ state: 'detached' });
  await page.getByText('Jornada de reciclaje').first().waitFor();

  await tabTo(page, /^Guardar esta vista|^Guardar/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Mis guías');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Mis guías' }).waitFor();
  await scan(page);
  await page.context().close();
});

test('places are chosen by keyboard, and coverage shows of where is spoken', async () => {
  const page = await journey.visitor();
  await signIn(page, cast.mail('marcela'), password, `/workspace/pieces/${id}/details`);
  await awake(page);
  const places = page.getByRole('combobox', { name: 'Departamentos y municipios' });
  await places.focus();
  await page.keyboard.type('magang');
  await page.getByRole('option', { name: /Magangué/ }).waitFor();
  await scan(page);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Magangué/ }).waitFor();
  await page.getByRole('button', { name: 'Guardar la ficha' }).click();
  await page.waitForURL(`**/pieces/${id}`);
  expect((await getPiece(cast.as(), id)).regions).toEqual(['13430']);

  await page.goto(`/workspace/pieces/${id}/publication`);
  await awake(page);
  await page.getByRole('button', { name: 'Publicar ya' }).click();
  await page.getByText('Está publicada en Portal e Intranet.').waitFor();
  await page.goto('/workspace/coverage');
  await awake(page);
  await page.locator('.voice', { hasText: 'Bolívar' }).waitFor();
  await scan(page);
  await page.getByRole('table').getByRole('link', { name: 'Bolívar' }).click();
  await page.waitForURL('**department=13');
  await page.locator('.voice', { hasText: 'Magangué' }).waitFor();
  await scan(page);
  await page.getByRole('table').getByRole('link', { name: 'Magangué' }).click();
  await page.waitForURL('**/workspace/pieces?region=13430');
  await page.getByRole('link', { name: 'Ferias de barrio' }).waitFor();
  await page.context().close();
});

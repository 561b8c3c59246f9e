import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openJourney, scan } from '#test/support/journey.ts';

const journey = await openJourney();

test('one button leads to a town hall with years of work in it', { timeout: 120_000 }, async () => {
  const page = await journey.visitor();
  await page.goto('/');
  await page.getByRole('button', { name: 'Explorar la demostración' }).click({ timeout: 60_000 });
  await page.waitForURL('**/sign-in**', { timeout: 60_000 });
  await scan(page);
  await page.goto('/');
  expect(await page.locator('header').first().innerText()).toContain('Puerto Claro');
  await scan(page);
  const citizen = await journey.visitor({ javaScriptEnabled: false });
  await citizen.goto('/plan');
  await citizen.locator('main a[href^="/plan/"]').first().click();
  await scan(citizen);
  await citizen.context().close();

  await page.context().close();
});

/** The door itself says whom to come in as. */
async function comeInAs(name: RegExp): Promise<Page> {
  const page = await journey.visitor();
  await page.goto('/sign-in');
  await page.locator('.as-one').getByRole('button', { name }).click();
  await page.waitForURL('**/workspace');
  return page;
}

async function scanAll(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    expect((await page.goto(path))!.status(), path).toBe(200);
    expect(new URL(page.url()).pathname).toBe(path.split('?')[0]);
    await scan(page);
  }
}

test('every page of the plan passes the scan with years of work in it', { timeout: 120_000 }, async () => {
  const page = await comeInAs(/Marcela Ospina/);
  await page.goto('/workspace/plans');
  await page.getByRole('table').getByRole('link').first().click();
  await page.locator('.objectives').waitFor();
  const plan = new URL(page.url()).pathname;
  const tabs = ['', '/tree', '/timeline', '/calendar', '/text', '/versions', '/activities'].map((tab) => `${plan}${tab}`);
  await scanAll(page, [
    '/workspace/plans',
    ...tabs,
    '/workspace/measures',
    '/workspace/measures/metrics.page_views',
    '/workspace/search?q=boletin',
  ]);
  for (const [from, kind] of [
    [`${plan}/activities`, 'activities'],
    [plan, 'indicators'],
  ] as const) {
    await page.goto(from);
    await page.getByRole('table').locator(`a[href^="/workspace/${kind}/"]`).first().click();
    await page.waitForURL(`**/workspace/${kind}/*`);
    await scan(page);
  }
  await page.context().close();
});

test('every page of the settings passes the scan', { timeout: 120_000 }, async () => {
  const page = await comeInAs(/Esteban Cogollo/);
  const places = [
    '',
    '/institution',
    '/units',
    '/units/new',
    '/people',
    '/people/new',
    '/rights',
    '/agreements',
    '/calendar',
    '/keys',
    '/keys/new',
    '/audit',
    '/work',
  ];
  await scanAll(page, [...places.map((place) => `/workspace/settings${place}`), '/workspace/outbox', '/workspace/me/security']);
  await page.context().close();
});

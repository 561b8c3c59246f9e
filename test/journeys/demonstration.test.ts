import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { isBeingFounded, lockFounding } from '#domains/organization/index.ts';
import { openTestHouse } from '#test/support/house.ts';
import { openJourney, scan } from '#test/support/journey.ts';

const key = { SECRET_KEY: 'cuatro gatos cantan en la plaza del muelle' };
const journey = await openJourney({ env: key });
const { house } = journey;
const db = house.app.database.primary;
/** Another process of the same house, which serves and does no work. */
const { DATA_DIR } = house.app.config;
const other = await openTestHouse({
  env: { ...key, DATABASE_URL: house.app.database.url, DATA_DIR, PROCESS: 'web' },
  clock: () => house.app.clock(),
});
const press = (asked: typeof other) =>
  asked.ask('/setup/demonstration', {
    method: 'POST',
    headers: { origin: asked.origin, 'content-type': 'application/x-www-form-urlencoded' },
  });
const led = ({ status, headers }: Response) => [status, headers.get('location')];

test('who asks for the demonstration while another process founds the house sees that, and the way on once it is over', async () => {
  expect(led(await house.ask('/setup/demonstration'))).toEqual([302, '/setup']);
  await other.app.database.primary.transaction().execute(async (founding) => {
    expect(await lockFounding(founding)).toBe(true);
    const page = await house.ask('/setup/demonstration');
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('tarda menos de un minuto')]);
  });
  expect(led(await house.ask('/setup/demonstration'))).toEqual([302, '/setup']);
});

test('one button leads to a town hall with years of work in it, once, however many press it', { timeout: 120_000 }, async () => {
  const page = await journey.visitor();
  await page.goto('/');
  const pressed = page.getByRole('button', { name: 'Explorar la demostración' }).click({ timeout: 60_000 });
  await expect.poll(() => isBeingFounded(db)).toBe(true);
  for (const answer of await Promise.all([press(other), press(other)]))
    expect(led(answer)).toEqual([302, expect.stringMatching(/^\/(sign-in|setup\/demonstration)$/)]);
  await pressed;
  await page.waitForURL('**/sign-in**', { timeout: 60_000 });
  const founded = await db.selectFrom('events').select('id').where('name', '=', 'institution.set_up').execute();
  expect(founded).toHaveLength(1);
  expect(led(await press(other))).toEqual([302, '/sign-in']);
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

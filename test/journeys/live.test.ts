import { expect, test } from 'vitest';
import { createUnit } from '#domains/organization/index.ts';
import { accepted } from '#platform/refusal.ts';
import { password, seatCast } from '#test/support/cast.ts';
import { awake, openJourney, signIn } from '#test/support/journey.ts';

const journey = await openJourney();
const cast = await seatCast(journey.house);
const units = '/workspace/settings/units';
const found = async (name: string) => void accepted(await createUnit(cast.as('esteban'), { name, parent: null }));

test('what changed between the reading of a page and its listening comes to it', async () => {
  const page = await journey.visitor();
  let listens: () => void = () => undefined;
  const listening = new Promise<void>((done) => (listens = done));
  let goOn: () => void = () => undefined;
  const kept = new Promise<void>((done) => (goOn = done));
  await page.route('**/live?*', async (route) => {
    if (!route.request().url().includes('units')) return route.continue();
    listens();
    await kept;
    await route.continue();
  });
  await signIn(page, cast.mail('esteban'), password, units);
  await awake(page);
  await listening;
  await found('Oficina de Turismo');
  goOn();
  await page.getByRole('link', { name: 'Oficina de Turismo' }).first().waitFor();
  await page.context().close();
});

test('a page that was not let listen for a while comes back by itself and sees what it missed', async () => {
  const page = await journey.visitor();
  let refused = 0;
  await page.route('**/live?*', (route) => {
    refused += 1;
    return route.fulfill({ status: 502, body: '' });
  });
  await signIn(page, cast.mail('esteban'), password, units);
  await awake(page);
  await expect.poll(() => refused).toBeGreaterThan(0);
  await found('Oficina de Cultura');
  await page.unroute('**/live?*');
  await page.getByRole('link', { name: 'Oficina de Cultura' }).first().waitFor();
  await page.context().close();
});

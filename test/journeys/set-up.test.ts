import { expect, test } from 'vitest';
import { installationCode } from '#domains/organization/index.ts';
import { openJourney, scan, signIn } from '#test/support/journey.ts';
import type { Page } from 'playwright-core';

const journey = await openJourney();

async function typeInstitution(page: Page): Promise<void> {
  await page.getByLabel('Qué es').fill('Gobernación del');
  await page.getByLabel('Nombre').fill('Litoral');
  await page.getByLabel('Vino').check();
  await page.getByRole('button', { name: 'Guardar y seguir' }).click();
  await page.getByLabel('Nombre y apellido').waitFor();
}

test('an institution is set up with the code of the console, stopping on the way', async () => {
  const page = await journey.visitor();
  await page.goto('/');
  await page.waitForURL('**/setup');
  await scan(page);
  await page.getByLabel('Código de instalación').fill('faro-0000-faro');
  await page.getByRole('button', { name: 'Montar mi institución' }).click();
  await page.getByText('Ese no es el código.').waitFor();
  expect(await page.getByLabel('Código de instalación').inputValue()).toBe('faro-0000-faro');
  await scan(page);
  await page.getByLabel('Código de instalación').fill(await installationCode(journey.house.app));
  await page.getByRole('button', { name: 'Montar mi institución' }).click();
  await page.waitForURL('**/setup/institution');
  await scan(page);
  await typeInstitution(page);
  await scan(page);

  // Stops, and comes back on another day by the first page.
  await page.goto('/');
  await page.getByRole('link', { name: 'Seguir donde iba' }).click();
  expect(await page.getByLabel('Nombre').inputValue()).toBe('Litoral');
  expect(await page.getByLabel('Qué es').inputValue()).toBe('Gobernación del');
  expect(await page.getByLabel('Vino').isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Guardar y seguir' }).click();

  await page.getByLabel('Nombre y apellido').fill('Esteban Cogollo');
  await page.getByLabel('Correo institucional').fill('esteban.cogollo@litoral.gov.co');
  await page.getByLabel('Clave').fill('corta');
  await page.getByRole('button', { name: 'Guardar y seguir' }).click();
  await page.getByText('Muy corta').waitFor();
  expect(await page.getByLabel('Nombre y apellido').inputValue()).toBe('Esteban Cogollo');
  await page.getByLabel('Clave').fill('la lancha sale a las seis');
  await page.getByRole('button', { name: 'Guardar y seguir' }).click();
  await page.waitForURL('**/setup/plan');
  await scan(page);
  await page.getByLabel('Su primera dependencia').fill('Oficina de Prensa');
  await page.getByLabel('Oficina de prensa de un ministerio').check();
  await page.getByRole('button', { name: 'Terminar y entrar' }).click();
  await page.waitForURL('**/workspace');
  await scan(page);
  await page.goto('/workspace/plans');
  await page.getByRole('table').getByRole('link').first().waitFor();
  expect(await page.getByRole('table').innerText()).toContain('Versión 1');
  await page.context().close();

  const stranger = await journey.visitor();
  await stranger.goto('/setup');
  expect(new URL(stranger.url()).pathname).toBe('/');
  expect(await stranger.locator('header').innerText()).toContain('Litoral');
  await signIn(stranger, 'esteban.cogollo@litoral.gov.co', 'la lancha sale a las seis');
  await stranger.waitForURL('**/workspace');
  await stranger.context().close();
});

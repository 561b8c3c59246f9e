import { expect, test } from 'vitest';
import { installationCode } from '#domains/organization/index.ts';
import { openJourney, scan, type Journey } from '#test/support/journey.ts';
import type { Page } from 'playwright-core';

const [withOffice, withNothing] = [await openJourney(), await openJourney()];

/** From the first page to the workspace, with one of the templates of the last step. */
async function setUp(journey: Journey, template: string): Promise<Page> {
  const page = await journey.visitor();
  await page.goto('/');
  await page.getByLabel('Código de instalación').fill(await installationCode(journey.house.app));
  await page.getByRole('button', { name: 'Montar mi institución' }).click();
  await page.getByLabel('Qué es').fill('Alcaldía de');
  await page.getByLabel('Nombre').fill('Bahía Honda');
  await page.getByRole('button', { name: 'Guardar y seguir' }).click();
  await page.getByLabel('Nombre y apellido').fill('Esteban Cogollo');
  await page.getByLabel('Correo institucional').fill('esteban.cogollo@bahiahonda.gov.co');
  await page.getByLabel('Clave').fill('la lancha sale a las seis');
  await page.getByRole('button', { name: 'Guardar y seguir' }).click();
  await page.getByLabel('Su primera dependencia').fill('Oficina de Informática');
  await page.getByLabel(template).check();
  await page.getByRole('button', { name: 'Terminar y entrar' }).click();
  await page.waitForURL('**/workspace');
  return page;
}

test('an office of informatics begins with its own template', async () => {
  const page = await setUp(withOffice, 'Oficina de informática de una alcaldía');
  await page.goto('/workspace/plans');
  await page.getByRole('table').getByRole('link').first().click();
  await page.waitForURL(/\/workspace\/plans\/\d+/);
  await scan(page);
  await page.goto(`${new URL(page.url()).pathname}/tree`);
  await page.getByText('Boletín mensual').or(page.getByText('Newsletter')).first().waitFor();
  await page.context().close();
});

test('an institution without template begins a plan with nothing in it', async () => {
  const page = await setUp(withNothing, 'Ninguna');
  await scan(page);
  await page.goto('/workspace/plans');
  await page.getByText('No hay ningún plan.', { exact: true }).waitFor();
  await scan(page);
  await page.getByRole('link', { name: 'Subir' }).first().click();
  await page.getByLabel('Título').fill('Plan de comunicaciones 2027');
  await page.getByLabel('Dependencia que responde por él').selectOption({ label: 'Oficina de Informática' });
  await page.getByLabel('Desde').fill('2027-01-01');
  await page.getByLabel('Hasta').fill('2027-12-31');
  await scan(page);
  await page.getByRole('button', { name: 'Empezar el plan' }).click();
  await page.waitForURL(/\/workspace\/plans\/\d+\/tree/);
  await scan(page);
  expect(await page.locator('body').innerText()).toContain('Plan de comunicaciones 2027');
  await page.context().close();
});

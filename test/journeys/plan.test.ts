import { expect, test } from 'vitest';
import { giveRole } from '#domains/organization/index.ts';
import { writeYaml } from '#domains/plan/index.ts';
import { parseDay } from '#platform/clock/day.ts';
import { accepted } from '#platform/refusal.ts';
import { password, seatCast } from '#test/support/cast.ts';
import { smallPlan } from '#test/support/drafted-plan.ts';
import { awake, openJourney, scan, signIn } from '#test/support/journey.ts';

const journey = await openJourney();
const cast = await seatCast(journey.house);
const yaml = (name: string, text: string) => ({ name, mimeType: 'application/yaml', buffer: Buffer.from(text) });
const good = writeYaml(smallPlan);
const bad = good.replace('responsibility: interna-1', 'responsibility: ninguna');

let plan = '';
const at = (path: string) => `/workspace/plans/${plan}/${path}`;

test('a bad file is refused row by row and nothing of it comes in; the good one comes in after a look', async () => {
  const page = await journey.visitor();
  await signIn(page, cast.mail('julian'), password, '/workspace/plans');
  await page.getByText('No hay ningún plan.', { exact: true }).waitFor();
  await scan(page);
  await page.getByRole('link', { name: 'Subir un plan' }).first().click();
  await page.getByLabel('Archivo del plan').setInputFiles(yaml('plan.yaml', bad));
  await page.getByRole('button', { name: 'Ver lo que trae' }).click();
  await page.getByText('El archivo no entró').waitFor();
  const faults = await page.getByRole('table').innerText();
  expect(faults).toMatch(/línea \d+/);
  expect(faults).toContain('«ninguna» no está en la lista');
  await scan(page);
  expect(await journey.house.app.database.primary.selectFrom('plans').select('id').execute()).toEqual([]);

  await page.getByLabel('Archivo del plan').setInputFiles(yaml('plan.yaml', good));
  await page.getByRole('button', { name: 'Ver lo que trae' }).click();
  await page.getByRole('button', { name: /^Traer/ }).waitFor();
  await scan(page);
  await page.getByRole('button', { name: /^Traer/ }).click();
  await page.waitForURL('**/tree**');
  plan = /plans\/(\d+)/.exec(page.url())![1]!;
  await page.getByRole('link', { name: 'Enviar el boletín interno' }).waitFor();
  await scan(page);
  await page.context().close();
});

test('a row is edited with the mouse', async () => {
  const page = await journey.visitor();
  await signIn(page, cast.mail('julian'), password, at('tree'));
  await awake(page);
  await page.getByRole('link', { name: 'Enviar el boletín interno' }).click();
  const inspector = page.getByRole('complementary');
  await inspector.getByLabel('Nombre').fill('Enviar el boletín interno los viernes');
  await scan(page);
  await inspector.getByRole('button', { name: 'Guardar', exact: true }).click();
  await page.getByRole('treegrid').getByRole('link', { name: 'Enviar el boletín interno los viernes' }).waitFor();
  await page.context().close();
});

test('a row is edited and moved with the keyboard alone', async () => {
  const page = await journey.visitor();
  await signIn(page, cast.mail('julian'), password, at('tree'));
  await awake(page);
  const rows = page.getByRole('treegrid').getByRole('row');
  while (!(await page.evaluate(() => document.activeElement?.matches('[role=treegrid] tr')))) await page.keyboard.press('Tab');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Informar a toda la ciudadanía');
  await page.keyboard.press('Enter');
  await page.getByRole('treegrid').getByRole('link', { name: 'Informar a toda la ciudadanía' }).waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('Alt+ArrowDown');
  await page
    .getByRole('status')
    .getByText(/Informar a toda la ciudadanía.* va ahora al puesto 2/)
    .waitFor();
  await rows.nth(1).getByText('Informar a la planta').waitFor();
  await page.context().close();
});

test('a row is edited without script', async () => {
  const page = await journey.visitor({ javaScriptEnabled: false });
  await signIn(page, cast.mail('julian'), password, at('tree'));
  await page.getByRole('link', { name: 'Divulgar', exact: true }).click();
  await page.getByRole('complementary').getByLabel('Nombre').fill('Divulgar a tiempo');
  await page.getByRole('complementary').getByRole('button', { name: 'Guardar', exact: true }).click();
  await page.getByRole('treegrid').getByRole('link', { name: 'Divulgar a tiempo' }).waitFor();
  await page.context().close();
});

test('it goes to review; who wrote it may not approve it, and is told who can', async () => {
  const page = await journey.visitor();
  await signIn(page, cast.mail('julian'), password, at('versions'));
  await scan(page);
  await page.getByRole('button', { name: 'Enviar la versión 1 a revisión' }).click();
  await page.getByText('Enviada a revisión').waitFor();
  await page.context().close();

  // Not even when he may approve what others write.
  accepted(await giveRole(cast.as(), { person: cast.people.julian, role: 'reviewer', unit: null }));
  const author = await journey.visitor();
  await signIn(author, cast.mail('julian'), password, at('versions'));
  await author.getByText('Usted escribió en esta versión; no la aprueba.').waitFor();
  expect(await author.locator('main').innerText()).toMatch(/Puede aprobarla:.*(Nidia Arrieta|Marcela Ospina)/);
  await scan(author);
  await author.goto(at('versions/1/approval'));
  await author.getByRole('button', { name: 'Aprobar la versión 1' }).click();
  await author.getByRole('alert').getByText('Usted escribió en esta versión; no la aprueba.').waitFor();
  await scan(author);
  await author.context().close();
});

test('another approves it, the head puts it in force, and a citizen reads it without script', async () => {
  const reviewer = await journey.visitor();
  await signIn(reviewer, cast.mail('nidia'), password, '/workspace');
  await reviewer.getByText('Versión 1 en revisión').waitFor();
  await reviewer.goto(at('versions'));
  await reviewer.getByRole('button', { name: 'Aprobar la versión 1' }).click();
  await reviewer.getByText('Aprobada').first().waitFor();
  await reviewer.context().close();

  const citizen = await journey.visitor({ javaScriptEnabled: false });
  expect((await citizen.goto('/plan/pec'))!.status()).toBe(404);

  const head = await journey.visitor();
  await signIn(head, cast.mail('marcela'), password, at('versions'));
  await head.getByRole('button', { name: 'Poner en vigor la versión 1' }).click();
  await head.getByText('Puesta en vigor').waitFor();
  await scan(head);
  await head.context().close();

  await citizen.goto('/plan');
  await scan(citizen);
  await citizen.goto('/plan/pec');
  expect(await citizen.locator('main').innerText()).toContain('Informar a toda la ciudadanía');
  await scan(citizen);
  await citizen.goto('/plan/pec/text');
  await scan(citizen);
  await citizen.context().close();
});

test('the next version says what changed from the one in force', async () => {
  const page = await journey.visitor();
  await signIn(page, cast.mail('julian'), password, at('versions'));
  await page.getByRole('button', { name: 'Preparar la siguiente' }).click();
  await page.waitForURL('**/tree**');
  await awake(page);
  await page.getByRole('link', { name: 'Enviar el boletín interno los viernes' }).click();
  const inspector = page.getByRole('complementary');
  await inspector.getByLabel('Nombre').fill('Enviar el boletín interno los lunes');
  await inspector.getByLabel('Termina').fill(parseDay('2026-12-11'));
  await inspector.getByRole('button', { name: 'Guardar', exact: true }).click();
  await page.getByRole('link', { name: 'Ver diferencias con la 1' }).click();
  const change = page.getByRole('article');
  await change.waitFor();
  expect(await change.locator('del').first().innerText()).toMatch(/Se quitó:\s*viernes/);
  expect(await change.locator('ins').first().innerText()).toMatch(/Se agregó:\s*lunes/);
  expect(await change.innerText()).toContain('11 de diciembre de 2026');
  await scan(page);
  await page.goto(at('timeline'));
  await scan(page);
  await page.goto(at('text'));
  await scan(page);
  await page.context().close();
});

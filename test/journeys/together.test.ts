import { expect, test } from 'vitest';
import { importPlan } from '#domains/plan/index.ts';
import { accepted } from '#platform/refusal.ts';
import { password, seatCast } from '#test/support/cast.ts';
import { fileOf, smallPlan } from '#test/support/drafted-plan.ts';
import { awake, openJourney, scan, signIn } from '#test/support/journey.ts';

const journey = await openJourney();
const cast = await seatCast(journey.house);
const { plan } = accepted(await importPlan(cast.as(), { bytes: fileOf(smallPlan) }));
const db = journey.house.app.database.primary;
const tree = `/workspace/plans/${plan}/tree`;

test('the second of two who change a row sees what the first saved, and both stay', async () => {
  const [first, second] = [await journey.visitor(), await journey.visitor()];
  for (const [page, who] of [
    [first, 'julian'],
    [second, 'marcela'],
  ] as const) {
    await signIn(page, cast.mail(who), password, tree);
    await awake(page);
    await page.getByRole('link', { name: 'Enviar el boletín interno' }).click();
    await page.getByRole('complementary').getByLabel('Nombre').waitFor();
  }
  const [one, other] = [first.getByRole('complementary'), second.getByRole('complementary')];
  // She is writing when he saves.
  await other.getByLabel('Nombre').fill('Enviar el boletín de los lunes');
  await one.getByLabel('Nombre').fill('Enviar el boletín de los viernes');
  await one.getByLabel('Descripción').fill('A las siete de la mañana.');
  await one.getByRole('button', { name: 'Guardar', exact: true }).click();
  await first.getByRole('treegrid').getByRole('link', { name: 'Enviar el boletín de los viernes' }).waitFor();

  await other.getByRole('button', { name: 'Guardar', exact: true }).click();
  await second.getByText('Julián Restrepo guardó esto mientras usted escribía.').waitFor();
  expect(await other.locator('del').innerText()).toBe('Enviar el boletín de los viernes');
  expect(await other.locator('ins').innerText()).toBe('Enviar el boletín de los lunes');
  expect(await other.getByLabel('Nombre').inputValue()).toBe('Enviar el boletín de los lunes');
  await scan(second);
  await other.getByRole('button', { name: 'Guardar', exact: true }).click();
  await second.getByRole('treegrid').getByRole('link', { name: 'Enviar el boletín de los lunes' }).waitFor();
  expect(await db.selectFrom('plan_rows').select(['title', 'description']).where('code', '=', 'A1').executeTakeFirstOrThrow()).toEqual({
    title: 'Enviar el boletín de los lunes',
    description: 'A las siete de la mañana.',
  });
  await first.context().close();
  await second.context().close();
});

test('a double click sends once', async () => {
  const page = await journey.visitor();
  await signIn(page, cast.mail('esteban'), password, '/workspace/settings/units/new');
  await awake(page);
  await page.getByLabel('Nombre').fill('Archivo Histórico');
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await page.getByRole('button', { name: 'Crear la dependencia' }).dblclick();
  await page.getByText('La dependencia quedó creada.').waitFor();
  const made = await db.selectFrom('units').select('id').where('name', '=', 'Archivo Histórico').execute();
  expect(made).toHaveLength(1);
  expect(sent).toHaveLength(1);
  await page.context().close();
});

test('what was typed outlives the session, and waits for who comes back', async () => {
  const page = await journey.visitor();
  await signIn(page, cast.mail('esteban'), password, '/workspace/settings/units/new');
  await awake(page);
  await page.getByLabel('Nombre').fill('Casa de la Cultura');
  await db.updateTable('sessions').set({ ended_at: new Date() }).where('ended_at', 'is', null).execute();
  await page.getByRole('button', { name: 'Crear la dependencia' }).click();
  await page.waitForURL('**/sign-in?*');
  await page.getByText('Guardamos lo que había escrito.').waitFor();
  await scan(page);
  await page.getByLabel('Correo institucional').fill(cast.mail('esteban'));
  await page.getByLabel('Clave').fill(password);
  await page.getByRole('button', { name: 'Entrar' }).click();
  await page.waitForURL('**/settings/units/new**');
  await page.getByText('Recuperamos lo que había escrito.').waitFor();
  expect(await page.getByLabel('Nombre').inputValue()).toBe('Casa de la Cultura');
  await scan(page);
  await page.getByRole('button', { name: 'Crear la dependencia' }).click();
  await page.getByText('La dependencia quedó creada.').waitFor();
  await page.context().close();
});

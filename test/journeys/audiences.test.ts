import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { outbox, readMail } from '#platform/mail/outbox.ts';
import { commandContext } from '#platform/events/tell.ts';
import { system } from '#platform/ctx.ts';
import { password, seatCast } from '#test/support/cast.ts';
import { awake, openJourney, scan, signIn } from '#test/support/journey.ts';

const journey = await openJourney();
const cast = await seatCast(journey.house);
const { app } = journey.house;

async function lastLetter(): Promise<string> {
  const ctx = commandContext(app.database.primary, system, app.clock(), app.owed, app.vault);
  const { mails } = await outbox(ctx);
  return (await readMail(ctx, mails[0]!.id)).text;
}

test('a bad file is brought in, what is wrong is mended in a file of its own and loaded again, and it is undone', async () => {
  const page = await journey.visitor();
  await signIn(page, cast.mail('julian'), password, '/workspace/imports');
  await awake(page);
  await scan(page);
  const rows = 'Nombre;Correo;Municipio\nAna Gómez;ana@x.co;Montería, Córdoba\nPedro Ruiz;pedro.x.co;Cereté\n';
  await page.getByLabel('Archivo').setInputFiles({ name: 'vecinos.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await page.getByRole('button', { name: 'Subir y mirar' }).click();
  await page.getByText('El archivo parece tener').waitFor();
  await scan(page);
  await page.getByRole('button', { name: 'Mirar las primeras filas' }).click();
  await page.getByText('Así entrarían').waitFor();
  await scan(page);
  await page.getByRole('button', { name: 'Traer los contactos' }).click();
  await page.getByText('filas tienen fallas y esperan que las corrija').waitFor();
  await scan(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()]);
  const faults = await readFile(await download.path(), 'utf8');
  expect(faults).toContain('No parece un correo');
  const mended = faults.replace('pedro.x.co', 'pedro@x.co');
  await page.goto('/workspace/imports');
  await page.getByLabel('Archivo').setInputFiles({ name: 'corregido.csv', mimeType: 'text/csv', buffer: Buffer.from(mended) });
  await page.getByRole('button', { name: 'Subir y mirar' }).click();
  await page.getByRole('button', { name: 'Mirar las primeras filas' }).click();
  await page.getByRole('button', { name: 'Traer los contactos' }).click();
  await page.getByText('Entró 1 contacto nuevo').waitFor();
  await page.goto('/workspace/contacts?q=pedro');
  await page.getByText('pedro@x.co').waitFor();
  await scan(page);
  await page.goto('/workspace/imports');
  await page.getByRole('link', { name: 'corregido.csv' }).click();
  await page.getByRole('button', { name: 'Deshacer' }).click();
  await page.getByText('Se deshizo').waitFor();
}, 120_000);

test('a segment is built with its count beside it, and opens into its contacts', async () => {
  const page = await journey.visitor();
  await signIn(page, cast.mail('julian'), password, '/workspace/segments/new');
  await awake(page);
  await scan(page);
  await page.getByLabel('Nombre').fill('Vecinos de Córdoba');
  await page.getByRole('button', { name: 'Poner la condición' }).click();
  await page.getByRole('group', { name: 'Quién es' }).first().getByLabel('Ciudadanía').check();
  await page.getByRole('status').filter({ hasText: '1 contacto' }).waitFor();
  await scan(page);
  await page.getByRole('button', { name: 'Guardar el segmento' }).click();
  await page.getByText('Quedó guardado').waitFor();
  await scan(page);
  await page.getByRole('link', { name: 'Ver todos los que cumplen hoy' }).click();
  await page.getByText('ana@x.co').waitFor();
  await page.goto('/workspace/segments');
  await scan(page);
}, 120_000);

test('with script off somebody subscribes, confirms, changes what he receives, asks to be erased and leaves', async () => {
  const page = await journey.visitor({ javaScriptEnabled: false });
  await page.goto('/subscription');
  await scan(page);
  await page.getByRole('button', { name: 'Suscribirme' }).click();
  await page.getByText('Marque al menos una cosa').first().waitFor();
  await page.getByLabel('Su correo').fill('lucia@barrio.co');
  await page.getByLabel(/^Boletín y noticias/).check();
  await page.getByRole('button', { name: 'Suscribirme' }).click();
  await page.getByRole('heading', { name: 'Mire su correo' }).waitFor();
  await page.goto(new URL(/https?:\S+/.exec(await lastLetter())![0]).pathname);
  await scan(page);
  await page.getByRole('button', { name: 'Sí, lo autorizo' }).click();
  await page.getByText('Quedó suscrito').waitFor();
  await page.getByRole('link', { name: 'Encender los avisos, sin dar su correo' }).waitFor();
  await scan(page);
  const subscribed = page.url();
  await page.getByRole('button', { name: 'No, gracias' }).click();
  await page.waitForURL((url) => url.search === '');
  await page.goto(subscribed);
  expect(await page.getByText('¿Quiere verlos también en este navegador').count()).toBe(0);
  expect(await page.getByLabel(/^Boletín y noticias/).isChecked()).toBe(true);
  await page.getByLabel(/^Boletín y noticias/).uncheck();
  await page.getByRole('button', { name: 'Guardar lo que recibo' }).click();
  await page.getByText('vale desde ya').waitFor();
  await page.getByLabel(/^Borrado/).check();
  await page.getByRole('button', { name: 'Pedirlo' }).click();
  await page.getByText('se responde a más tardar el').first().waitFor();
  await page.getByRole('button', { name: 'No escribirme más' }).click();
  await page.getByText('No le escribimos más.').waitFor();

  const office = await journey.visitor();
  await signIn(office, cast.mail('marcela'), password, '/workspace/data-requests');
  await awake(office);
  await scan(office);
  await office.getByRole('link', { name: /lucia@barrio.co/ }).click();
  await office.getByLabel(/^Se concede/).check();
  await office.getByLabel('La respuesta').fill('Borramos todo lo que sabíamos de usted.');
  await scan(office);
  await office.getByRole('button', { name: 'Responder y enviar' }).click();
  await office.getByText('Quedó respondida.').waitFor();
  expect(await lastLetter()).toContain('Borramos todo');
  await office.goto('/workspace/consents');
  await scan(office);
}, 120_000);

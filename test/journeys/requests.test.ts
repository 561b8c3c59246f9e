import { expect, test } from 'vitest';
import { password, seatCast } from '#test/support/cast.ts';
import { awake, openJourney, scan, signIn } from '#test/support/journey.ts';

const journey = await openJourney();
const cast = await seatCast(journey.house);
const db = journey.house.app.database.primary;

const note = { name: 'resolucion.txt', mimeType: 'text/plain', buffer: Buffer.from('Resolución 318 de 2026') };

test('somebody without an account asks by a short address with script off, and follows by a secret one', async () => {
  const head = await journey.visitor();
  await signIn(head, cast.mail('marcela'), password, '/workspace/requests/links');
  await awake(head);
  await head.getByLabel('Para quién es').fill('Juntas de acción comunal');
  await head.getByRole('button', { name: 'Abrir un enlace' }).click();
  await head.getByText('Enlace abierto.').waitFor();
  await scan(head);
  const address = new URL((await head.getByRole('link', { name: /\/request\// }).getAttribute('href'))!, journey.house.origin).pathname;

  const neighbour = await journey.visitor({ javaScriptEnabled: false });
  await neighbour.goto(address);
  await scan(neighbour);
  await neighbour.getByLabel('Qué se necesita').fill('Un afiche para el bazar.');
  await neighbour.getByLabel('Su correo').fill('yadira@correo');
  await neighbour.getByRole('button', { name: 'Enviar' }).click();
  expect(await neighbour.title()).toMatch(/^Error: /);
  await neighbour.getByRole('heading', { name: 'Faltan 3 cosas para continuar' }).waitFor();
  await neighbour.getByRole('link', { name: 'Escriba su nombre.' }).click();
  expect(new URL(neighbour.url()).hash).toBe('#name');
  expect(await neighbour.getByLabel('Qué se necesita').inputValue()).toBe('Un afiche para el bazar.');
  await neighbour.getByLabel('En una línea').fill('Afiche del bazar');
  await neighbour.getByLabel('Su nombre').fill('Yadira Pertuz');
  await neighbour.getByLabel('Su correo').fill('yadira@correo.co');
  await neighbour.getByLabel('Archivos').setInputFiles(note);
  await neighbour.getByRole('button', { name: 'Enviar' }).click();
  await neighbour.waitForURL(/\/request\/follow\//);
  await neighbour.getByText('La recibimos.').waitFor();
  await scan(neighbour);

  await head.goto('/workspace/requests');
  await awake(head);
  await head.getByRole('link', { name: /Afiche del bazar/ }).click();
  await head.getByText('de fuera de la casa').waitFor();
  await head.getByRole('textbox', { name: 'Responder' }).fill('¿Para qué día es el bazar?');
  await head.getByRole('button', { name: 'Devolver con preguntas' }).click();
  await head.getByText('Devuelta con sus preguntas.').waitFor();

  const letter = await db
    .selectFrom('outbox_mails')
    .selectAll()
    .where('to_address', '=', 'yadira@correo.co')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(letter.subject).toContain('Le preguntamos algo sobre su solicitud');
  await neighbour.reload();
  await neighbour.getByText('¿Para qué día es el bazar?').waitFor();
  await neighbour.getByLabel('Su respuesta').fill('Para el 12 de diciembre.');
  await neighbour.getByRole('button', { name: 'Enviar' }).click();
  await neighbour.getByText('Para el 12 de diciembre.').waitFor();
  await scan(neighbour);
  const closed = await journey.house.ask('/request/nohayeste');
  const unknown = await journey.house.ask('/request/follow/nohayesta');
  expect([closed.status, unknown.status]).toEqual([404, 404]);
}, 120_000);

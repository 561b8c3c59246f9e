import { expect, test } from 'vitest';
import { password, seatCast } from '#test/support/cast.ts';
import { awake, openJourney, scan, signIn } from '#test/support/journey.ts';
import { rulingPlan } from '#test/support/town-plan.ts';

const journey = await openJourney();
const cast = await seatCast(journey.house);
const { plan } = await rulingPlan(cast);

const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nActa\n%%EOF\n') });

test('a liaison reports with evidence, and the head sees the board move', async () => {
  const head = await journey.visitor();
  await signIn(head, cast.mail('marcela'), password, `/workspace/plans/${plan}`);
  await awake(head);
  const late = head.locator('.objectives').getByText('1 actividad tarde');
  expect(await late.count()).toBe(1);
  await scan(head);

  const liaison = await journey.visitor();
  await signIn(liaison, cast.mail('rosa'), password);
  await scan(liaison);
  await liaison.getByRole('link', { name: 'Publicar el avance del plan de desarrollo' }).first().click();
  await liaison.getByRole('heading', { name: 'Reportar avance' }).waitFor();
  expect(await liaison.locator('main').innerText()).toContain('tarde');
  await liaison.getByLabel('Estado').selectOption({ label: 'Hecha' });
  await liaison.getByLabel('Cuánto va, en %').fill('101');
  await liaison.getByLabel('Qué se hizo').fill('Se publicó en la página y en la cartelera.');
  await liaison.getByRole('button', { name: 'Reportar avance' }).click();
  await liaison.locator('.error').waitFor();
  expect(await liaison.getByLabel('Qué se hizo').inputValue()).toBe('Se publicó en la página y en la cartelera.');
  await scan(liaison);
  await liaison.getByLabel('Cuánto va, en %').fill('100');
  await liaison.getByLabel(/^Evidencia( opcional)?$/).setInputFiles(pdf('acta de publicación.pdf'));
  await liaison.getByRole('button', { name: 'Reportar avance' }).click();
  await liaison.getByText('Avance reportado.').waitFor();
  const evidence = liaison.getByRole('link', { name: /acta de publicación\.pdf/ });
  expect(await evidence.count()).toBe(1);
  expect((await liaison.context().request.get((await evidence.getAttribute('href'))!)).status()).toBe(200);
  await scan(liaison);

  // Nobody reloads: the board hears of it.
  await late.waitFor({ state: 'detached' });
  await head.context().close();
  await liaison.context().close();
});

test('whoever does not answer for an activity reads it and does not report', async () => {
  const page = await journey.visitor();
  await signIn(page, cast.mail('diego'), password, `/workspace/plans/${plan}/activities`);
  await scan(page);
  await page.getByRole('link', { name: /Publicar el avance/ }).click();
  await page.getByText('Esta actividad no está a su cargo.').waitFor();
  await page.context().close();
});

test('a reading counts once a second person accepts it, and a correction keeps the first value in sight', async () => {
  const taker = await journey.visitor();
  await signIn(taker, cast.mail('rosa'), password, `/workspace/plans/${plan}`);
  await taker.getByRole('link', { name: 'Comunicados de planeación' }).first().click();
  await taker.getByRole('heading', { name: 'Tomar medición' }).waitFor();
  await taker.getByLabel('Mes').selectOption({ label: 'octubre de 2026' });
  await taker.getByLabel('Valor').fill('tres');
  await taker.getByRole('button', { name: 'Tomar medición' }).click();
  await taker.getByText('Escriba solo la cifra').waitFor();
  expect(await taker.getByLabel('Valor').inputValue()).toBe('tres');
  await taker.getByLabel('Valor').fill('3');
  await taker.getByLabel(/^Evidencia( opcional)?$/).setInputFiles(pdf('cuenta de octubre.pdf'));
  await taker.getByRole('button', { name: 'Tomar medición' }).click();
  await taker.getByText('Medición tomada.').waitFor();
  await taker.getByText('Usted la tomó; no la acepta.').waitFor();
  await scan(taker);

  const second = await journey.visitor();
  await signIn(second, cast.mail('nidia'), password);
  await scan(second);
  await second.goto(taker.url().split('?')[0]!);
  await second.getByRole('button', { name: 'Aceptar la medición' }).click();
  await second.getByText('Medición aceptada: ya cuenta.').waitFor();
  await scan(second);

  await taker.goto(taker.url().split('?')[0]!);
  await taker.getByRole('link', { name: 'corregir octubre de 2026' }).click();
  await taker.getByLabel('Valor correcto').fill('5');
  await taker.getByLabel('Por qué se corrige').fill('Faltaban los dos del Concejo.');
  await taker.getByRole('button', { name: 'Corregir', exact: true }).click();
  await taker.getByText('Medición corregida.').waitFor();
  await second.reload();
  await second.getByRole('button', { name: 'Aceptar la medición' }).click();
  await second.getByText('Medición aceptada: ya cuenta.').waitFor();
  await second.getByText('era 3: Faltaban los dos del Concejo.').waitFor();
  await taker.context().close();
  await second.context().close();
});

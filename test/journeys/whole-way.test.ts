import { expect, test, vi } from 'vitest';
import { getPiece } from '#domains/editorial/index.ts';
import { awake, openJourney, scan } from '#test/support/journey.ts';
import { openWholeWay } from '#test/support/whole-way.ts';
import { saved, says, sendToReview, textOf, writeRelease } from '#test/support/writing-desk.ts';

vi.setConfig({ testTimeout: 120_000 });
const journey = await openJourney();
const { house } = journey;
const { cast, figure, activity, rosa, julian, marcela, citizen } = await openWholeWay(journey);
const db = house.app.database.primary;

const title = 'El descuento del predial llega al 15 %';
const note = { name: 'resolucion.txt', mimeType: 'text/plain', buffer: Buffer.from('Resolución 318 de 2026') };
let piece = 0;
let address = '';
let file = '';
const at = (path = '') => `/workspace/pieces/${piece}${path}`;

test('a dependency asks, the office asks back, and accepts it into a piece for an activity of the plan', async () => {
  await scan(rosa);
  await rosa.getByLabel('En una línea').fill(title);
  await rosa.getByLabel('Qué se necesita').fill('Un comunicado que diga hasta cuándo vale y cómo se paga.');
  await rosa.getByLabel('Para cuándo').fill('2026-12-01');
  await rosa.getByLabel('Como qué lo imagina').selectOption('press_release');
  await rosa.getByLabel('Material').setInputFiles(note);
  await rosa.getByRole('button', { name: 'Pedir', exact: true }).click();
  await rosa.waitForURL(/\/intranet\/requests\/\d+/);
  const number = /requests\/(\d+)/.exec(rosa.url())![1]!;
  await rosa.getByText('Prensa le responde a más tardar el').waitFor();
  await scan(rosa);

  await julian.reload();
  await awake(julian);
  await scan(julian);
  await julian.getByRole('link', { name: title }).click();
  await julian.getByRole('heading', { name: `Solicitud ${number}` }).waitFor();
  await julian.getByText('resolucion.txt').waitFor();
  await scan(julian);
  await julian.getByRole('button', { name: 'Devolver con preguntas' }).click();
  await julian.getByText('Escriba qué quiere decir.').waitFor();
  await julian.getByRole('textbox', { name: 'Responder' }).fill('¿La resolución ya está firmada?');
  await julian.getByRole('button', { name: 'Devolver con preguntas' }).click();
  await julian.getByText('Devuelta con sus preguntas.').waitFor();

  await rosa.goto('/intranet/requests');
  await rosa.getByText('espera su respuesta').waitFor();
  await scan(rosa);
  await rosa.getByRole('link', { name: title }).click();
  await rosa.getByText('¿La resolución ya está firmada?').waitFor();
  await rosa.getByLabel('Su respuesta').fill('Sí, desde el lunes.');
  await rosa.getByRole('button', { name: 'Responder' }).click();
  await rosa.getByText('Quedó escrito.').waitFor();

  await marcela.getByText('Nada contado todavía.').waitFor();
  await marcela.goto(`/workspace/requests/${number}`);
  await awake(marcela);
  await marcela.getByText('Sí, desde el lunes.').waitFor();
  await marcela.getByLabel('Actividad').selectOption({ label: await labelOf(activity) });
  await marcela.getByLabel('Julián Restrepo').check();
  await marcela.getByRole('button', { name: 'Aceptar', exact: true }).click();
  await marcela.getByText('Aceptada. Se lo contamos a quien pidió.').waitFor();
  await scan(marcela);
  const made = await db.selectFrom('pieces').selectAll().where('request_id', '=', Number(number)).executeTakeFirstOrThrow();
  expect(made).toMatchObject({ kind: 'press_release', owner_id: cast.people.julian, unit_id: cast.units.planeacion, due_on: '2026-12-01' });
  piece = made.id;
  address = `/news/${made.slug}`;

  await rosa.goto(`/intranet/requests/${number}`);
  await rosa.getByText('Prensa la está haciendo, para el').waitFor();
  await rosa.getByText('Borrador').waitFor();
  await scan(rosa);
});

/** How the plan numbers an activity in a list of choices. */
const labelOf = async (name: string) =>
  (await marcela.getByLabel('Actividad').locator('option').allInnerTexts()).find((label) => label.endsWith(name))!;

test('it is written, held back for an alternative text, mended and sent to review', async () => {
  await julian.goto(at());
  await textOf(julian).waitFor();
  await says(julian, 'Está en blanco.');
  await scan(julian);
  await writeRelease(julian);
  await julian.getByRole('button', { name: 'Imagen', exact: true }).click();
  await julian.getByRole('dialog').getByRole('button', { name: 'Punto de atención' }).click();
  await julian.getByText('Falta el texto alternativo').first().waitFor();
  await says(julian, 'Le falta una cosa para pasar a revisión.');
  await saved(julian);
  await scan(julian);
  expect(await julian.locator('.inspector').getByRole('button', { name: 'Enviar a revisión' }).getAttribute('aria-disabled')).toBe('true');
  const forced = await house.ask(at('/submission'), { as: cast.mail('julian'), method: 'POST', body: new URLSearchParams({ note: '' }) });
  expect([forced.status, (await forced.text()).includes('Falta algo que el tipo de pieza exige')]).toEqual([422, true]);

  await julian.getByRole('button', { name: /^Corregirlo.*Texto alternativo/ }).click();
  expect(await julian.evaluate(() => (document.activeElement as HTMLElement).innerText)).toBe('Describir la imagen');
  await julian.keyboard.press('Enter');
  await julian.getByRole('dialog').getByLabel('Texto alternativo').fill('Fachada del punto de atención, con la puerta abierta.');
  await julian.getByRole('dialog').getByRole('button', { name: 'Guardar las palabras' }).click();
  await says(julian, /Puede pasar a revisión/);
  await saved(julian);
  await julian.getByRole('button', { name: /^Verlo.*Cifra sin fuente/ }).click();
  await julian.getByRole('button', { name: 'Cifra con fuente' }).click();
  await julian.getByRole('dialog').getByLabel('De dónde sale la cifra').fill('Secretaría de Obras, 2026');
  await julian.getByRole('dialog').getByRole('button', { name: 'Citar la fuente' }).click();
  await says(julian, 'Está lista para pasar a revisión.');
  await saved(julian);
  const { body } = await getPiece(cast.as('julian'), piece);
  expect(body.content.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'orderedList', 'image']);
  expect(JSON.stringify(body)).toContain('"marks":[{"type":"source","attrs":{"source":"Secretaría de Obras, 2026"}}]');

  await sendToReview(julian);
});

const decide = (page: typeof julian, what: RegExp) => page.locator('#decision').getByRole('button', { name: what }).click();

test('its author does not approve it; the head returns it, and approves what comes back', async () => {
  await julian.getByText('Usted la escribió; no la aprueba.').waitFor();
  const step = async (name: string) =>
    (
      await db
        .selectFrom('review_steps')
        .select('id')
        .where('piece_id', '=', piece)
        .where('step', '=', name)
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow()
    ).id;
  const own = async (name: string) => {
    const body = new URLSearchParams({ intent: 'decide', step: String(await step(name)), decision: 'pass' });
    const answer = await house.ask(at('/review'), { as: cast.mail('julian'), method: 'POST', body });
    return [answer.status, (await answer.text()).includes('Toda pieza pasa por otros ojos')];
  };
  expect(await own('editor')).toEqual([422, true]);

  await marcela.goto(at('/review'));
  await awake(marcela);
  await marcela.getByRole('textbox', { name: 'Nota' }).fill('Diga también el número de la resolución.');
  await decide(marcela, /^Devolver/);
  await marcela.getByText('Devuelta con su nota.').waitFor();

  await julian.goto(at());
  await textOf(julian).getByText('El recaudo permitirá').click();
  await julian.keyboard.press('End');
  await julian.keyboard.type(' Así lo dice la Resolución 318.');
  await saved(julian);
  await sendToReview(julian);

  await rosa.goto(at('/review'));
  await awake(rosa);
  await rosa.getByText('Se le pide el dato: que lo que dice de su dependencia sea cierto.').waitFor();
  await decide(rosa, /^Dar el visto bueno/);
  await rosa.getByText('Decidido.').waitFor();
  await scan(rosa);
  await marcela.goto(at('/review'));
  await awake(marcela);
  await decide(marcela, /^Dar el visto bueno/);
  await marcela.getByRole('button', { name: 'Aprobar la versión 2' }).waitFor();
  expect(await own('approval')).toEqual([422, true]);
  expect(await db.selectFrom('approvals').select('id').where('piece_id', '=', piece).execute()).toEqual([]);
  await decide(marcela, /^Aprobar la versión 2/);
  await marcela.getByText('Marcela Ospina aprobó la versión 2').first().waitFor();
});

test('it is scheduled, goes out at its minute, and is read by a citizen without script and by the staff', async () => {
  await marcela.goto(at('/publication'));
  await awake(marcela);
  await marcela.getByText('Está aprobada. Diga por dónde sale y cuándo.').waitFor();
  await scan(marcela);
  // The house's clock began at ten in the morning of Bogotá.
  await marcela.getByLabel(/^A qué hora/).fill('2026-11-18T10:30');
  await marcela.getByRole('button', { name: 'Programar' }).click();
  await marcela.getByText(/Sale el .*10:30/).waitFor();
  await scan(marcela);
  expect((await citizen.goto(address))!.status()).toBe(404);
  await citizen.getByRole('search').first().waitFor();
  await scan(citizen);
  file = (await db.selectFrom('assets').select('file_id').executeTakeFirstOrThrow()).file_id;
  expect((await house.ask(`/files/${file}`)).status).toBe(404);

  journey.pass(40 * 60);
  await house.settle();
  // Nobody reloads: the page hears that it went out.
  await marcela.getByText(/^Está publicada en Portal.* Intranet/).waitFor();
  await scan(marcela);
  await citizen.goto('/');
  await scan(citizen);
  await citizen.getByRole('link', { name: 'Leer la noticia completa' }).click();
  expect(await citizen.locator('h1').innerText()).toBe(title);
  expect((await house.ask(`/files/${file}/medium`)).status).toBe(200);
  await scan(citizen);
  for (const path of ['/news', '/news?q=predial&kind=press_release', '/press', '/search?q=predial']) {
    await citizen.goto(path);
    await citizen.getByText(title).first().waitFor();
    await scan(citizen);
  }
  await rosa.goto('/intranet/news');
  await rosa.getByRole('link', { name: title }).click();
  await rosa.getByText('Así lo dice la Resolución 318.').waitFor();
  await scan(rosa);
});

test('the indicator of its activity has moved by itself, and opens down to the piece', async () => {
  await marcela.goto(figure);
  await awake(marcela);
  await scan(marcela);
  await marcela.getByRole('table', { name: 'Registros que la componen' }).getByRole('link', { name: title }).click();
  await marcela.waitForURL(`**${at()}`);
});

test('an edit ends its approval, and it is withdrawn from everywhere with its reason', async () => {
  await julian.goto(at());
  await textOf(julian).getByText('Entre al portal.').click();
  await julian.keyboard.press('End');
  await julian.keyboard.type(' Es gratis.');
  await saved(julian);
  await marcela.goto(at('/publication'));
  await awake(marcela);
  await marcela.getByText('lo que se escribió después no sale hasta que se apruebe.').waitFor();
  expect((await house.ask(address)).status).toBe(200);
  expect(await (await house.ask(address)).text()).not.toContain('Es gratis.');

  await marcela.getByLabel('Por qué se retira').fill('corto');
  await marcela.getByRole('button', { name: /^Retirar de/ }).click();
  await marcela.locator('.error').waitFor();
  await marcela.getByLabel('Por qué se retira').fill('La fecha de cierre estaba mal.');
  await marcela.getByRole('button', { name: /^Retirar de/ }).click();
  await marcela.getByText('Se retiró de todas partes.').waitFor();
  await scan(marcela);

  await expect.poll(async () => (await citizen.goto(address))!.status()).toBe(410);
  await citizen.getByText('La fecha de cierre estaba mal.').waitFor();
  await scan(citizen);
  expect((await house.ask(`/files/${file}`)).status).toBe(404);
  for (const path of ['/', '/news', '/search?q=predial', '/press', '/feed.rss', '/feed.atom', '/feed.json', '/sitemaps/news-1.xml'])
    expect([path, await (await house.ask(path)).text()]).toEqual([path, expect.not.stringContaining(address)]);
  for (const path of ['/intranet', '/intranet/news', '/intranet/search?q=predial'])
    expect([path, await (await house.ask(path, { as: cast.mail('rosa') })).text()]).toEqual([path, expect.not.stringContaining(title)]);
  expect((await rosa.goto(address.replace('/news', '/intranet/news')))!.status()).toBe(410);
  await rosa.getByText('La fecha de cierre estaba mal.').waitFor();
  await scan(rosa);

  await marcela.goto('/workspace/dispatches');
  await scan(marcela);
  await marcela.getByRole('link', { name: title }).first().click();
  await marcela.getByText('y después se retiró').waitFor();
  await scan(marcela);
});

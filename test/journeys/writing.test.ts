import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { createPiece, getPiece, newPieceInput } from '#domains/editorial/index.ts';
import { accepted } from '#platform/refusal.ts';
import { password, seatCast, type Player } from '#test/support/cast.ts';
import { openJourney, scan, signIn } from '#test/support/journey.ts';
import { saved, textOf as text } from '#test/support/writing-desk.ts';

// Two browsers of two people, each looked at by axe several times.
vi.setConfig({ testTimeout: 120_000 });

const journey = await openJourney();
const cast = await seatCast(journey.house);

const begin = async (title: string, kind = 'press_release') => {
  const { id } = accepted(await createPiece(cast.as('julian'), newPieceInput.parse({ kind, title, unit: cast.units.prensa })));
  return id;
};
const stored = (id: number) => getPiece(cast.as('julian'), id);

async function open(who: Player, id: number): Promise<Page> {
  const page = await journey.visitor();
  await signIn(page, cast.mail(who), password, `/workspace/pieces/${id}`);
  await text(page).waitFor();
  return page;
}

test('two people in one piece see each other, join what they write, and choose where they differ', async () => {
  const id = await begin('Dos en una pieza', 'guide');
  const julian = await open('julian', id);
  await text(julian).click();
  await julian.keyboard.type('Uno.');
  await julian.keyboard.press('Enter');
  await julian.keyboard.type('Dos.');
  await saved(julian);
  const marcela = await open('marcela', id);
  await text(marcela).getByText('Dos.').click();
  await julian.getByText('Marcela está en el segundo párrafo').waitFor();
  await marcela.getByText('Julián está en el segundo párrafo').waitFor();
  await scan(marcela);

  // Each in a paragraph of his own: both stay, and nobody's caret moves.
  await text(julian).getByText('Uno.').click();
  await julian.keyboard.press('End');
  await julian.keyboard.type(' Dice Julián');
  await text(marcela).getByText('Uno. Dice Julián').waitFor();
  await marcela.keyboard.press('End');
  await marcela.keyboard.type(' Dice Marcela.');
  await text(julian).getByText('Dos. Dice Marcela.').waitFor();
  await julian.keyboard.type(', y sigue.');
  await text(marcela).getByText('Uno. Dice Julián, y sigue.').waitFor();
  await saved(julian);

  // The same words in two ways, while Marcela's network is away.
  await marcela.context().setOffline(true);
  await text(marcela).getByText('Uno. Dice Julián').click();
  await marcela.keyboard.press('End');
  await marcela.keyboard.type(' Marcela añade.');
  await marcela.getByText('Sin conexión: guardado en este equipo').waitFor();
  await julian.keyboard.press('End');
  await julian.keyboard.type(' Julián añade.');
  await saved(julian);
  await marcela.context().setOffline(false);
  await marcela.getByRole('alert').getByText('Julián cambió lo mismo que usted').waitFor();
  await scan(marcela);
  expect((await stored(id)).text).toBe('Uno. Dice Julián, y sigue. Julián añade.\nDos. Dice Marcela.');
  await marcela.getByRole('button', { name: 'Tomar lo de Julián' }).click();
  await saved(marcela);
  await text(marcela).getByText('Uno. Dice Julián, y sigue. Julián añade.').waitFor();
  await marcela.goto('/workspace');
  await julian.getByText('Marcela está en').waitFor({ state: 'detached' });
  await marcela.context().close();
  await julian.context().close();
});

test('what is written without network or session stays on the device, and is there when one is back', async () => {
  const id = await begin('Sin conexión', 'guide');
  const page = await open('julian', id);
  await page.context().setOffline(true);
  await text(page).click();
  await page.keyboard.type('Escrito en el bus.');
  await page.getByText('Sin conexión: guardado en este equipo').waitFor();
  expect((await stored(id)).text).toBe('');
  await page.context().setOffline(false);
  await saved(page);
  expect((await stored(id)).text).toBe('Escrito en el bus.');

  await journey.house.app.database.primary.updateTable('sessions').set({ ended_at: new Date() }).where('ended_at', 'is', null).execute();
  await page.keyboard.type(' Y sin sesión.');
  await page.getByText('Su sesión terminó: guardado en este equipo.').waitFor();
  await page.getByRole('link', { name: 'Entrar otra vez' }).click();
  await page.locator('input[name=email]').fill(cast.mail('julian'));
  await page.locator('input[name=password]').fill(password);
  await page.locator('form button.primary').click();
  await text(page).getByText('Escrito en el bus. Y sin sesión.').waitFor();
  await saved(page);
  expect((await stored(id)).text).toBe('Escrito en el bus. Y sin sesión.');
  await page.context().close();
});

/** Right through the tools, until the one wanted has the focus. */
async function arrowTo(page: Page, name: string): Promise<void> {
  for (let times = 0; times < 20; times++) {
    if ((await page.evaluate(() => document.activeElement?.textContent)) === name) return;
    await page.keyboard.press('ArrowRight');
  }
  throw new Error(`no ${name} among the tools`);
}

test('writing takes no mouse', async () => {
  const id = await begin('Sin ratón', 'guide');
  const page = await open('julian', id);
  await page.locator('#piece-title').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.type('La entradilla.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('Fuerte');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' y llano, en ');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByLabel('Adónde lleva').waitFor();
  await page.keyboard.type('predial.puertoclaro.gov.co');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+F10');
  await arrowTo(page, 'Más');
  await page.keyboard.press('Enter');
  await arrowTo(page, 'Tabla');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Punto');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Horario');
  await scan(page);
  await page.keyboard.press('Control+s');
  await saved(page);
  const { body, fields } = await stored(id);
  expect(fields.lead).toBe('La entradilla.');
  expect(body.content[0]).toMatchObject({
    type: 'paragraph',
    content: [
      { text: 'Fuerte', marks: [{ type: 'bold' }] },
      { text: ' y llano, en ' },
      { text: 'predial.puertoclaro.gov.co', marks: [{ type: 'link', attrs: { href: 'https://predial.puertoclaro.gov.co' } }] },
    ],
  });
  expect(body.content.find(({ type }) => type === 'table')).toMatchObject({
    content: [
      {
        content: [
          { type: 'tableHeader', content: [{ content: [{ text: 'Punto' }] }] },
          { type: 'tableHeader', content: [{ content: [{ text: 'Horario' }] }] },
          { type: 'tableHeader' },
        ],
      },
      {},
      {},
    ],
  });
  await page.context().close();
});

test('each channel says it in its own words, and how many letters do not fit', async () => {
  const id = await begin('Para cada canal');
  const page = await open('julian', id);
  await page.getByRole('navigation', { name: 'Adaptaciones' }).getByRole('link', { name: 'Portal' }).click();
  await page.getByText('En Portal dice lo mismo que la pieza.').waitFor();
  await page.getByLabel('Título').fill('a'.repeat(124));
  await page.getByText('En Portal sobran 14 letras.').waitFor();
  await scan(page);
  await page.getByRole('button', { name: 'Guardar para Portal' }).click();
  await page.getByRole('navigation', { name: 'Adaptaciones' }).getByText('+14').waitFor();
  await page.context().close();
});

test('a check is let pass by name and with a reason', async () => {
  const id = await begin('Con lema', 'guide');
  await journey.house.app.database.primary
    .insertInto('terms')
    .values({ term: 'Puerto Claro despega', sort: 'forbidden', written_at: new Date() })
    .execute();
  const page = await open('marcela', id);
  await text(page).click();
  await page.keyboard.type('Un barco llamado Puerto Claro despega el lunes.');
  await saved(page);
  await page.getByRole('link', { name: 'Dejar pasar' }).click();
  await page.getByLabel('Por qué se deja pasar').fill('Es el nombre de un barco.');
  await scan(page);
  await page.getByRole('button', { name: 'Dejarla pasar' }).click();
  await page.getByText(/La dejó pasar Marcela Ospina, .*: Es el nombre de un barco\./).waitFor();
  await scan(page);
  await page.context().close();
});

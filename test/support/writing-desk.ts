import type { Page } from 'playwright-core';

/** The text of the piece that is open. */
export const textOf = (page: Page) => page.getByRole('textbox', { name: /^Texto:/ });

/** What was written is with the server. */
export const saved = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /Guardado a las|guardó a las/ })
    .first()
    .waitFor();

/** The sentence that opens the page says it. */
export const says = (page: Page, words: string | RegExp) => page.locator('.voice').filter({ hasText: words }).waitFor();

/** A release of a figure, a heading and two steps; the caret stays below them. */
export async function writeRelease(page: Page): Promise<void> {
  await page
    .getByLabel('Entradilla')
    .fill('El descuento vale hasta el 28 de febrero. Se paga en línea, en bancos o en los puntos de atención.');
  await page.getByLabel('Lugar').fill('Puerto Claro');
  await page.getByLabel('Contacto de prensa').fill('Oficina de Prensa, prensa@puertoclaro.gov.co');
  await textOf(page).click();
  await page.keyboard.type('El recaudo permitirá pavimentar 22 vías de barrio antes de junio.');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Título', exact: true }).click();
  await page.keyboard.type('Cómo pagar');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Pasos' }).click();
  await page.keyboard.type('Entre al portal.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Escriba su cédula.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
}

/** Sends the piece that is open to review, and stays on its review. */
export async function sendToReview(page: Page): Promise<void> {
  await page.locator('.inspector').getByRole('link', { name: 'Enviar a revisión' }).click();
  await page.waitForURL('**/submission');
  await page.locator('main form button.primary').click();
  await page.waitForURL('**/review**');
}

import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { password, seatCast } from '#test/support/cast.ts';
import { openJourney, scan, signIn, virtualKey } from '#test/support/journey.ts';

const journey = await openJourney();
const cast = await seatCast(journey.house);
let secret = '';
let papers: string[] = [];

const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: journey.house.app.clock().getTime() });

async function leaveSession(page: Page): Promise<void> {
  await page.goto('/workspace/me/security');
  await page.getByRole('button', { name: 'Salir', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/workspace'));
}

test('an app is enrolled, and ten paper codes are shown once', async () => {
  const page = await journey.visitor();
  await signIn(page, cast.mail('marcela'), password, '/workspace/me/security');
  await scan(page);
  await page.getByRole('link', { name: 'Poner segundo paso' }).click();
  await page.getByRole('heading', { level: 1 }).getByText('Poner segundo paso').waitFor();
  secret = (await page.locator('main').innerText()).match(/\b(?:[A-Z2-7]{4}\s?){4,}\b/)![0].replace(/\s/g, '');
  await scan(page);
  await page.getByLabel('El código que le muestra').fill('000000');
  await page.getByRole('button', { name: 'Confirmar' }).click();
  await page.getByText('Ese código no es.').waitFor();
  await page.getByLabel('El código que le muestra').fill(code());
  await page.getByRole('button', { name: 'Confirmar' }).click();
  await page.getByText('códigos en papel').waitFor();
  papers = (await page.locator('main li').allInnerTexts()).map((text) => text.trim());
  expect(papers).toHaveLength(10);
  await scan(page);
  await leaveSession(page);
  await page.context().close();
});

test('the next time asks for its code, and no code is good twice', async () => {
  journey.pass(60);
  const used = code();
  const first = await journey.visitor();
  await signIn(first, cast.mail('marcela'), password);
  expect(new URL(first.url()).pathname).toBe('/sign-in/code');
  await scan(first);
  await first.getByLabel('Código', { exact: true }).fill(used);
  await first.getByRole('button', { name: 'Seguir' }).click();
  await first.waitForURL('**/workspace');

  const second = await journey.visitor();
  await signIn(second, cast.mail('marcela'), password);
  await second.getByLabel('Código', { exact: true }).fill(used);
  await second.getByRole('button', { name: 'Seguir' }).click();
  await second.getByText('Ese código no es.').waitFor();
  await scan(second);
  await first.context().close();
  await second.context().close();
});

test('a paper code lets in once', async () => {
  const give = async () => {
    const page = await journey.visitor();
    await signIn(page, cast.mail('marcela'), password);
    await page.getByRole('link', { name: 'Usar uno de mis códigos de papel' }).click();
    await page.getByLabel('Código de papel').fill(papers[3]!);
    await page.getByRole('button', { name: 'Seguir' }).click();
    return page;
  };
  const first = await give();
  await first.waitForURL('**/workspace');
  const second = await give();
  await second.getByText('Ese código no es.').waitFor();
  await scan(second);
  await first.context().close();
  await second.context().close();
});

test('a device that is remembered is asked for the password only, until it is forgotten', async () => {
  journey.pass(120);
  const page = await journey.visitor();
  await signIn(page, cast.mail('marcela'), password);
  await page.getByLabel('Código', { exact: true }).fill(code());
  await page.getByLabel('No pedirlo en este equipo durante 30 días').check();
  await page.getByRole('button', { name: 'Seguir' }).click();
  await page.waitForURL('**/workspace');
  await leaveSession(page);
  await signIn(page, cast.mail('marcela'), password, '/workspace/me/security');
  await page.getByRole('heading', { name: 'Donde no se pide el segundo paso' }).waitFor();
  await scan(page);
  await page.getByRole('button', { name: 'Olvidar' }).click();
  await page.getByText('Ese equipo volverá a pedir el segundo paso.').waitFor();
  await leaveSession(page);
  await signIn(page, cast.mail('marcela'), password);
  expect(new URL(page.url()).pathname).toBe('/sign-in/code');
  await page.context().close();
});

test('a passkey lets in with nothing typed', async () => {
  // WebAuthn knows only names of hosts, not addresses by number.
  const page = await journey.visitor({ baseURL: journey.house.origin.replace('127.0.0.1', 'localhost') });
  await virtualKey(page);
  await signIn(page, cast.mail('julian'), password, '/workspace/me/security');
  await page.getByRole('link', { name: 'Poner una llave' }).click();
  await page.getByRole('textbox').first().fill('Portátil de la oficina');
  await page.getByRole('button', { name: 'Poner la llave' }).click();
  await page.getByText('La llave quedó guardada.').waitFor();
  await leaveSession(page);
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Entrar con llave o huella' }).click();
  await page.getByRole('button', { name: 'Usar la llave' }).click();
  await page.waitForURL('**/workspace');
  await page.context().close();
});

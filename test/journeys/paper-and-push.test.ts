import { afterAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { notify } from '#domains/organization/index.ts';
import { approve, approvedPiece } from '#test/support/approved-piece.ts';
import { password, seatCast } from '#test/support/cast.ts';
import { awake, openJourney, scan, signIn } from '#test/support/journey.ts';
import { openPushPeer } from '#test/support/push-peer.ts';

const peer = await openPushPeer();
afterAll(() => peer.close());
const journey = await openJourney({ env: { PUSH_SERVICE_URL: peer.origin } });
const { house } = journey;
const cast = await seatCast(house);

test('a piece is said on paper, seen as it will print, taken as PDF, and hangs as it was approved', async () => {
  const { id } = await approvedPiece(house, cast, { title: 'Jornada de vacunación casa a casa', fields: { lead: 'Gratis y sin cita.' } });
  await house.app.database.primary
    .updateTable('pieces')
    .set({ channels: ['pagina-web', 'impresos'] })
    .where('id', '=', id)
    .execute();
  const author = await journey.visitor();
  await signIn(author, cast.mail('julian'), password, `/workspace/pieces/${id}/renditions/impresos`);
  await awake(author);
  await author.getByLabel('Afiche').check();
  await author.getByLabel('Texto', { exact: true }).fill('Quien paga a tiempo ahorra. '.repeat(80));
  await author.getByRole('button', { name: 'Guardar para Impresos' }).click();
  await author
    .getByText(/Sobran \d+ palabras/)
    .first()
    .waitFor();
  await author.getByLabel('Texto', { exact: true }).fill('- Lleve el carné\n- Lleve el documento');
  await author.getByLabel('Cuándo').fill('Del 24 al 28 de noviembre, de 8 a. m. a 4 p. m.');
  await author.getByRole('button', { name: 'Guardar para Impresos' }).click();
  await author.getByRole('link', { name: 'Bajar el afiche en PDF' }).waitFor();
  await scan(author);
  const [taken] = await Promise.all([
    author.waitForEvent('download'),
    author.getByRole('link', { name: 'Bajar el volante en PDF' }).click(),
  ]);
  expect(taken.suggestedFilename()).toMatch(/\.pdf$/);
  await author.context().close();

  await approve(house, cast, id);
  const head = await journey.visitor();
  await signIn(head, cast.mail('marcela'), password, `/workspace/pieces/${id}/publication`);
  await awake(head);
  await head.getByLabel('Impresos').check();
  await head.getByRole('button', { name: 'Publicar ya' }).click();
  await head.getByText(/Espera a que la lleven por/).waitFor();
  await head.getByRole('link', { name: 'Impresos', exact: true }).click();
  await head.getByRole('link', { name: 'Bajar el afiche en PDF' }).waitFor();
  await scan(head);
  await head.context().close();
}, 90_000);

/** A browser whose maker's push service is the test's: in Chromium's own place it would ask Google. */
async function withPush(): Promise<Page> {
  const page = await journey.visitor({ permissions: ['notifications'] });
  await page.addInitScript((browser) => {
    const { endpoint, p256dh, auth } = browser;
    PushManager.prototype.subscribe = () =>
      Promise.resolve({ toJSON: () => ({ endpoint, keys: { p256dh, auth } }) } as unknown as PushSubscription);
  }, peer.browser());
  return page;
}

/**
 * Presses the notice that the device shows. A browser lets only a person's press open or focus a window, so that here both are written down
 * instead: which notice it is, where it leads and which windows there are is its own.
 */
async function press(page: Page): Promise<{ opened?: string; focused?: string; left: number }> {
  const worker = page
    .context()
    .serviceWorkers()
    .find((one) => one.url().endsWith('/static/push-worker.js'))!;
  return worker.evaluate(async () => {
    interface Shown {
      readonly registration: ServiceWorkerRegistration;
      readonly clients: { openWindow(href: string): Promise<null> };
      readonly WindowClient: { prototype: { focus(this: { readonly url: string }): Promise<unknown> } };
      readonly NotificationEvent: new (name: string, init: { notification: Notification }) => Event;
    }
    const here = globalThis as unknown as Shown;
    const did: { opened?: string; focused?: string } = {};
    here.clients.openWindow = (href) => {
      did.opened = href;
      return Promise.resolve(null);
    };
    here.WindowClient.prototype.focus = function focus() {
      did.focused = this.url;
      return Promise.resolve(this);
    };
    const [notification] = await here.registration.getNotifications();
    const pressed = new here.NotificationEvent('notificationclick', { notification: notification! });
    let working: Promise<unknown> = Promise.resolve();
    Object.defineProperty(pressed, 'waitUntil', { value: (work: Promise<unknown>) => (working = work) });
    dispatchEvent(pressed);
    await working;
    return { ...did, left: (await here.registration.getNotifications()).length };
  });
}

test('after a notice was read it is offered to see them on the device, which shows one and opens it; it is turned off again', async () => {
  const tell = (title: string) =>
    notify(cast.as('marcela'), {
      to: [cast.people.nidia],
      kind: 'piece.approved',
      facts: { who: 'Marcela', title },
      path: '/workspace/notices?page=1',
      subject: { type: 'piece', id: 7 },
    });
  await tell('El predial');
  const nidia = await withPush();
  await signIn(nidia, cast.mail('nidia'), password, '/workspace/notices');
  await awake(nidia);
  expect(await nidia.getByText('¿Quiere ver sus avisos también en este aparato').count()).toBe(0);
  await nidia.getByRole('button', { name: /Marcela aprobó El predial/ }).click();
  await nidia.getByText('¿Quiere ver sus avisos también en este aparato').waitFor();
  await scan(nidia);
  await nidia.getByRole('button', { name: 'Ver mis avisos en este aparato' }).click();
  await nidia.getByText('Apagar', { exact: true }).waitFor();
  await tell('El faro');
  await house.settle();
  expect(peer.taken.map(({ message }) => message.body)).toEqual(['Marcela aprobó El faro']);

  // What came out at the push service comes in at the browser.
  const cdp = await nidia.context().newCDPSession(nidia);
  const registered = new Promise<string>((found) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const one = registrations.find(({ scopeURL }) => scopeURL.endsWith('/static/'));
      if (one) found(one.registrationId);
    });
  });
  await cdp.send('ServiceWorker.enable');
  const registrationId = await registered;
  const deliver = (message: object = peer.taken[0]!.message) =>
    cdp.send('ServiceWorker.deliverPushMessage', { origin: house.origin, registrationId, data: JSON.stringify(message) });
  await deliver();
  const shown = () =>
    nidia.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration('/static/');
      return ((await registration?.getNotifications()) ?? []).map(({ title, body, tag }) => [title, body, tag.split('-')[0]]);
    });
  await expect.poll(shown).toEqual([['Alcaldía de Puerto Claro', 'Marcela aprobó El faro', 'notice']]);
  // Pressed, it opens its page, and where that is open already leads back to it.
  expect(await press(nidia)).toEqual({ opened: `${house.origin}/workspace/notices?page=1`, left: 0 });
  await deliver();
  await expect.poll(shown).toHaveLength(1);
  await nidia.goto('/workspace/notices?page=1#devices');
  expect(await press(nidia)).toEqual({ focused: `${house.origin}/workspace/notices?page=1#devices`, left: 0 });
  await nidia.getByRole('button', { name: /^Apagar en/ }).click();
  await nidia.getByText('Sus avisos no se ven en ningún aparato.').waitFor();
  await nidia.context().close();
}, 90_000);

test('anybody turns the portal’s news on and off in his browser, without a name', async () => {
  const citizen = await withPush();
  await citizen.goto('/subscription');
  await citizen.getByRole('link', { name: 'Encender los avisos, sin dar su correo' }).click();
  await scan(citizen);
  await citizen.getByRole('button', { name: 'Sí, mostrarme los avisos' }).click();
  await citizen.getByRole('button', { name: 'Apagar en este navegador' }).waitFor();
  await scan(citizen);
  await citizen.getByRole('button', { name: 'Apagar en este navegador' }).click();
  await citizen.getByRole('button', { name: 'Sí, mostrarme los avisos' }).waitFor();
  await citizen.context().close();
  const plain = await journey.visitor({ javaScriptEnabled: false });
  await plain.goto('/subscription/browser');
  await plain.getByRole('button', { name: 'Sí, mostrarme los avisos' }).click();
  await plain.getByText('Este navegador no dijo cómo mostrarle avisos.').waitFor();
  await scan(plain);
  await plain.context().close();
}, 60_000);

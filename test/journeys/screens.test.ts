import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import {
  addPlaylist,
  addScreenGroup,
  adoptionInput,
  adoptScreen,
  giveBack,
  newGroupInput,
  newPlaylistInput,
  removePlaylist,
  takeOver,
} from '#domains/channels/index.ts';
import { publishNow, uploadAsset, withdrawAsset, withdrawPiece } from '#domains/editorial/index.ts';
import { accepted } from '#platform/refusal.ts';
import { approvedPiece } from '#test/support/approved-piece.ts';
import { password, seatCast } from '#test/support/cast.ts';
import { awake, openJourney, scan, signIn } from '#test/support/journey.ts';

// The house lives on 18 November 2026; the browser's own clock says whatever the machine's does, and is wrong for it.
const journey = await openJourney();
const { house } = journey;
const cast = await seatCast(house);
const db = house.app.database.primary;

const drawn = await sharp({ create: { width: 1600, height: 1000, channels: 3, background: '#dfe6f4' } })
  .png()
  .toBuffer();
const kept = accepted(await house.app.files.keep(cast.as(), { name: 'puestos.png', content: Readable.from([drawn]) }));
const { id: asset } = await db
  .insertInto('assets')
  .values({ file_id: kept.id, kind: 'image', title: 'Puestos de vacunación', credit: 'Prensa', uploaded_at: house.app.clock() })
  .returning('id')
  .executeTakeFirstOrThrow();
const halls = accepted(await addScreenGroup(cast.as('marcela'), newGroupInput.parse({ name: 'Halles', public: true }))).id;

/** A television: a browser of its own, whose page nobody touches. */
async function television(size = { width: 1920, height: 1080 }, before?: (page: Page) => Promise<void>): Promise<Page> {
  const tv = await journey.visitor({ viewport: size });
  await before?.(tv);
  await tv.goto('/screens');
  return tv;
}

async function codeOn(tv: Page): Promise<string> {
  await tv.locator('.code').waitFor();
  return (await tv.locator('.code').textContent())!;
}

const voice = (tv: Page) => tv.locator('.glass:not(.goes) .voice').first();
const send = async (title: string, fields = {}) => {
  const piece = await approvedPiece(house, cast, { kind: 'notice_board_card', title, fields: { lead: 'Gratis y sin cita.', ...fields } });
  accepted(await publishNow(cast.as('marcela'), { piece: piece.id, channels: ['pantallas-internas'] }));
  await house.settle();
  return piece.id;
};
const playsOf = async (screen: number) =>
  db.selectFrom('screen_plays').select(['item', 'started_at']).where('screen_id', '=', screen).orderBy('started_at').execute();

test('a television shows a code, gets its place, and plays what went out; what is withdrawn leaves it at once', async () => {
  const tv = await television();
  const code = await codeOn(tv);
  const desk = await journey.visitor();
  await signIn(desk, cast.mail('marcela'), password, '/workspace/screens');
  await awake(desk);
  await scan(desk);
  await desk.getByRole('link', { name: 'Conectar una' }).click();
  await desk.getByLabel('Código de la pantalla').fill('AAAAAA');
  await desk.getByLabel('Nombre', { exact: false }).first().fill('Hall de entrada');
  await desk.getByRole('button', { name: 'Darle su lugar' }).click();
  await desk.getByText('Ninguna pantalla muestra ese código ahora.').waitFor();
  expect(await desk.getByLabel('Nombre', { exact: false }).first().inputValue()).toBe('Hall de entrada');
  await scan(desk);
  await desk.getByLabel('Código de la pantalla').fill(`${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`);
  await desk.getByLabel('Grupo').selectOption({ label: 'Halles' });
  await desk.getByRole('button', { name: 'Darle su lugar' }).click();
  await desk.waitForURL(/\/workspace\/screens\/\d+$/);
  const screen = Number(desk.url().split('/').at(-1));

  // Nothing is out yet: the institution and the hour, by the house's clock.
  await tv.locator('.hour').waitFor();
  expect(await tv.locator('.hour').textContent()).toMatch(/^10:\d\d a\.\sm\./);
  expect(await tv.locator('.day').textContent()).toBe('miércoles 18 de noviembre');

  const piece = await send('Vacunas en 14 barrios');
  await voice(tv).filter({ hasText: 'Vacunas en 14 barrios' }).waitFor();
  await expect
    .poll(async () => (await db.selectFrom('screen_beats').select('title').where('screen_id', '=', screen).execute()).length)
    .toBe(1);
  await desk.goto(`/workspace/screens/${screen}`);
  await awake(desk);
  await desk.getByRole('img', { name: 'Lo que muestra la pantalla Hall de entrada' }).waitFor();
  await scan(desk);

  const before = Date.now();
  accepted(await withdrawPiece(cast.as('marcela'), { piece, reason: 'Se aplazó la jornada.' }));
  await tv.locator('.hour').waitFor();
  expect(Date.now() - before).toBeLessThan(2000);
  await expect.poll(() => tv.getByText('Vacunas en').count()).toBe(0);
  await tv.context().close();
  await desk.context().close();
}, 120_000);

/** A television with its place in the halls, whatever its code. */
async function hung(name: string, size?: { width: number; height: number }, before?: (page: Page) => Promise<void>) {
  const tv = await television(size, before);
  const code = await codeOn(tv);
  const orientation = size && size.height > size.width ? 'standing' : 'lying';
  const { id } = accepted(await adoptScreen(cast.as('marcela'), adoptionInput.parse({ code, name, orientation, group: halls })));
  await tv.locator('.brand').first().waitFor();
  return { tv, id };
}

/** How many plays the device keeps that it has not told. */
const keptOn = (tv: Page) =>
  tv.evaluate(
    () =>
      new Promise<number>((done) => {
        const opening = indexedDB.open('pregon-screen', 1);
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction('plays').objectStore('plays').count();
          counting.addEventListener('success', () => done(counting.result));
        });
      }),
  );

const asleep = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

test('it goes on without network and with the house down, starts again by itself, and what it played is counted once', async () => {
  const piece = await send('Feria de servicios en la plaza');
  const clip = newPlaylistInput.parse({
    name: 'Corta',
    days: [1, 2, 3, 4, 5, 6, 7],
    groups: [halls],
    priority: 3,
    items: [
      { kind: 'piece', ref: String(piece), seconds: 4 },
      { kind: 'asset', ref: String(asset), seconds: 4 },
    ],
  });
  const { id: playlist } = accepted(await addPlaylist(cast.as('marcela'), clip, house.app.slides));
  const { tv, id } = await hung('Sala de espera');
  await voice(tv).filter({ hasText: 'Feria de servicios' }).waitFor();
  const picture = tv.locator('.glass.picture img');
  await picture.waitFor();
  await tv.waitForFunction(async () => (await caches.keys()).includes('pregon-shell') && navigator.serviceWorker.controller !== null);

  // The line is cut: it plays on, also after somebody pulled its plug.
  await tv.context().setOffline(true);
  const told = (await playsOf(id)).length;
  await voice(tv).filter({ hasText: 'Feria de servicios' }).waitFor();
  await tv.reload();
  await voice(tv).filter({ hasText: 'Feria de servicios' }).waitFor();
  await picture.waitFor();
  expect(await tv.locator('.glass img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  expect((await playsOf(id)).length).toBe(told);

  // The line is back and the house is down.
  const server = house.server!;
  const { port } = server.address() as AddressInfo;
  server.closeAllConnections();
  await new Promise<void>((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
  await tv.context().setOffline(false);
  await tv.reload();
  await voice(tv).filter({ hasText: 'Feria de servicios' }).waitFor();
  await picture.waitFor();

  // A takeover that it could not hear of waits for it.
  const until = new Date(house.app.clock().getTime() + 600_000);
  const order = {
    groups: [halls],
    kind: 'alert' as const,
    title: 'No salga a la calle 22. Suba al piso 2.',
    text: 'Brigada: extensión 119',
    steps: ['Ascensor, no: use la escalera del patio'],
    reason: 'Creciente',
    until,
  };
  const { id: takeover } = accepted(await takeOver(cast.as('marcela'), order));
  await new Promise<void>((done) => {
    server.listen(port, '127.0.0.1', () => done());
  });
  await tv.locator('.takeover').waitFor({ timeout: 70_000 });
  await expect.poll(async () => (await playsOf(id)).length, { timeout: 70_000 }).toBeGreaterThan(told + 2);
  const plays = await playsOf(id);
  expect(new Set(plays.map(({ item, started_at: at }) => `${item} ${at.toISOString()}`)).size).toBe(plays.length);
  // What the house has, the device forgets; what is told again would be counted once.
  await expect.poll(() => keptOn(tv), { timeout: 70_000 }).toBeLessThan(3);
  const { plays: days } = await db
    .selectFrom('screen_play_days')
    .select((q) => q.fn.sum<number>('plays').as('plays'))
    .where('screen_id', '=', id)
    .executeTakeFirstOrThrow();
  expect(Number(days)).toBe((await playsOf(id)).length);
  accepted(await giveBack(cast.as('marcela'), { takeover }));
  await voice(tv).filter({ hasText: 'Feria de servicios' }).waitFor();
  await removePlaylist(cast.as('marcela'), { playlist });
  await tv.context().close();
}, 240_000);

test('a takeover covers every screen of a group in less than two seconds, and gives back what was there', async () => {
  await send('Pague el predial con 10 % menos');
  const screens = await Promise.all([hung('Acostada'), hung('De pie', { width: 1080, height: 1920 })]);
  for (const { tv } of screens)
    await voice(tv)
      .filter({ hasText: /predial|Feria/ })
      .waitFor();
  const desk = await journey.visitor();
  await signIn(desk, cast.mail('marcela'), password, '/workspace/screens/takeovers/new');
  await awake(desk);
  await scan(desk);
  await desk.getByLabel('Halles').check();
  await desk.getByLabel('Qué hay que hacer').fill('No salga a la calle 22. Suba al piso 2.');
  await desk.getByLabel('Pasos').fill('Ascensor, no: use la escalera del patio\nSótano, no: el carro se queda donde está');
  await desk.getByLabel('Por qué').fill('Creciente del caño en la calle 22.');
  await desk.getByRole('button', { name: 'Tomarlas ahora' }).click();
  const covered = await Promise.all(
    screens.map(async ({ tv }) => {
      await tv.locator('.takeover').waitFor();
      return Date.now();
    }),
  );
  const { started_at: started } = await db.selectFrom('takeovers').select('started_at').orderBy('id', 'desc').executeTakeFirstOrThrow();
  // From the house's clock to the glass, in the same process.
  const now = house.app.clock().getTime() - Date.now();
  for (const at of covered) expect(at + now - started.getTime()).toBeLessThan(2000);
  await desk.getByText('Una toma cubre pantallas ahora.').waitFor();
  await scan(desk);
  await desk.getByRole('button', { name: 'Devolver las pantallas' }).click();
  for (const { tv } of screens)
    await voice(tv)
      .filter({ hasText: /predial|Feria/ })
      .waitFor({ timeout: 2000 });
  await desk.getByText('Nadie tiene tomadas las pantallas.').waitFor();
  for (const { tv } of screens) await tv.context().close();
  await desk.context().close();
}, 120_000);

/** Four seconds of ffmpeg's own test card (testsrc2, 160×90, VP8 without sound), and the same with nothing behind its head. */
const card = await readFile('test/fixtures/film.webm');
const torn = Buffer.concat([card.subarray(0, 300), Buffer.alloc(card.length - 300)]);

async function filmCalled(name: string, content: Buffer) {
  const given = { name, content: Readable.from([content]), unit: null, piece: null };
  return accepted(await uploadAsset(cast.as('julian'), house.app.files, given)).asset;
}

test('a film plays to its end, also without network; one that does not play is passed over and said, and a withdrawn one leaves', async () => {
  const [film, broken] = [await filmCalled('recorrido.webm', card), await filmCalled('rota.webm', torn)];
  const reel = newPlaylistInput.parse({
    name: 'Con película',
    days: [1, 2, 3, 4, 5, 6, 7],
    groups: [halls],
    priority: 4,
    items: [film.id, broken.id, asset].map((ref, at) => ({ kind: 'asset', ref: String(ref), seconds: at === 2 ? 4 : null })),
  });
  const { id: playlist } = accepted(await addPlaylist(cast.as('marcela'), reel, house.app.slides));
  // A thin line: what the house answers of the film stays on the way.
  const onTheWay: ServerResponse[] = [];
  const hold = ({ url }: { url?: string }, response: ServerResponse) => {
    if (url !== `/screens/media/${film.file}`) return;
    response.cork();
    onTheWay.push(response);
  };
  house.server!.prependListener('request', hold);
  const { tv, id } = await hung('Con películas');
  await expect.poll(() => onTheWay.length, { timeout: 20_000 }).toBeGreaterThan(0);
  const order = { groups: [halls], kind: 'notice' as const, title: 'Simulacro a las 10', text: '', steps: [], reason: 'Simulacro' };
  const { id: takeover } = accepted(
    await takeOver(cast.as('marcela'), { ...order, until: new Date(house.app.clock().getTime() + 600_000) }),
  );
  await tv.locator('.takeover').waitFor({ timeout: 2000 });
  accepted(await giveBack(cast.as('marcela'), { takeover }));
  await tv.locator('.takeover').waitFor({ state: 'detached', timeout: 5000 });
  house.server!.off('request', hold);
  for (const response of onTheWay) response.uncork();

  const playing = tv.locator('.glass.film:not(.goes) video');
  const at = () => playing.evaluate((video: HTMLVideoElement) => video.currentTime, undefined, { timeout: 1000 }).catch(() => -1);
  const seen = async () => {
    await playing.waitFor();
    await expect.poll(at, { timeout: 8000, interval: 100 }).toBeGreaterThan(0.3);
    const before = await at();
    await expect.poll(at, { timeout: 8000, interval: 100 }).toBeGreaterThan(before + 1);
    // The torn one stands between the two, and keeps nobody waiting.
    await tv.locator('.glass.picture:not(.goes) img').waitFor({ timeout: 6000 });
  };
  await seen();
  await tv.waitForFunction(async () => (await caches.keys()).includes('pregon-shell') && navigator.serviceWorker.controller !== null);
  await tv.context().setOffline(true);
  await tv.reload();
  await seen();
  await seen();
  // In parts too, as browsers ask for long ones: from the device, and from the house where a device keeps nothing.
  const path = `/screens/media/${film.file}`;
  const parts = ['bytes=10-19', `bytes=${card.length}-`] as const;
  const asked = [
    [206, `bytes 10-19/${card.length}`],
    [416, `bytes */${card.length}`],
  ];
  const ofDevice = (range: string) =>
    tv.evaluate(
      async ([from, part]) => {
        const { status, headers } = await fetch(from, { headers: { range: part } });
        return [status, headers.get('content-range')];
      },
      [path, range] as const,
    );
  expect([await ofDevice(parts[0]), await ofDevice(parts[1])]).toEqual(asked);
  await tv.context().setOffline(false);
  const ofHouse = async (range: string) => {
    const answer = await tv.context().request.get(path, { headers: { range } });
    return [answer.status(), answer.headers()['content-range']];
  };
  expect([await ofHouse(parts[0]), await ofHouse(parts[1])]).toEqual(asked);
  await tv.reload();

  const told = () => db.selectFrom('screen_plays').select(['item', 'seconds']).where('screen_id', '=', id).execute();
  const lengths = async () => (await told()).filter(({ item }) => item.startsWith(`asset:${film.id}~`)).map(({ seconds }) => seconds);
  await expect.poll(async () => (await lengths()).filter((seconds) => seconds >= 4).length).toBeGreaterThanOrEqual(3);
  // One that was cut short by a reload counts as long as it was seen.
  for (const seconds of await lengths()) expect(seconds).toBeLessThan(6);
  expect((await told()).filter(({ item }) => item.startsWith(`asset:${broken.id}~`))).toEqual([]);

  const desk = await journey.visitor();
  await signIn(desk, cast.mail('marcela'), password);
  await expect
    .poll(async () => (await db.selectFrom('screen_beats').select('cannot_show').where('screen_id', '=', id).execute())[0]?.cannot_show, {
      timeout: 45_000,
    })
    .toEqual([broken.title]);
  await desk.goto(`/workspace/screens/${id}`);
  await awake(desk);
  await desk.getByText(`No puede mostrar ${broken.title}: suba ese archivo otra vez`).waitFor();
  await scan(desk);
  await desk.goto('/workspace/notices');
  await desk.getByText(`La pantalla «Con películas» no puede mostrar «${broken.title}».`).waitFor();
  await desk.context().close();

  await playing.waitFor();
  accepted(await withdrawAsset(cast.as('marcela'), { asset: film.id, reason: 'Salen personas sin permiso.' }));
  await playing.waitFor({ state: 'detached', timeout: 2000 });
  await expect
    .poll(() => tv.evaluate(async (path) => (await (await caches.open('pregon-media')).match(path)) !== undefined, path))
    .toBe(false);
  await removePlaylist(cast.as('marcela'), { playlist });
  await tv.context().close();
}, 180_000);

test('with its clock wrong it shows the hour of the house, and tells what it played by that', async () => {
  // Three hours and a day slow, and set again while it plays.
  const wrong = async (page: Page) => {
    await page.addInitScript(() => {
      const real = Date.now.bind(Date);
      const state = globalThis as unknown as { slow: number };
      state.slow = 27 * 3_600_000;
      Date.now = () => real() - state.slow;
    });
  };
  const { tv, id } = await hung('Reloj loco', undefined, wrong);
  const hour = () => tv.locator('.glass:not(.goes) [data-clock]').first().textContent();
  const said = () =>
    house.app.clock().toLocaleTimeString('es-CO', { timeZone: 'America/Bogota', hour: 'numeric', minute: '2-digit' }).split(/\s/)[0]!;
  await voice(tv)
    .filter({ hasText: /predial|Feria/ })
    .waitFor();
  expect((await hour())!.startsWith(said())).toBe(true);
  await tv.evaluate(() => {
    (globalThis as unknown as { slow: number }).slow = -400 * 86_400_000;
  });
  await asleep(1500);
  expect((await hour())!.startsWith(said())).toBe(true);
  await expect
    .poll(
      async () =>
        Math.abs(
          Number(
            (await db.selectFrom('screen_beats').select('clock_offset_ms').where('screen_id', '=', id).execute())[0]?.clock_offset_ms ?? 0,
          ),
        ),
      { timeout: 45_000 },
    )
    .toBeGreaterThan(3_600_000);
  // What it keeps it tells when it starts again, and by the hour of the house.
  await expect.poll(() => keptOn(tv), { timeout: 30_000 }).toBeGreaterThan(0);
  await tv.reload();
  await expect.poll(async () => (await playsOf(id)).length, { timeout: 60_000 }).toBeGreaterThan(0);
  for (const { started_at: at } of await playsOf(id)) expect(Math.abs(at.getTime() - house.app.clock().getTime())).toBeLessThan(180_000);
  await tv.context().close();
}, 180_000);

test('the desk: groups, hours that meet, a playlist by keyboard, and a screen that is let go', async () => {
  const { tv, id } = await hung('Vieja');
  const desk = await journey.visitor();
  await signIn(desk, cast.mail('marcela'), password, '/workspace/screens/groups');
  await awake(desk);
  await scan(desk);
  await desk.getByRole('link', { name: 'Halles' }).click();
  await desk.getByRole('heading', { name: 'Qué se ve, y cuándo' }).waitFor();
  await scan(desk);
  await desk.getByRole('link', { name: 'Programar' }).click();
  await desk.waitForURL('**/playlists/new?group=*');
  await desk.getByRole('heading', { name: 'Nueva programación' }).waitFor();
  await desk.getByLabel('Nombre').fill('Mañanas');
  await desk.getByLabel('Desde las').fill('07:00');
  await desk.getByRole('button', { name: 'Programar' }).click();
  await desk.getByText('Diga las dos horas, o ninguna.').waitFor();
  await desk.getByLabel('Hasta las').fill('12:00');
  await scan(desk);
  await desk.getByRole('button', { name: 'Programar' }).click();
  await desk.waitForURL(/playlists\/\d+$/);
  await desk.getByLabel('Elija qué agregar').selectOption({ label: 'Puestos de vacunación' });
  await desk.getByRole('button', { name: 'Agregar' }).press('Enter');
  await desk.getByRole('button', { name: 'Subir Puestos de vacunación' }).press('Enter');
  await expect.poll(() => desk.locator('.playlist-items > li').first().textContent()).toContain('Puestos de vacunación');
  await scan(desk);
  for (const path of ['/workspace/screens/playlists', '/workspace/screens/pieces', '/workspace/screens']) {
    await desk.goto(path);
    await awake(desk);
    await scan(desk);
  }
  await desk.goto(`/workspace/screens/${id}`);
  await awake(desk);
  await desk.getByRole('button', { name: 'Soltar la pantalla' }).click();
  await desk.waitForURL('**/workspace/screens');
  await tv.locator('.code').waitFor();
  await tv.context().close();
  await desk.context().close();
}, 120_000);

test('the script of a screen stays small', async () => {
  const script = await readFile('build/client/static/screens/player.js');
  expect(gzipSync(script).length).toBeLessThan(6000);
  expect((await readFile('build/client/static/screens/worker.js')).length).toBeLessThan(4000);
});

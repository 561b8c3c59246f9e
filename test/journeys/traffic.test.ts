import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { recordVisits } from '#domains/metrics/index.ts';
import { closeAtTheEnd } from '#test/support/closing.ts';
import { password, seatCast } from '#test/support/cast.ts';
import { awake, openJourney, scan, signIn } from '#test/support/journey.ts';

const { house, browser, visitor } = await openJourney();
const cast = await seatCast(house);
const db = house.app.database.primary;

/** A site of the institution that is none of ours, on a host of its own: any path is a page with the snippet. */
async function otherSite(): Promise<{ origin: string; carry(snippet: string): void }> {
  let snippet = '';
  const server = createServer((_, outgoing) => {
    outgoing.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    outgoing.end(`<!doctype html><html lang="es"><head><title>Impuestos</title>${snippet}</head>
      <body><button onclick="history.pushState({}, '', '/predial/pagar')">Pagar</button></body></html>`);
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.2', () => listening()));
  closeAtTheEnd(
    () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  );
  return {
    origin: `http://127.0.0.2:${(server.address() as AddressInfo).port}`,
    carry: (line) => {
      snippet = line;
    },
  };
}

test(
  'a site of the institution carries a line, is looked at, and the board shows it by section and source',
  { timeout: 90_000 },
  async () => {
    const site = await otherSite();
    const marcela = await visitor();
    await signIn(marcela, cast.mail('marcela'), password, '/workspace/traffic');
    await marcela.getByRole('heading', { level: 1, name: 'Tráfico' }).waitFor();
    await awake(marcela);
    await scan(marcela);
    await marcela.getByRole('navigation', { name: 'Tráfico' }).getByRole('link', { name: 'Sitios' }).click();
    await marcela.getByRole('link', { name: 'Agregar un sitio' }).first().click();
    await marcela.getByLabel('Nombre').fill('Portal tributario');
    await marcela.getByLabel('Direcciones').fill('no es una dirección/');
    await marcela.getByLabel('Secciones').fill('/predial/* = Predial');
    await marcela.getByRole('button', { name: 'Agregar un sitio' }).click();
    await marcela.getByText('no es la dirección de un sitio').first().waitFor();
    await marcela.getByLabel('Direcciones').fill(site.origin);
    await marcela.getByRole('button', { name: 'Agregar un sitio' }).click();
    await marcela.getByRole('heading', { level: 1, name: 'Portal tributario' }).waitFor();
    site.carry(await marcela.getByLabel('Línea para sus páginas').inputValue());
    await scan(marcela);

    const agent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36';
    const context = await browser.newContext({ userAgent: agent });
    const citizen = await context.newPage();
    await citizen.goto(site.origin);
    await citizen.getByRole('button', { name: 'Pagar' }).click();
    const counted = async () =>
      (await sql<{ views: number }>`select coalesce(sum(views), 0) as views from visit_days where site_id = 1`.execute(db)).rows[0]!.views;
    // What is sent while a page goes away says the name of the whole browser, which is a machine's.
    await expect.poll(counted, { timeout: 15_000 }).toBe(2);
    await citizen.goto(`${site.origin}/predial/recibo?cedula=123`);
    await expect.poll(counted, { timeout: 15_000 }).toBe(3);
    expect(await context.cookies()).toEqual([]);
    expect(await citizen.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);

    await marcela.goto('/workspace/traffic?site=portal-tributario');
    await marcela.getByText('3 vistas').first().waitFor();
    const sections = marcela.getByRole('region', { name: 'Por sección' });
    await sections
      .getByRole('row', { name: /Predial/ })
      .getByText('2')
      .waitFor();
    await scan(marcela);
    await marcela.getByText('Ver la gráfica como tabla').click();
    await sections
      .getByRole('row', { name: /Predial/ })
      .getByRole('link', { name: '2' })
      .click();
    await marcela.getByRole('heading', { level: 1, name: 'Renglones' }).waitFor();
    await marcela.getByRole('row', { name: /Dentro del sitio/ }).waitFor();
    await scan(marcela);
    const sheet = await house.ask('/workspace/traffic/export?format=csv&site=portal-tributario', { as: cast.mail('marcela') });
    expect(await sheet.text()).toContain('Portal tributario,Predial,Dentro del sitio,Pregón,1,1,0');

    // The ledger has it: an indicator of web sessions reads itself.
    await db.transaction().execute((inside) => recordVisits({ ...cast.as(), db: inside }));
    await marcela.goto('/workspace/measures/metrics.inner_page_sessions?tool=portal-tributario');
    await marcela.getByRole('row', { name: /Portal tributario/ }).waitFor();
  },
);

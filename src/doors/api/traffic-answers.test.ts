import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { issueKey } from '#domains/organization/index.ts';
import { accepted } from '#platform/refusal.ts';
import { openApiAsker, unheld, type Items } from '#test/support/api-asker.ts';
import type { Made } from '#test/support/api-pieces.ts';
import { seatCast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { trafficImportEndpoints } from './traffic-imports.ts';
import { trafficEndpoints } from './traffic.ts';

const house = await openTestHouse({ clock: () => new Date('2026-11-18T15:00:00Z') });
const cast = await seatCast(house);
const { ask, refused } = await openApiAsker(house, cast, 'marcela', 'julian');
const { primary: db } = house.app.database;

interface Import {
  readonly import: { readonly state: string; readonly columns: string[]; readonly origin: string };
}
const bytes = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
const described = { name: 'Tributario', hosts: ['https://impuestos.gov.co/predial'], rules: [{ path: '/predial/*', section: 'Predial' }] };
let site: { id: number; code: string };

test('a site is added, said anew, retired and taken up again', async () => {
  site = await ask<typeof site>('POST', '/sites', described);
  expect((await refused('POST', '/sites', described)).fields.name!.code).toBe('site.known');
  const path = `/sites/${site.id}`;
  expect(await ask('GET', path)).toMatchObject({
    hosts: ['impuestos.gov.co'],
    version: 1,
    snippet: expect.stringContaining('data-site="tributario"') as string,
  });
  await ask('PUT', path, { ...described, unit: cast.units.prensa, version: 1 });
  expect((await refused('PUT', path, { ...described, version: 1 })).code).toBe('site.changed');
  await ask('POST', `${path}/moves`, { act: 'close' });
  expect((await ask<Items<Made>>('GET', '/sites?state=closed&q=impuestos')).items).toMatchObject([{ id: site.id }]);
  await ask('POST', `${path}/moves`, { act: 'reopen' });
  expect(await ask('GET', '/sites')).toMatchObject({ total: 1, standing: { counting: 0, views: 0 } });
});

test('what another system counted comes in by a file, and its faults are read', async () => {
  const csv = 'Día,Página,Vistas\n2026-11-02,/predial/pagar,7\n2026-11-03,/,3\nayer,/,1\n';
  const { id } = await ask<Made>('POST', '/traffic-imports?name=cuadro.csv', bytes(csv));
  const path = `/traffic-imports/${id}`;
  const begun = await ask<Import>('GET', path);
  expect(begun.import).toMatchObject({ state: 'matching', origin: 'csv', columns: ['day', 'path', 'views'] });
  const matched = { origin: 'csv', site: site.id, columns: begun.import.columns };
  expect((await refused('POST', `${path}/preview`, { ...matched, columns: ['', 'path', 'views'] })).fields.columns!.code).toBe(
    'visit_import.no_day',
  );
  expect(await ask('POST', `${path}/preview`, matched)).toMatchObject({ rows: 3, faulted: 1, views: 10, from: '2026-11-02' });
  await ask('POST', `${path}/start`, matched);
  await house.settle();
  expect((await ask<Import>('GET', path)).import).toMatchObject({ state: 'done', views: 10, siteName: 'Tributario' });
  const { items } = await ask<Items<{ row: number; sentence: string }>>('GET', `${path}/faults`);
  expect(items).toMatchObject([{ row: 4, cells: ['ayer', '/', '1'], sentence: expect.stringContaining('«ayer»') as string }]);
  expect((await refused('POST', `${path}/stop`, {})).code).toBe('visit_import.moved_on');

  const other = await ask<Made>('POST', '/traffic-imports?name=otro.csv', bytes(csv));
  await sql`update visit_imports set state = 'running', site_id = ${site.id}, claimed_until = now() + interval '1 day' where id = ${other.id}`.execute(
    db,
  );
  await ask('POST', `/traffic-imports/${other.id}/stop`, {});
  expect(await ask('GET', '/traffic-imports?state=stopped')).toMatchObject({
    items: [{ name: 'otro.csv' }],
    total: 1,
    last: { views: 10 },
  });
});

test('figures are of the same days and narrowed by the same things as the board, and open into their rows', async () => {
  expect(await ask('GET', '/traffic?period=2026-11')).toMatchObject({
    whole: { views: 10 },
    bySite: [{ site: site.id, views: 10 }],
    before: null,
  });
  expect(await ask('GET', `/traffic?site=${site.code}&section=Predial`)).toMatchObject({
    whole: { views: 7 },
    days: [{ day: '2026-11-02' }],
  });
  expect(await ask('GET', '/traffic/rows?origin=csv&day=2026-11-02')).toMatchObject({
    items: [{ section: 'Predial', views: 7 }],
    count: 1,
  });
});

test('a key needs the scopes of what is counted', async () => {
  const actor = { ...cast.as('esteban').actor, grants: [{ role: 'administrator' as const, unit: null, units: [] }] };
  const { key } = accepted(
    await issueKey({ ...cast.as('esteban'), actor }, { name: 'poca', scopes: ['editorial:read'], expires_on: null }),
  );
  for (const path of ['/sites', '/traffic', '/traffic-imports'])
    expect((await house.ask(`/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } })).status, path).toBe(403);
});

test('every endpoint of these tables was held here', () => {
  expect(unheld([...trafficEndpoints, ...trafficImportEndpoints])).toEqual([]);
});

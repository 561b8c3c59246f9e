import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { addSite, getVisitImport } from '#domains/metrics/index.ts';
import { accepted } from '#platform/refusal.ts';
import { seatCast, type Cast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';

const house = await openTestHouse({ clock: () => new Date('2026-11-22T15:00:00Z') });
const db = house.app.database.primary;
let cast: Cast;
let site: number;

beforeAll(async () => {
  cast = await seatCast(house);
  const rules = [{ path: '/predial/*', section: 'Predial' }];
  site = accepted(await addSite(cast.as('marcela'), { name: 'Tributario', hosts: ['impuestos.gov.co'], rules, unit: null })).id;
});

const post = (path: string, body: FormData | URLSearchParams) => house.ask(path, { method: 'POST', body, as: cast.mail('marcela') });

/** Brings a file in through the pages, as it is recognised. */
async function bring(name: string, content: string | Uint8Array<ArrayBuffer>, type = 'text/csv', more: Record<string, string> = {}) {
  const form = new FormData();
  form.set('sheet', new File([content], name, { type }));
  const place = (await post('/workspace/traffic/imports', form)).headers.get('location') ?? '';
  const id = Number(place.split('/').at(-1));
  const asked = await getVisitImport(cast.as('marcela'), id);
  const fields = [
    ['intent', 'start'],
    ['origin', asked.origin],
    ['site', String(site)],
    ...asked.columns.map((column) => ['columns', column]),
    ...Object.entries(more),
  ];
  const started = await post(place, new URLSearchParams(fields as [string, string][]));
  expect(started.status).toBe(302);
  await expect.poll(async () => (await getVisitImport(cast.as('marcela'), id)).state, { timeout: 20_000 }).not.toBe('running');
  return getVisitImport(cast.as('marcela'), id);
}

const standing = async (origin: string) => {
  const { rows } = await sql<{ said: string }>`select concat_ws(' ', day, section, source, views, sessions, begun) as said from visit_days
    where origin = ${origin} and views > 0 order by 1`.execute(db);
  return rows.map(({ said }) => said);
};
const told = async () =>
  (await sql<{ amount: number }>`select coalesce(sum(amount), 0) as amount from fact_days where measure = 'metrics.page_views'`.execute(db))
    .rows[0]!.amount;

describe('what another system counted', () => {
  const umami = `website_id,session_id,visit_id,event_id,hostname,url_path,url_query,referrer_domain,event_type,created_at
w,s1,v1,e1,impuestos.gov.co,/predial/pagar,cc=1,www.google.com,1,2026-10-02 02:30:00
w,s1,v1,e2,impuestos.gov.co,/predial/recibo,,impuestos.gov.co,1,2026-10-02 02:31:00
w,s1,v1,e3,impuestos.gov.co,/predial/recibo,,,2,2026-10-02 02:32:00
w,s2,v2,e4,impuestos.gov.co,/,,,1,2026-10-02 15:00:00
`;

  test('is recognised, read by the rules of its site and counted on the day that it was here', async () => {
    const done = await bring('website_event.csv', umami);
    expect(done).toMatchObject({ origin: 'umami', state: 'done', rows: 4, faulted: 0, views: 3, sessions: 2 });
    expect(await standing('umami')).toEqual([
      '2026-10-01 Predial inside 1 0 0',
      '2026-10-01 Predial search 1 1 1',
      '2026-10-02 home direct 1 1 1',
    ]);
    expect(await told()).toBe(3);
  });

  test('counts once however often it is loaded, and a later export takes the place of an earlier one', async () => {
    await bring('again.csv', umami);
    expect(await told()).toBe(3);
    await bring('later.csv', umami.replace(/^w,s2.*\n/m, ''));
    expect([await told(), (await standing('umami')).length]).toEqual([3, 3]);
    await bring('longer.csv', `${umami}w,s9,v9,e9,impuestos.gov.co,/predial,,,1,2026-10-02 16:00:00\n`);
    expect([await told(), (await standing('umami')).length]).toEqual([4, 4]);
  });

  test('comes from Matomo as CSV and as JSON by day', async () => {
    const csv =
      'date,label,nb_visits,nb_hits,entry_nb_visits,url\n2026-09-01,/predial,12,"1,240",7,https://impuestos.gov.co/predial/pagar\n';
    expect(await bring('matomo.csv', csv)).toMatchObject({ origin: 'matomo', state: 'done', views: 1240, sessions: 7 });
    const json = JSON.stringify({
      '2026-09-01': [{ label: 'pagar', url: 'https://impuestos.gov.co/predial/pagar', nb_hits: 1300, nb_visits: 13, entry_nb_visits: 8 }],
      '2026-09-02': [{ label: '/index', nb_hits: 5, nb_visits: 4, entry_nb_visits: 4 }],
      '2026-09-03': [],
    });
    expect(await bring('matomo.json', json, 'application/json')).toMatchObject({ state: 'done', rows: 2, views: 1305 });
    expect(await standing('matomo')).toEqual(['2026-09-01 Predial direct 1300 13 8', '2026-09-02  direct 5 4 4']);
    const broken = await bring('roto.json', json.slice(0, -3), 'application/json').catch(() => null);
    expect(broken?.state ?? 'failed').toBe('failed');
  });

  test('comes from Matomo as its «TSV (Excel)»: UTF-16 with its mark, tabs and heads in words', async () => {
    const heads = ['Date', 'Label', 'Unique Pageviews', 'Pageviews', 'Bounce Rate', 'Avg. time on page', 'Metadata: url'];
    const rows = [
      ['2026-07-01', '/tramites/«paz y salvo»', '310', '452', '41%', '00:01:12', 'https://impuestos.gov.co/predial/paz-y-salvo'],
      ['2026-07-02', '/index', '12', '20', '8%', '00:00:40', 'https://impuestos.gov.co/'],
    ];
    const text = [heads, ...rows].map((cells) => `${cells.join('\t')}\n`).join('');
    const done = await bring('Export_Page URLs_July.tsv', new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')));
    expect(done).toMatchObject({
      origin: 'matomo',
      state: 'done',
      rows: 2,
      faulted: 0,
      views: 472,
      columns: ['day', '', 'sessions', 'views', '', '', 'path'],
    });
    expect((await standing('matomo')).filter((said) => said.startsWith('2026-07'))).toEqual([
      '2026-07-01 Predial direct 452 310 0',
      '2026-07-02 home direct 20 12 0',
    ]);
  });

  test('tells which rows are wrong, and leaves out the days that our own collector counted', async () => {
    await sql`insert into visit_days (day, site_id, section, source, views) values ('2026-08-02', ${site}, 'Predial', 'direct', 9)`.execute(
      db,
    );
    const csv =
      'Día;Página;Vistas;Sesiones\n01/08/2026;/predial;1.500;300\n2026-08-02;/predial;7;7\nayer;/predial;3;1\n2027-01-01;/;1;1\n2026-08-01;/;-4;1\n';
    const done = await bring('cuadro.csv', csv);
    expect(done).toMatchObject({ origin: 'csv', state: 'done', rows: 5, faulted: 3, views: 1500, leftOut: 1 });
    expect(await standing('csv')).toEqual(['2026-08-01 Predial direct 1500 300 0']);
    const faults = await (await house.ask(`/workspace/traffic/imports/${done.id}/faults?format=csv`, { as: cast.mail('marcela') })).text();
    expect(faults).toContain('ayer,/predial,3,1,«ayer» no es un día');
  });

  test('and sites are listed: searched, filtered, paged and taken away', async () => {
    const page = async (path: string) => (await house.ask(path, { as: cast.mail('marcela') })).text();
    expect(await page('/workspace/traffic/imports?q=export_page&origin=matomo')).toContain('Export_Page URLs_July.tsv');
    expect(await page('/workspace/traffic/imports?q=export_page&origin=umami')).toContain('Ningún archivo es así');
    const taken = (await page('/workspace/traffic/imports/export?format=csv&state=done&q=cuadro')).trim().split('\r\n');
    expect(taken[1]).toMatch(/^cuadro\.csv,Entró,Archivo CSV,Tributario,5,3,1,1500,/);
    expect(taken).toHaveLength(2);
    expect(await page('/workspace/traffic/sites?state=waiting')).toContain('Ningún sitio es así');
    const sites = (await page('/workspace/traffic/sites/export?format=csv&q=impuestos&state=counting')).trim().split('\r\n');
    expect(sites[1]).toContain('Tributario,impuestos.gov.co,/predial/* = Predial');
    const extra = Array.from({ length: 60 }, (_, at) => `Sitio ${String(at).padStart(2, '0')}`);
    await sql`insert into sites (code, name, hosts, created_at, changed_at)
      select 'x-' || at, n, array['x.gov.co'], now(), now() from unnest(${extra}::text[]) with ordinality x(n, at)`.execute(db);
    expect(await page('/workspace/traffic/sites?page=2')).toContain('51 a 61 de 61');
  });

  test('is refused when nobody could count it', async () => {
    const form = new FormData();
    form.set('sheet', new File(['nombre\nAna\n'], 'x.csv', { type: 'text/csv' }));
    const place = (await post('/workspace/traffic/imports', form)).headers.get('location')!;
    const answer = await post(place, new URLSearchParams({ intent: 'look', origin: 'csv', site: String(site), columns: '' }));
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('qué columna tiene el día')]);
  });
});

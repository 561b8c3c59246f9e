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
async function bring(name: string, content: string, type = 'text/csv', more: Record<string, string> = {}) {
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

  test('is refused when nobody could count it', async () => {
    const form = new FormData();
    form.set('sheet', new File(['nombre\nAna\n'], 'x.csv', { type: 'text/csv' }));
    const place = (await post('/workspace/traffic/imports', form)).headers.get('location')!;
    const answer = await post(place, new URLSearchParams({ intent: 'look', origin: 'csv', site: String(site), columns: '' }));
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('qué columna tiene el día')]);
  });
});

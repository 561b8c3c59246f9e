import { spawn } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { addSite, closeSite } from '#domains/metrics/index.ts';
import { accepted } from '#platform/refusal.ts';
import { seatCast, type Cast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { collectorScript } from './collector-script.ts';

let now = new Date('2026-11-22T15:00:00Z');
const house = await openTestHouse({ clock: () => now, env: { TRUST_PROXY: '1', LOG_LEVEL: 'silent' } });
const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0';
const host = 'impuestos.puertoclaro.gov.co';
const db = house.app.database.primary;
let cast: Cast;
let number = 0;

beforeAll(async () => {
  cast = await seatCast(house);
  const rules = [{ path: '/predial/*', section: 'Predial' }];
  accepted(await addSite(cast.as('marcela'), { name: 'Portal tributario', hosts: [host], rules, unit: cast.units.planeacion! }));
});

const beacon = (views: object[], more: object = {}) => ({
  site: 'portal-tributario',
  host,
  id: `batch-${(number += 1)}-xxxxxx`,
  views,
  ...more,
});
const send = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${house.origin}/hooks/visits`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { origin: `https://${host}`, 'user-agent': browser, 'content-type': 'text/plain', 'x-forwarded-for': '190.0.0.1', ...headers },
  });
/** What stands of a day: views, sessions in sections, sessions of the site. */
const standing = async () => {
  const { rows } = await sql<{ said: string }>`select concat_ws(' ', section, source, sum(views), sum(sessions), sum(begun)) as said
    from visit_days where site_id <> 0 and day = ${now.toISOString().slice(0, 10)} group by section, source order by 1`.execute(db);
  return rows.map(({ said }) => said.trim());
};
const total = async () =>
  (await sql<{ views: number }>`select coalesce(sum(views), 0) as views from visit_days`.execute(db)).rows[0]!.views;
/** Each test has a day of its own. */
const nextDay = () => (now = new Date(now.getTime() + 86_400_000));

describe('the script of other sites', () => {
  test('weighs less than a kilobyte, and keeps nothing', async () => {
    expect(gzipSync(collectorScript).length).toBeLessThan(1_000);
    expect(collectorScript).not.toMatch(/cookie|storage|indexedDB/i);
    expect(() => new Function(collectorScript)).not.toThrow();
    const { status, headers } = await house.ask('/hooks/collector.js', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect([status, headers.get('cross-origin-resource-policy'), headers.get('set-cookie')]).toEqual([200, 'cross-origin', null]);
  });
});

describe('the intake', () => {
  test('counts by section and source, and each visitor once a day', async () => {
    const answer = await send(
      beacon([
        { path: '/', from: 'https://www.google.com.co/' },
        { path: '/predial/pagar?cc=123', from: `https://${host}` },
      ]),
    );
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([202, `https://${host}`]);
    await send(beacon([{ path: '/predial', from: 'https://l.facebook.com/x' }]));
    await send(beacon([{ path: '/predial/', medium: 'email' }]), { 'x-forwarded-for': '190.0.0.2' });
    expect(await standing()).toEqual(['Predial inside 1 1 0', 'Predial mail 1 1 1', 'Predial social 1 0 0', 'home search 1 1 1']);
    expect(await db.selectFrom('visit_hosts').select(['host', 'views']).orderBy('host').execute()).toEqual([
      { host: 'facebook.com', views: 1 },
      { host: 'google.com', views: 1 },
    ]);
  });

  test('takes what is sent again once, also at the same time', async () => {
    nextDay();
    const same = beacon([{ path: '/predial' }]);
    const answers = await Promise.all([send(same), send(same), send(same)]);
    answers.push(await send(same));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    expect(await standing()).toEqual(['Predial direct 1 1 1']);
  });

  test.each([
    ['{', 422],
    ['null', 422],
    ['[]', 422],
    [JSON.stringify({ site: 'portal-tributario', host, id: 'a', views: [{}] }), 422],
    [JSON.stringify({ site: ['x'], host, id: 'batch-hostile', views: [{ path: '/' }] }), 422],
    [
      JSON.stringify({ site: 'portal-tributario', host, id: 'batch-hostile', views: Array.from({ length: 51 }, () => ({ path: '/' })) }),
      422,
    ],
    [JSON.stringify({ site: "x'; drop table sites; --", host, id: 'batch-hostile', views: [{ path: '/' }] }), 403],
    [JSON.stringify({ site: '__proto__', host, id: 'batch-hostile', views: [{ path: '/' }] }), 403],
    ['x'.repeat(20_000), 413],
  ])('refuses %.60s', async (body, status) => {
    nextDay();
    expect((await send(body)).status).toBe(status);
    expect(await standing()).toEqual([]);
  });

  test('takes any path and referrer, and keeps neither', async () => {
    nextDay();
    for (const path of ['/\u0000', '/%00%ff', 'javascript:alert(1)', `/${'a/'.repeat(900)}`, '/👩‍👧/../..'])
      expect((await send(beacon([{ path, from: 'https://u:secreto@otro.example/persona?cedula=1' }]))).status).toBe(202);
    expect(await standing()).toEqual(['other 5 1 1']);
    expect(JSON.stringify(await db.selectFrom('visit_hosts').selectAll().where('source', '=', 'other').execute())).not.toMatch(
      /secreto|cedula|persona/,
    );
  });

  test('is only for the pages of a site that is counted', async () => {
    nextDay();
    const evil = { origin: 'https://evil.example' };
    const refused = await send(beacon([{ path: '/' }]), evil);
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    expect((await send(beacon([{ path: '/' }], { host: 'evil.example' }), { origin: 'null' })).status).toBe(403);
    expect((await send(beacon([{ path: '/' }]), { origin: 'null' })).status).toBe(202);
    const asked = (origin: string) => fetch(`${house.origin}/hooks/visits`, { method: 'OPTIONS', headers: { origin } });
    expect([(await asked(`https://${host}`)).status, (await asked('https://evil.example')).status]).toEqual([204, 403]);
    expect((await fetch(`${house.origin}/hooks/visits`)).status).toBe(405);
    const other = accepted(await addSite(cast.as('marcela'), { name: 'Otro', hosts: ['otro.gov.co'], rules: [], unit: null }));
    const there = () => send(beacon([{ path: '/' }], { site: other.code, host: 'otro.gov.co' }), { origin: 'https://otro.gov.co' });
    await expect.poll(async () => (await there()).status).toBe(202);
    accepted(await closeSite(cast.as('marcela'), { site: other.id }));
    await expect.poll(async () => (await there()).status).toBe(403);
  });

  test('leaves out machines, and whoever asks not to be followed', async () => {
    nextDay();
    const crawler = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
    for (const headers of [{ 'user-agent': crawler }, { dnt: '1' }, { 'sec-gpc': '1' }])
      expect((await send(beacon([{ path: '/' }]), headers as unknown as Record<string, string>)).status).toBe(204);
    expect(await standing()).toEqual([]);
  });

  test('stops a flood from one browser, and not the many behind one proxy', async () => {
    nextDay();
    const twenty = () => beacon(Array.from({ length: 20 }, () => ({ path: '/predial' })));
    const flood = [];
    for (let times = 0; times < 14; times++) flood.push((await send(twenty(), { 'x-forwarded-for': '190.9.9.9' })).status);
    expect([flood.filter((status) => status === 202).length, flood.at(-1)]).toEqual([12, 429]);
    const many = await Promise.all(
      Array.from({ length: 60 }, (_, at) => send(twenty(), { 'x-forwarded-for': '190.8.8.8', 'user-agent': `${browser} ${at}` })),
    );
    expect(many.every(({ status }) => status === 202)).toBe(true);
  });

  test('counts what comes late on the day in which it comes, and nobody is the same the day after', async () => {
    nextDay();
    await send(beacon([{ path: '/predial' }]));
    nextDay();
    await send(beacon([{ path: '/predial' }]));
    expect(await standing()).toEqual(['Predial direct 1 1 1']);
  });

  test('says nothing is counted while it cannot be, and goes on by itself', async () => {
    nextDay();
    await sql`alter table visit_days rename to visit_days_away`.execute(db);
    try {
      const answer = await send(beacon([{ path: '/' }]));
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    } finally {
      await sql`alter table visit_days_away rename to visit_days`.execute(db);
    }
    expect((await send(beacon([{ path: '/' }]))).status).toBe(202);
    expect(await standing()).toEqual(['home direct 1 1 1']);
  });

  test('has counted all that it acknowledged when its process is killed in the middle', async () => {
    const before = await total();
    const child = spawn(process.execPath, ['test/support/visit-house.ts'], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: house.app.database.url,
        DATA_DIR: house.app.config.DATA_DIR,
        PROCESS: 'web',
        LOG_LEVEL: 'silent',
        TRUST_PROXY: '1',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const port = await new Promise<string>((told) => child.stdout.once('data', (text: Buffer) => told(String(text).trim())));
    let acknowledged = 0;
    const visitor = async (who: number) => {
      for (let times = 0; ; times++) {
        const body = JSON.stringify(beacon([{ path: '/predial' }, { path: '/' }], { id: `killed-${who}-${times}` }));
        const headers = { origin: `https://${host}`, 'user-agent': browser, 'x-forwarded-for': `190.7.${who}.${times % 250}` };
        const answer = await fetch(`http://127.0.0.1:${port}/hooks/visits`, { method: 'POST', body, headers }).catch(() => null);
        if (!answer) return;
        if (answer.status === 202) acknowledged += 2;
        if (acknowledged > 400) child.kill('SIGKILL');
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, who) => visitor(who)));
    expect(acknowledged).toBeGreaterThan(400);
    const counted = (await total()) - before;
    expect(counted).toBeGreaterThanOrEqual(acknowledged);
    // What was committed and not told any more is at most what was under way.
    expect(counted).toBeLessThanOrEqual(acknowledged + 40);
  });
});

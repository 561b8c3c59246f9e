import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { accepted, Forbidden, NotFound } from '#platform/refusal.ts';
import { publishNow, withdrawPiece } from '#domains/editorial/index.ts';
import { chooseNotices, noticeChoices, notify } from '#domains/organization/index.ts';
import { approvedPiece } from '#test/support/approved-piece.ts';
import { seatCast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { openPushPeer } from '#test/support/push-peer.ts';
import { ownDevices, subscribeDevice, turnOffDevice } from './subscriptions.ts';

const peer = await openPushPeer();
afterAll(() => peer.close());
let passed = 0;
const env = {
  PUSH_SERVICE_URL: peer.origin,
  SECRET_KEY: 'una llave de prueba con letras de sobra',
  SMTP_FROM: 'pregon@puertoclaro.gov.co',
};
const house = await openTestHouse({ env, clock: () => new Date(Date.now() + passed) });
const cast = await seatCast(house);
const db = house.app.database.primary;
const pass = (seconds: number) => {
  passed += seconds * 1000;
};

beforeEach(async () => {
  await house.settle();
  peer.taken.length = 0;
  peer.answers = () => 201;
  await db.deleteFrom('push_subscriptions').execute();
});

const from = { browser: null, language: 'es', ownService: peer.origin } as const;
const turnOn = async (who: Parameters<typeof cast.as>[0], browser = peer.browser()) => {
  accepted(await subscribeDevice(cast.as(who), browser, from));
  return browser;
};
const tell = (title: string, people = [cast.people.nidia]) =>
  notify(cast.as('marcela'), {
    to: people,
    kind: 'piece.approved',
    facts: { who: 'Marcela', title },
    path: '/workspace/pieces/7',
    subject: { type: 'piece', id: 7 },
  });
const states = async () =>
  (await db.selectFrom('push_deliveries').select(['state', 'status', 'tries']).orderBy('message_id').execute()).map(
    ({ state, status, tries }) => [state, status, tries],
  );
const lastState = async () => (await states()).at(-1);
const post = (path: string, fields: Record<string, string>, more: { as?: string; cookie?: string } = {}) =>
  house.ask(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    ...(more.as ? { as: more.as } : {}),
    ...(more.cookie ? { headers: { cookie: more.cookie } } : {}),
  });

test('one’s own notice shows on one’s own device, sealed for it and signed by the house; another group stays quiet', async () => {
  const browser = peer.browser();
  const on = await post('/workspace/notices', { intent: 'push-on', ...browser }, { as: 'nidia.arrieta@puertoclaro.gov.co' });
  expect([on.status, on.headers.get('location')]).toEqual([302, '/workspace/notices']);
  await tell('El predial');
  await house.settle();
  expect(peer.taken).toMatchObject([
    {
      endpoint: browser.endpoint,
      subject: 'mailto:pregon@puertoclaro.gov.co',
      message: { body: 'Marcela aprobó El predial', path: '/workspace/pieces/7', language: 'es' },
    },
  ]);
  expect(await lastState()).toEqual(['accepted', 201, 1]);
  await chooseNotices(cast.as('nidia'), { ...(await noticeChoices(cast.as('nidia'))), push: ['request'] });
  await tell('Otra');
  await house.settle();
  expect(peer.taken).toHaveLength(1);
  await chooseNotices(cast.as('nidia'), { ...(await noticeChoices(cast.as('nidia'))), push: ['piece'] });
});

test('who signs out on a browser is told nothing more there', async () => {
  const as = 'nidia.arrieta@puertoclaro.gov.co';
  const on = await post('/workspace/notices', { intent: 'push-on', ...peer.browser() }, { as });
  const cookie = `${await house.cookieOf(as)}; ${on.headers.get('set-cookie')!.split(';')[0]!}`;
  expect(await ownDevices(cast.as('nidia'), undefined)).toHaveLength(1);
  await post('/sign-out', {}, { cookie });
  expect(await ownDevices(cast.as('nidia'), undefined)).toEqual([]);
});

test('a device is its owner’s to turn off, and «no, gracias» is remembered', async () => {
  await turnOn('nidia');
  const [device] = await ownDevices(cast.as('nidia'), undefined);
  await expect(turnOffDevice(cast.as('julian'), { subscription: device!.id })).rejects.toThrow(NotFound);
  await turnOffDevice(cast.as('nidia'), { subscription: device!.id });
  expect(await ownDevices(cast.as('nidia'), undefined)).toEqual([]);
  await expect(ownDevices(cast.as(), undefined)).rejects.toThrow(Forbidden);
  const as = 'nidia.arrieta@puertoclaro.gov.co';
  const page = async () => (await house.ask('/workspace/notices', { as })).text();
  await db.updateTable('notifications').set({ read_at: new Date() }).where('person_id', '=', cast.people.nidia).execute();
  expect(await page()).toContain('¿Quiere ver sus avisos también en este aparato');
  await post('/workspace/notices', { intent: 'push-no' }, { as });
  expect(await page()).not.toContain('¿Quiere ver sus avisos también en este aparato');
});

test('anybody turns the portal’s news on and off, without a name; it is kept as an agreement with its proof', async () => {
  const browser = peer.browser();
  const on = await post('/subscription/browser', { intent: 'on', ...browser });
  const cookie = on.headers.get('set-cookie')!.split(';')[0]!;
  expect([on.status, /HttpOnly; SameSite=Lax/.test(on.headers.get('set-cookie')!)]).toEqual([302, true]);
  await turnOn('diego');
  const { id, slug } = await approvedPiece(house, cast);
  expect(await publishNow(cast.as('marcela'), { piece: id, channels: ['avisos-navegador'] })).toMatchObject({
    refused: 'piece.push_needs_page',
  });
  accepted(await publishNow(cast.as('marcela'), { piece: id, channels: ['pagina-web', 'avisos-navegador'] }));
  await house.settle();
  const tag = `piece-${id}`;
  expect(peer.taken.map(({ endpoint, message }) => [endpoint, message])).toEqual([
    [browser.endpoint, { title: 'Vacunas en 14 barrios', body: 'Son gratis y sin cita.', path: `/news/${slug}`, tag, language: 'es' }],
  ]);
  accepted(await withdrawPiece(cast.as('marcela'), { piece: id, reason: 'La jornada se aplaza.' }));
  await house.settle();
  expect(peer.taken.slice(1).map(({ message, topic }) => [message.tag, message.body, topic])).toEqual([
    [tag, 'Se retiró: Vacunas en 14 barrios', tag],
  ]);
  expect(await (await house.ask('/subscription/browser', { headers: { cookie } })).text()).toContain('Apagar en este navegador');
  await post('/subscription/browser', { intent: 'off' }, { cookie });
  const ledger = await db
    .selectFrom('consents')
    .select(['act', 'channel', 'proof'])
    .where('purpose', '=', 'avisos-navegador')
    .orderBy('id')
    .execute();
  expect(ledger.map(({ act, channel }) => [act, channel])).toEqual([
    ['given', 'portal'],
    ['withdrawn', 'portal'],
  ]);
  expect(ledger[0]!.proof).toBe(`push:${new URL(peer.origin).host}`);
  expect(await db.selectFrom('contacts').select('id').where('name', '=', 'Un navegador, sin nombre').execute()).toEqual([]);
});

test('what is not public reaches the house’s own devices and no others; what is secret none', async () => {
  const inside = await turnOn('diego');
  await post('/subscription/browser', { intent: 'on', ...peer.browser() });
  const { id } = await approvedPiece(house, cast, { class: 'internal' });
  expect(await publishNow(cast.as('marcela'), { piece: id, channels: ['intranet', 'avisos-navegador'] })).toMatchObject({
    refused: 'piece.internal_only',
  });
  accepted(await publishNow(cast.as('marcela'), { piece: id, channels: ['intranet', 'avisos-personal'] }));
  await house.settle();
  expect(peer.taken.map(({ endpoint }) => endpoint)).toEqual([inside.endpoint]);
});

test.each([
  [410, 'expired', 410],
  [404, 'expired', 404],
  [413, 'refused', 413],
  ['cut', 'unknown', null],
] as const)('a service that answers %s leaves it %s, and it is not sent again', async (how, state, status) => {
  await turnOn('nidia');
  peer.answers = () => how;
  await tell('El acueducto');
  await house.settle();
  expect(await lastState()).toEqual([state, status, 1]);
  expect(await ownDevices(cast.as('nidia'), undefined)).toHaveLength(state === 'expired' ? 0 : 1);
  peer.answers = () => 201;
  pass(3600);
  await house.settle();
  expect(peer.taken).toEqual([]);
});

test('a service that asks to wait is left alone for so long, with all that is for it; then each is sent once', async () => {
  await turnOn('nidia');
  await turnOn('diego');
  peer.answers = () => ({ status: 429, retryAfter: '120' });
  await tell('La ciclorruta', [cast.people.nidia, cast.people.diego]);
  await house.settle();
  pass(100);
  peer.answers = () => 201;
  await house.settle();
  expect(peer.taken).toEqual([]);
  pass(30);
  await house.settle();
  expect(peer.taken.map(({ message }) => message.body)).toEqual(['Marcela aprobó La ciclorruta', 'Marcela aprobó La ciclorruta']);
  peer.answers = () => 500;
  await tell('El muelle', [cast.people.diego]);
  for (let turn = 0; turn < 7; turn += 1) {
    await house.settle();
    pass(1200);
  }
  expect(await lastState()).toEqual(['refused', 500, 6]);
});

test('a worker that is killed on its way leaves it unknown: nobody is missed and nobody is told twice', async () => {
  const stuck = await turnOn('nidia');
  const others = [await turnOn('diego'), await turnOn('julian')];
  peer.answers = (endpoint) => (endpoint === stuck.endpoint ? 'silent' : 201);
  await tell('El faro', [cast.people.nidia]);
  const { DATABASE_URL, DATA_DIR } = house.app.config;
  const worker = spawn(process.execPath, ['test/support/push-worker.ts'], {
    env: { ...process.env, ...env, DATABASE_URL, DATA_DIR },
    stdio: 'ignore',
  });
  await expect.poll(() => peer.taken.length, { timeout: 40_000 }).toBe(1);
  worker.kill('SIGKILL');
  await once(worker, 'exit');
  await tell('El malecón', [cast.people.diego, cast.people.julian]);
  peer.answers = () => 201;
  pass(120);
  await house.settle();
  const bodies = peer.taken.map(({ endpoint, message }) => [endpoint, message.body]).toSorted();
  const wanted = [[stuck.endpoint, 'Marcela aprobó El faro'], ...others.map(({ endpoint }) => [endpoint, 'Marcela aprobó El malecón'])];
  expect(bodies).toEqual(wanted.toSorted());
  expect((await states()).findLast(([state]) => state === 'unknown' || state === 'attempted')).toEqual(['unknown', null, 1]);
}, 60_000);

test.each([
  ['http://push.example.org/x'],
  ['https://127.0.0.1/x'],
  ['https://[::1]/x'],
  ['https://10.0.0.5/x'],
  ['https://169.254.169.254/latest/meta-data'],
  ['https://localhost/x'],
  ['https://push.example.org:8443/x'],
  ['https://user:pass@push.example.org/x'],
  ['javascript:alert(1)'],
])('the house asks nothing of %s', async (endpoint) => {
  const { p256dh, auth } = peer.browser();
  expect(await subscribeDevice(cast.as('nidia'), { endpoint, p256dh, auth }, from)).toMatchObject({ refused: 'push.no_device' });
});

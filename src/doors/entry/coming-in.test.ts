import { expect, test } from 'vitest';
import { installationCode } from '#domains/organization/index.ts';
import { openTestHouse } from '#test/support/house.ts';
import { hashPassword } from '../../domains/organization/passwords.ts';

const house = await openTestHouse();
const db = house.app.database.primary;
const now = house.app.clock();
const password = 'el faro se apaga a las 6';
const marcela = 'marcela.ospina@puertoclaro.gov.co';

const form = (fields: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields) });
const cookies = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');

test('before the set-up every page leads to it, in either language', async () => {
  expect((await house.ask('/workspace')).headers.get('location')).toBe('/setup');
  const page = await house.ask('/setup', { headers: { cookie: 'lang=en' } });
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Set up my institution');
  expect((await house.ask('/language/en?next=/setup')).headers.getSetCookie()[0]).toMatch(/^lang=en;/);
});

test('the set-up by pages ends in the workspace, signed in', async () => {
  const begun = await house.ask('/setup', form({ code: await installationCode(house.app) }));
  expect(begun.headers.get('location')).toBe('/setup/institution');
  const cookie = cookies(begun);
  const post = (path: string, fields: Record<string, string>) => house.ask(path, { ...form(fields), headers: { cookie } });
  expect(
    (await post('/setup/institution', { kind: 'Alcaldía de', name: '', color: '#0943b5', language: 'es', zone: 'America/Bogota' })).status,
  ).toBe(422);
  await post('/setup/institution', { kind: 'Alcaldía de', name: 'Puerto Claro', color: '#0943b5', language: 'es', zone: 'America/Bogota' });
  await post('/setup/administrator', { name: 'Esteban Cogollo', email: 'esteban.cogollo@puertoclaro.gov.co', position: '', password });
  const kept = await (await house.ask('/setup/administrator', { headers: { cookie } })).text();
  expect(kept).toContain('esteban.cogollo@puertoclaro.gov.co');
  const done = await post('/setup/plan', { unit: 'Oficina Asesora de Informática', template: 'oficina-informatica' });
  expect(done.headers.get('location')).toBe('/workspace');
  expect((await house.ask('/workspace/me/security', { headers: { cookie: cookies(done) } })).status).toBe(200);
  expect(await db.selectFrom('plans').select('code').execute()).toEqual([{ code: 'pec-oai' }]);
  expect((await house.ask('/setup')).headers.get('location')).toBe('/');
});

test('signing in leads to the page that was wanted, and nowhere else', async () => {
  await db
    .insertInto('people')
    .values({ name: 'Marcela Ospina', email: marcela, password_hash: await hashPassword(password), joined_at: now })
    .execute();
  expect((await house.ask('/workspace/me/security')).headers.get('location')).toBe('/sign-in?next=%2Fworkspace%2Fme%2Fsecurity');
  const come = (next: string) => house.ask(`/sign-in?next=${encodeURIComponent(next)}`, form({ email: marcela, password }));
  expect((await come('/workspace/me/security')).headers.get('location')).toBe('/workspace/me/security');
  expect((await come('//elsewhere.example/')).headers.get('location')).toBe('/workspace');
  const session = (await come('/')).headers.getSetCookie().find((line) => line.startsWith('pregon='));
  expect(session).toMatch(/; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
});

test('a wrong password says how many tries are left, keeps the mail and not the password', async () => {
  const answer = await house.ask('/sign-in', form({ email: 'nadie@puertoclaro.gov.co', password: 'una clave cualquiera' }));
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('La clave no es esa. Le quedan 4 intentos; después se espera 15 minutos.');
  expect(page).toContain('value="nadie@puertoclaro.gov.co"');
  expect(page).not.toContain('una clave cualquiera');
});

test('signing out ends the session', async () => {
  const cookie = await house.cookieOf(marcela);
  await house.ask('/sign-out', { method: 'POST', headers: { cookie } });
  expect((await house.ask('/workspace/me/security', { headers: { cookie } })).headers.get('location')).toMatch(/^\/sign-in/);
});

test('what was typed without a session is shown again after signing in, without passwords, until it is sent', async () => {
  const path = '/workspace/me/security/passkey';
  const lost = await house.ask(path, { ...form({ name: 'Portátil de la oficina', password: 'secreta', credential: '{}' }) });
  expect(lost.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  const kept = cookies(lost);
  expect(await (await house.ask('/sign-in', { headers: { cookie: kept } })).text()).toContain('Guardamos lo que había escrito');
  const cookie = `${kept}; ${await house.cookieOf(marcela)}`;
  const shown = await house.ask(path, { headers: { cookie } });
  expect(shown.status).toBe(200);
  const page = await shown.text();
  expect(page).toContain('value="Portátil de la oficina"');
  expect(page).toContain('Recuperamos lo que había escrito');
  expect(page).not.toContain('secreta');
  expect(await db.selectFrom('passkeys').select('id').execute()).toEqual([]);
});

test('a form sent in the background is led to the sign-in too', async () => {
  const answer = await house.ask('/workspace/me/security.data', {
    ...form({ intent: 'end_others' }),
    headers: { referer: `${house.origin}/workspace/me/security` },
  });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('x-remix-redirect')).toBe('/sign-in?next=%2Fworkspace%2Fme%2Fsecurity');
});

test('a forgotten password is asked for, read in the outbox by an administrator, and chosen', async () => {
  for (const email of [marcela, 'nadie@example.org'])
    expect(await (await house.ask('/sign-in/forgotten', form({ email }))).text()).toContain('tiene cuenta');
  const [mail] = await db.selectFrom('outbox_mails').select(['id', 'to_address']).execute();
  expect(mail!.to_address).toBe(marcela);
  const letter = await house.ask(`/workspace/outbox/${mail!.id}`, { as: 'esteban.cogollo@puertoclaro.gov.co' });
  expect((await house.ask(`/workspace/outbox/${mail!.id}`, { as: marcela })).status).toBe(403);
  const path = /\/join\/[\w-]+/.exec(await letter.text())![0];
  expect((await house.ask(path, form({ password: 'corta' }))).status).toBe(422);
  expect((await house.ask(path, form({ password: 'doce gaviotas en fila' }))).headers.get('location')).toBe('/workspace');
  expect(await (await house.ask(path)).text()).toContain('ya se usó');
});

test('a form whose address is not the page where it stood is shown again on that page', async () => {
  const lost = await house.ask('/workspace/me/security', {
    ...form({ intent: 'password', present_password: 'x' }),
    headers: { referer: `${house.origin}/workspace/me/security/passkey` },
  });
  expect(lost.headers.get('location')).toBe('/sign-in?next=%2Fworkspace%2Fme%2Fsecurity%2Fpasskey');
});

test('what was kept is shown until it is sent, and not after', async () => {
  const path = '/workspace/me/security';
  const kept = cookies(await house.ask(path, form({ intent: 'end_others' })));
  const cookie = `${kept}; ${await house.cookieOf(marcela)}`;
  const asks = async () => (await (await house.ask(path, { headers: { cookie } })).text()).includes('Recuperamos');
  expect(await asks()).toBe(true);
  expect(await asks()).toBe(true);
  expect((await house.ask(path, { ...form({ intent: 'end_others' }), headers: { cookie } })).status).toBe(302);
  expect(await asks()).toBe(false);
});

test('one address is stopped after three hundred wrong passwords, not before', async () => {
  const wrong = (email: string) => house.ask('/sign-in', form({ email, password: 'una clave cualquiera' })).then((answer) => answer.text());
  const before = await db.selectFrom('rate_limits').select('key').where('key', 'like', 'unknown_account%').execute();
  expect(before).toHaveLength(1);
  await db.updateTable('rate_limits').set({ points: 299 }).where('key', 'like', 'unknown_account%').execute();
  expect(await wrong('uno@example.org')).toContain('Le quedan 4 intentos');
  expect(await wrong('dos@example.org')).not.toContain('Le quedan 4 intentos');
});

import { beforeAll, describe, expect, test } from 'vitest';
import { endpoints } from '#doors/api/endpoints.ts';
import { doors } from '#doors/doors.ts';
import type { Actor } from '#platform/ctx.ts';
import { may, roles, type Role } from '#platform/http/policy.ts';
import { furnishOffice, mailOf } from '#test/support/office.ts';
import { openTestHouse, type OpenHouse } from '#test/support/house.ts';
import { policy } from '#wiring';

// The policy as a table: every address of every door, with every role and with none.

let house: OpenHouse;
const cookies = new Map<Role | null, string>();
const visitors: readonly (Role | null)[] = [null, ...roles];

beforeAll(async () => {
  house = await openTestHouse();
  await furnishOffice(house.app.database.primary);
  for (const role of roles) cookies.set(role, await house.cookieOf(mailOf(role)));
});

const actorOf = (role: Role | null): Actor => ({
  kind: role ? 'person' : 'nobody',
  id: null,
  name: '',
  grants: role ? [{ role, unit: null, units: [] }] : [],
});
const nobodyKnows = '00000000-0000-4000-8000-000000000000';
const fill = (path: string) =>
  path.replace(/[:{](\w+)\}?/g, (_, name: string) =>
    ['person', 'passkey', 'token', 'file'].includes(name) ? nobodyKnows : name === 'lang' ? 'es' : '987654',
  );

async function knock(role: Role | null, method: string, path: string): Promise<Response> {
  const cookie = cookies.get(role);
  return fetch(house.origin + path, {
    method,
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded', ...(cookie ? { cookie } : {}) },
    ...(method === 'GET' ? {} : { body: '' }),
  });
}

describe.each(visitors)('%s at each address', (role) => {
  test('pages', async () => {
    for (const { addresses } of doors.pages) {
      for (const { path, read, write } of addresses) {
        await expectRule(role, 'GET', fill(path), read);
        if (write && !path.startsWith('/sign-out')) await expectRule(role, 'POST', fill(path), write);
      }
    }
  });

  test('the API', async () => {
    for (const { method, path, action } of endpoints) {
      const response = await knock(role, method.toUpperCase(), `/api/v1${fill(path)}`);
      const allowed = may(actorOf(role), policy[action]!);
      if (allowed) expect(response.status, `${method} ${path}`).toBeLessThan(500);
      else expect(response.status, `${method} ${path}`).toBe(role ? 403 : 401);
    }
  });
});

async function expectRule(role: Role | null, method: string, path: string, action: string): Promise<void> {
  const response = await knock(role, method, path);
  const what = `${method} ${path} (${action})`;
  const toSignIn = response.status === 302 && (response.headers.get('location') ?? '').startsWith('/sign-in?');
  if (may(actorOf(role), policy[action]!)) {
    expect(response.status, what).toBeLessThan(500);
    expect(toSignIn, what).toBe(false);
  } else if (role === null) expect(toSignIn, `${what} leads to the sign-in`).toBe(true);
  else expect(response.status, what).toBe(403);
}

test('no other way of writing an address goes round its guard', async () => {
  for (const path of [
    '/%77orkspace/plans',
    '/WORKSPACE/plans',
    '//workspace/plans',
    '/workspace//plans',
    '/workspace/plans/',
    '/workspace/./plans',
    '/workspace/plans.data',
    '/workspace/%70lans.data',
    '/workspace/plans%2f',
    '/Intranet',
  ]) {
    const response = await fetch(house.origin + path, { redirect: 'manual' });
    const body = await response.text();
    expect([204, 302, 404], path).toContain(response.status);
    expect(body, path).not.toContain('planes');
  }
});

test('a change that comes from another site is refused, whatever it is', async () => {
  const headers = {
    'sec-fetch-site': 'cross-site',
    cookie: cookies.get('administrator')!,
    'content-type': 'application/x-www-form-urlencoded',
  };
  for (const path of ['/sign-out', '/workspace/settings/units/new', '/api/v1/units']) {
    const response = await fetch(house.origin + path, { method: 'POST', headers, body: '' });
    expect(response.status, path).toBe(403);
  }
});

test('every page carries the headers that keep it safe', async () => {
  const { headers } = await house.ask('/sign-in');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('content-security-policy')).not.toContain('unsafe');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('referrer-policy')).toBe('same-origin');
});

test.each(['abc', '-1', '1e3', '99999999999999999999', '%00', '%27'])(
  'an address with %s in it is answered, and is no fault of ours',
  async (nonsense) => {
    const paths = doors.pages
      .flatMap(({ addresses }) => addresses)
      .flatMap(({ path }) => (path.includes(':') ? [path.replace(/:\w+/g, nonsense)] : []));
    const faulty: string[] = [];
    for (const path of paths) if ((await knock('head_of_communications', 'GET', path)).status >= 500) faulty.push(path);
    expect(faulty).toEqual([]);
  },
);

import { expect, test } from 'vitest';
import { giveRole, issueKey } from '#domains/organization/index.ts';
import { accepted } from '#platform/refusal.ts';
import { holdAnswer } from '#test/support/api-answer.ts';
import { seatCast } from '#test/support/cast.ts';
import { fileOf } from '#test/support/drafted-plan.ts';
import { openTestHouse } from '#test/support/house.ts';
import { townPlan } from '#test/support/town-plan.ts';

// What the other journeys do with a browser, with keys.

let plan: number;
let version: number;
let rows: readonly { item: number; code: string; kind: string; title: string; revision: number }[];

const house = await openTestHouse({ clock: () => new Date('2026-11-18T15:00:00Z') });
const cast = await seatCast(house);
accepted(await giveRole(cast.as(), { person: cast.people.marcela, role: 'administrator', unit: null }));
const scopes = ['plan:read', 'plan:write', 'plan:report', 'plan:approve'];
const admin = { ...cast.as('marcela').actor, grants: [{ role: 'administrator', unit: null, units: [] }] };
const write = accepted(await issueKey(cast.as('esteban'), { name: 'Tablero de Planeación', scopes, expires_on: null })).key;
const approve = accepted(await issueKey({ ...cast.as(), actor: admin }, { name: 'Revisión', scopes, expires_on: null })).key;

async function call<T>(
  key: string,
  method: string,
  path: string,
  body?: object | Uint8Array<ArrayBuffer>,
): Promise<{ status: number; body: T }> {
  const response = await fetch(`${house.origin}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      'accept-language': 'es',
      ...(body instanceof Uint8Array ? {} : { 'content-type': 'application/json' }),
    },
    ...(body ? { body: body instanceof Uint8Array ? body : JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  const said: unknown = text ? JSON.parse(text) : null;
  holdAnswer(method, path, response.status, said);
  return { status: response.status, body: said as T };
}
interface Said {
  readonly error: { readonly code: string; readonly sentence: string };
}
const itemOf = (code: string) => rows.find((row) => row.code === code)!.item;

test('its document is served, and nothing else without a key', async () => {
  const document = (await (await fetch(`${house.origin}/api/v1/openapi.json`)).json()) as { openapi: string; paths: object };
  expect(document.openapi).toBe('3.1.0');
  expect(document.paths).toHaveProperty('/plans/import');
  expect((await fetch(`${house.origin}/api/v1/plans`)).status).toBe(401);
});

test('a bad file is refused with each row, a good one comes in', async () => {
  const bad = { ...townPlan, activities: townPlan.activities.map((row) => ({ ...row, responsibility: 'ninguna' })) };
  const refused = await call<Said>(write, 'POST', '/plans/import', new Uint8Array(fileOf(bad)));
  expect([refused.status, refused.body.error.code]).toEqual([422, 'plan_file.faulty']);
  expect(JSON.stringify(refused.body.error)).toContain('ninguna');
  expect((await call<{ items: object[] }>(write, 'GET', '/plans')).body.items).toEqual([]);
  const imported = await call<{ plan: number; version: number }>(write, 'POST', '/plans/import', new Uint8Array(fileOf(townPlan)));
  expect(imported.status).toBe(201);
  ({ plan, version } = imported.body);
});

test('a row is edited, and a stale edit is refused', async () => {
  ({ items: rows } = (await call<{ items: typeof rows }>(write, 'GET', `/versions/${version}/rows`)).body);
  const row = rows.find(({ code }) => code === 'A2')!;
  const path = `/versions/${version}/rows/${row.item}`;
  const edited = await call(write, 'PATCH', path, { revision: row.revision, fields: { title: 'Contar el avance del plan de desarrollo' } });
  expect(edited.status).toBe(200);
  const stale = await call<Said>(approve, 'PATCH', path, {
    revision: row.revision,
    fields: { title: 'Otro nombre' },
    was: { title: row.title },
  });
  expect([stale.status, stale.body.error.code]).toEqual([422, 'form.stale']);
  expect(stale.body.error).toMatchObject({ conflicts: [{ yours: 'Otro nombre', theirs: 'Contar el avance del plan de desarrollo' }] });
});

test('who wrote does not approve; another does, and the plan rules', async () => {
  expect((await call(write, 'POST', `/versions/${version}/review`, {})).status).toBe(201);
  const own = await call<Said>(write, 'POST', `/versions/${version}/approval`, {});
  expect([own.status, own.body.error.code]).toEqual([422, 'plan.own_work']);
  expect(own.body.error.sentence).toContain('Nidia Arrieta');
  expect((await call(approve, 'POST', `/versions/${version}/approval`, {})).status).toBe(201);
  expect((await call(approve, 'POST', `/versions/${version}/force`, { on: '2026-02-01' })).status).toBe(201);
});

interface BoardSaid {
  readonly rows: readonly { item: number; value: number | null }[];
  readonly lateActivities?: unknown;
  readonly components: readonly { lateActivities: number }[];
}
const lateOn = ({ components }: BoardSaid) => components.reduce((sum, { lateActivities }) => sum + lateActivities, 0);

test('a report with its evidence ends the lateness on the board', async () => {
  const before = (await call<BoardSaid>(write, 'GET', `/plans/${plan}/board`)).body;
  const file = await call<{ id: string }>(write, 'POST', '/files?name=acta.pdf', new TextEncoder().encode('%PDF-1.7\nActa\n%%EOF\n'));
  expect(file.status).toBe(201);
  const report = { periodStart: '2026-10-01', state: 'done', percent: 100, note: 'Publicado.', files: [file.body.id] };
  expect((await call(write, 'POST', `/activities/${itemOf('A2')}/reports`, report)).status).toBe(201);
  const after = (await call<BoardSaid>(write, 'GET', `/plans/${plan}/board`)).body;
  expect(lateOn(after)).toBe(lateOn(before) - 1);
});

test('a reading counts once another accepts it, and a correction keeps the first', async () => {
  const item = itemOf('I2');
  const file = (await call<{ id: string }>(write, 'POST', '/files?name=cuenta.pdf', new TextEncoder().encode('%PDF-1.7\nCuenta\n%%EOF\n')))
    .body;
  const taken = await call<{ id: number }>(write, 'POST', `/indicators/${item}/readings`, {
    startsOn: '2026-10-01',
    endsOn: '2026-10-31',
    value: 3,
    files: [file.id],
  });
  expect(taken.status).toBe(201);
  const reading = taken.body.id;
  const own = await call<Said>(write, 'POST', `/readings/${reading}/decision`, { decision: 'accepted' });
  expect([own.status, own.body.error.code]).toEqual([422, 'reading.own_work']);
  expect((await call(approve, 'POST', `/readings/${reading}/decision`, { decision: 'accepted' })).status).toBe(201);
  const value = async () => (await call<BoardSaid>(write, 'GET', `/plans/${plan}/board`)).body.rows.find((row) => row.item === item)!.value;
  expect(await value()).toBe(3);
  const corrected = await call<{ id: number }>(write, 'POST', `/readings/${reading}/corrections`, { value: 5, reason: 'Faltaban dos.' });
  expect(corrected.status).toBe(201);
  expect((await call(approve, 'POST', `/readings/${corrected.body.id}/decision`, { decision: 'accepted' })).status).toBe(201);
  expect(await value()).toBe(5);
  expect(JSON.stringify((await call(write, 'GET', `/indicators/${item}`)).body)).toContain('"value":3');
});

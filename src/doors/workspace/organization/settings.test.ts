import { request } from 'node:http';
import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson, createUnit } from '#domains/organization/index.ts';
import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { accepted } from '#platform/refusal.ts';
import { openTestHouse } from '#test/support/house.ts';

const house = await openTestHouse();
const db = house.app.database.primary;
const esteban = 'esteban.cogollo@puertoclaro.gov.co';
const settings = '/workspace/settings';

const post = async (path: string, fields: Record<string, string>, as = esteban) => {
  const answer = await house.ask(settings + path, { as, method: 'POST', body: new URLSearchParams(fields) });
  return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
};

describe('the settings, without script', () => {
  let general: number;
  let human: number;
  beforeAll(async () => {
    const ctx = commandContext(db, system, new Date(), () => []);
    await db.insertInto('institution').values({ kind: 'Alcaldía de', name: 'Puerto Claro', set_up_at: new Date() }).execute();
    general = accepted(await createUnit(ctx, { name: 'Secretaría General', parent: null }));
    human = accepted(await createUnit(ctx, { name: 'Talento Humano', parent: general }));
    const person = { position: '', employment: 'servant', unit: human, language: 'es' } as const;
    await addPerson(ctx, { ...person, name: 'Esteban Cogollo', email: esteban, roles: ['administrator'] });
    await addPerson(ctx, { ...person, name: 'Diego Herazo', email: 'diego.herazo@puertoclaro.gov.co', roles: ['staff'] });
  });

  it('show every place to who may read it, and refuse the rest', async () => {
    for (const place of [
      '',
      '/institution',
      '/units',
      `/units/${general}`,
      '/people',
      '/people/new',
      '/people/import',
      '/rights',
      '/agreements',
      '/calendar',
      '/calendar/new',
      '/keys',
      '/keys/new',
      '/audit',
      '/work',
    ]) {
      expect([place, (await house.ask(settings + place, { as: esteban })).status]).toEqual([place, 200]);
    }
    expect((await house.ask(`${settings}/audit`, { as: 'diego.herazo@puertoclaro.gov.co' })).status).toBe(403);
    expect((await post(`/units/${general}`, { intent: 'close' }, 'diego.herazo@puertoclaro.gov.co')).status).toBe(403);
  });

  it('move a dependency, and say beside the field that a circle cannot be', async () => {
    expect((await post('/units/new', { name: 'Archivo', parent: String(general) })).to).toMatch(/units\/\d+\?done=unit\.create/);
    const circle = await post(`/units/${general}`, { intent: 'move', parent: String(human) });
    expect(circle.status).toBe(422);
    expect(circle.text).toContain('Talento Humano está dentro de Secretaría General');
  });

  it('do once what a double click sends twice, and lead both to it', async () => {
    const cookie = await house.cookieOf(esteban);
    const headers = { cookie, origin: house.origin, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-mode': 'navigate' };
    // fetch would say itself that it is no navigation.
    const press = (name: string) =>
      new Promise<string | undefined>((led, failed) => {
        request(`${house.origin}${settings}/units/new`, { method: 'POST', headers }, (answer) => led(answer.resume().headers.location))
          .on('error', failed)
          .end(new URLSearchParams({ name, parent: String(general) }).toString());
      });
    const [one, other, third] = await Promise.all([press('Archivo de Gestión'), press('Archivo de Gestión'), press('Archivo Central')]);
    expect(one).toContain('done=unit.create');
    expect(other).toBe(one);
    expect(third).not.toBe(one);
    expect(await press('Archivo de Gestión')).toBe(one);
    expect(await db.selectFrom('units').select('id').where('name', '=', 'Archivo de Gestión').execute()).toHaveLength(1);
  });

  it('invite somebody, and keep what was typed when the mail is taken', async () => {
    const taken = await post('/people/new', { name: 'Otro Herazo', email: 'diego.herazo@puertoclaro.gov.co', roles: 'staff' });
    expect(taken.status).toBe(422);
    expect(taken.text).toContain('Ese correo ya es de Diego Herazo');
    expect(taken.text).toContain('Otro Herazo');
    expect(
      (await post('/people/new', { name: 'Nidia Arrieta', email: 'nidia.arrieta@puertoclaro.gov.co', roles: 'reviewer' })).to,
    ).toContain('done=person.invite');
  });

  it('bring in people from a file after showing them', async () => {
    const form = new FormData();
    form.set('sheet', new File(['nombre,correo\nRosa Elena Pautt,rosa.pautt@puertoclaro.gov.co\n'], 'personas.csv'));
    const shown = await (await house.ask(`${settings}/people/import`, { as: esteban, method: 'POST', body: form })).text();
    expect(shown).toContain('Rosa Elena Pautt');
    const file = /name="file"[^>]*value="([0-9a-f-]{36})"/.exec(shown)?.[1] ?? '';
    expect((await post('/people/import', { file })).to).toContain('done=person.import');
    const csv = await (await house.ask(`${settings}/people/export?q=pautt&format=csv`, { as: esteban })).text();
    expect(csv).toContain('Rosa Elena Pautt,rosa.pautt@puertoclaro.gov.co');
  });

  it('give the institution another colour, at once in every door, and say who saved meanwhile', async () => {
    const fields = { kind: 'Alcaldía de', name: 'Puerto Claro', color: '#7a1530', language: 'es', zone: 'America/Bogota', version: '1' };
    const forgotten = new Promise((done) => {
      house.app.listener.once('live', done);
    });
    expect((await post('/institution', fields)).to).toContain('done=institution.edit');
    await forgotten;
    const css = await house.ask('/brand.css');
    expect(await css.text()).toContain('--institution: #7a1530');
    expect((await house.ask('/brand.css', { headers: { 'if-none-match': css.headers.get('etag')! } })).status).toBe(304);
    const stale = await post('/institution', { ...fields, name: 'Puerto Nuevo' });
    expect(stale.status).toBe(422);
    expect(stale.text).toContain('Esteban Cogollo guardó esto mientras usted escribía');
    expect(stale.text).toContain('Puerto Nuevo');
  });

  it('publish an agreement and sign it', async () => {
    await post('/people/new', { name: 'Marcela Ospina', email: 'marcela.ospina@puertoclaro.gov.co', roles: 'head_of_communications' });
    await post('/agreements/new', { title: 'Acuerdo', body: 'Guardar reserva.', months: '12' }, 'marcela.ospina@puertoclaro.gov.co');
    expect((await post('/agreements/sign', { text: '1', name: 'Otro' })).text).toContain('Su nombre aquí es Esteban Cogollo');
    const { to } = await post('/agreements/sign', { text: '1', name: 'Esteban Cogollo' });
    expect(await (await house.ask(to!, { as: esteban })).text()).toContain('Guardar reserva.');
  });

  it('show a new key once', async () => {
    const { text } = await post('/keys/new', { name: 'Tablero', scopes: 'plan:read' });
    expect(text).toMatch(/pregon_[0-9a-f]{10}_[\w-]{43}/);
    expect(await (await house.ask(`${settings}/keys`, { as: esteban })).text()).not.toMatch(/pregon_[0-9a-f]{10}_[\w-]{43}/);
  });

  it('declare days on which nobody works, and show them in the year', async () => {
    expect(
      (await post('/calendar/new', { name: 'Día cívico', starts_on: '2026-12-24', ends_on: '2026-12-20', act: 'Decreto 210' })).text,
    ).toContain('El último día va antes que el primero');
    const { to } = await post('/calendar/new', { name: 'Día cívico', starts_on: '2026-12-24', act: 'Decreto 210' });
    expect(await (await house.ask(to!, { as: esteban })).text()).toContain('Decreto 210');
  });
});

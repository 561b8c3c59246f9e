import { beforeAll, describe, expect, it } from 'vitest';
import { system, type Actor } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { accepted, Forbidden } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { comeBack, leave } from './departures.ts';
import { everyPerson, listPeople, personCard } from './directory.ts';
import { endRole, giveRole } from './grants.ts';
import { addPerson, editPerson, type NewPerson } from './people.ts';
import { identify, openSession } from './sessions.ts';
import { appoint, createUnit } from './units.ts';

const database = await freshDatabase();
const now = new Date('2026-11-22T15:00:00Z');
const ctx = commandContext(database.primary, system, now, () => []);
const person = (name: string, more: Partial<NewPerson> = {}): NewPerson => ({
  name,
  email: `${name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll(' ', '.')}@puertoclaro.gov.co`,
  position: '',
  employment: 'servant',
  unit: null,
  language: 'es',
  roles: [],
  ...more,
});

describe('people', () => {
  let esteban: string;
  let general: number;
  beforeAll(async () => {
    general = accepted(await createUnit(ctx, { name: 'Secretaría General', parent: null }));
    const human = accepted(await createUnit(ctx, { name: 'Talento Humano', parent: general }));
    esteban = accepted(await addPerson(ctx, person('Esteban Cogollo', { roles: ['administrator'] })));
    await addPerson(ctx, person('Ana Lucía Villadiego', { unit: human, roles: ['liaison', 'staff'] }));
    await addPerson(ctx, person('Julián Restrepo', { roles: ['editor'] }));
    await addPerson(ctx, person('Marcela Ospina', { roles: ['head_of_communications'] }));
  });

  const names = async (filter: Parameters<typeof listPeople>[1]) => (await listPeople(ctx, filter)).people.map(({ name }) => name);

  it('are found without accents, with a wrong letter, by mail, by dependency and by role', async () => {
    expect(await names({ search: 'lucia' })).toEqual(['Ana Lucía Villadiego']);
    expect(await names({ search: 'ospima' })).toEqual(['Marcela Ospina']);
    expect(await names({ search: 'julian.restrepo@' })).toEqual(['Julián Restrepo']);
    expect(await names({ unit: general })).toEqual(['Ana Lucía Villadiego']);
    expect(await names({ role: 'liaison' })).toEqual(['Ana Lucía Villadiego']);
    expect(await names({ state: 'active' })).toEqual([]);
  });

  it('are all read, in order of name', async () => {
    const all: string[] = [];
    for await (const { name } of everyPerson(ctx, {})) all.push(name);
    expect(all).toEqual(['Ana Lucía Villadiego', 'Esteban Cogollo', 'Julián Restrepo', 'Marcela Ospina']);
    const [first] = (await listPeople(ctx, {})).people;
    expect((await listPeople(ctx, {}, first!.id)).people[0]!.name).toBe('Esteban Cogollo');
  });

  it('have each their own mail, whatever its capitals', async () => {
    expect(await addPerson(ctx, person('Otro', { email: 'Marcela.Ospina@PuertoClaro.gov.co' }))).toMatchObject({
      refused: 'person.mail_taken',
      field: 'email',
    });
  });

  it('are not overwritten by a form opened before somebody else saved', async () => {
    const id = accepted(await addPerson(ctx, person('Yenny Mosquera')));
    await editPerson(ctx, id, { ...person('Yenny Mosquera'), position: 'Diseñadora', version: 1 });
    expect(await editPerson(ctx, id, { ...person('Yenny Mosquera'), version: 1 })).toMatchObject({ refused: 'form.stale' });
  });

  it('lose the access and keep the trace when they leave, and hand over their places', async () => {
    const tomas = accepted(await addPerson(ctx, person('Tomás Arrieta', { roles: ['staff'] })));
    const heir = accepted(await addPerson(ctx, person('Nidia Arrieta')));
    await appoint(ctx, general, { head: tomas, liaison: tomas });
    const { token } = await openSession(ctx, { person: tomas, device: 'Firefox', secondFactor: false });
    await leave(ctx, tomas, { successor: heir });
    expect((await identify(database.primary, now, { cookie: token })).actor.kind).toBe('nobody');
    const card = await personCard(ctx, tomas);
    expect(card.person.left_at).toEqual(now);
    expect(card.grants).toEqual([]);
    expect((await personCard(ctx, heir)).places.map(({ name }) => name)).toEqual(['Secretaría General']);
    expect(await names({ state: 'left' })).toEqual(['Tomás Arrieta']);
    await comeBack(ctx, tomas);
    expect((await personCard(ctx, tomas)).person.left_at).toBeNull();
  });

  it('keep at least one administrator of the whole institution', async () => {
    const { grants } = await personCard(ctx, esteban);
    expect(await endRole(ctx, grants[0]!.id)).toMatchObject({ refused: 'grants.last_administrator' });
    expect(await leave(ctx, esteban, { successor: null })).toMatchObject({ refused: 'grants.last_administrator' });
    const second = accepted(await addPerson(ctx, person('Carmen Julio', { roles: ['administrator'] })));
    expect(await endRole(ctx, grants[0]!.id)).toBeUndefined();
    expect(await leave(ctx, second, { successor: null })).toMatchObject({ refused: 'grants.last_administrator' });
  });

  it('are administered within a dependency only by whom it was given to, there and below', async () => {
    const rosa = accepted(await addPerson(ctx, person('Rosa Elena Pautt')));
    await giveRole(ctx, { person: rosa, role: 'administrator', unit: general });
    const { token } = await openSession(ctx, { person: rosa, device: '', secondFactor: false });
    const { actor } = await identify(database.primary, now, { cookie: token });
    const hers = commandContext(database.primary, actor satisfies Actor, now, () => []);
    await expect(createUnit(hers, { name: 'Nueva', parent: null })).rejects.toThrow(Forbidden);
    expect(await createUnit(hers, { name: 'Contratación', parent: general })).toEqual(expect.any(Number));
    await expect(giveRole(hers, { person: rosa, role: 'administrator', unit: null })).rejects.toThrow(Forbidden);
  });
});

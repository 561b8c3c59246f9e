import { beforeAll, expect, test } from 'vitest';
import { editPerson, leave, comeBack, personCard } from '#domains/organization/index.ts';
import { openLog } from '#platform/log/log.ts';
import { carryOutReactions, reactionNames } from '#platform/events/reactions.ts';
import { parse } from '#platform/http/form.ts';
import { accepted, isRefusal } from '#platform/refusal.ts';
import { seatCast, type Cast } from '#test/support/cast.ts';
import { freshDatabase } from '#test/support/database.ts';
import { addContact, changeContact, getContact, listContacts, mergeContacts, newContactInput, alikeContacts, keepStaff } from './index.ts';

const database = await freshDatabase();
const house = { app: { database, clock: () => new Date('2026-11-18T15:00:00Z'), owed: reactionNames([keepStaff]) } };
let cast: Cast;
const settle = () => carryOutReactions(database, [keepStaff], openLog('silent'), house.app.clock);
const given = (fields: object) => {
  const input = parse(newContactInput, fields);
  if (isRefusal(input)) throw new Error(JSON.stringify(input));
  return input;
};
const add = async (fields: object) => accepted(await addContact(cast.as('julian'), given(fields))).id;

beforeAll(async () => {
  cast = await seatCast(house);
  await settle();
});

test('whoever is in the directory is a contact by himself, corrected with it, and no longer when he leaves', async () => {
  const ctx = cast.as('julian');
  const find = async () => (await listContacts(ctx, { q: 'Diego' })).contacts;
  expect(await find()).toMatchObject([{ kind: 'staff', name: 'Diego Herazo', person: cast.people.diego, employment: 'contractor' }]);
  const { person } = await personCard(cast.as(), cast.people.diego);
  await editPerson(cast.as(), person.id, {
    name: 'Diego Herazo Pérez',
    email: person.email,
    position: '',
    employment: 'servant',
    unit: person.unit_id,
    language: 'es',
    version: person.version,
  });
  await settle();
  const [diego] = await find();
  expect(diego).toMatchObject({ name: 'Diego Herazo Pérez', employment: 'servant' });
  const refused = await changeContact(ctx, { ...given({ name: 'X', email: 'x@y.co' }), id: diego!.id, version: diego!.version });
  expect(refused).toMatchObject({ refused: 'contact.of_the_house' });
  await leave(cast.as(), cast.people.diego, { successor: null });
  await settle();
  expect(await find()).toEqual([]);
  await comeBack(cast.as(), cast.people.diego);
  await settle();
  expect(await find()).toHaveLength(1);
});

test('a contact is added with what is known, and found by any part of it', async () => {
  const id = await add({
    name: 'Lucía Pájaro',
    email: 'lucia@barrio.co',
    phone: '300 123 4567',
    region: 'Montería, Córdoba',
    interests: 'Salud; movilidad; salud',
    attributes: 'Sector: turismo\nBarrio: El Prado',
  });
  expect(await getContact(cast.as('julian'), id)).toMatchObject({
    phone: '+573001234567',
    region: '23001',
    interests: ['salud', 'movilidad'],
    attributes: { sector: 'turismo', barrio: 'El Prado' },
    purposes: [],
  });
  for (const q of ['pajaro', 'BARRIO.CO']) expect((await listContacts(cast.as('julian'), { q })).contacts).toMatchObject([{ id }]);
  expect(await listContacts(cast.as('julian'), { region: '23' })).toMatchObject({ count: 1 });
});

test('without a way to reach him, or with the mail of another, it is refused beside the field', async () => {
  expect(await addContact(cast.as('julian'), given({ name: 'Nadie' }))).toMatchObject({ refused: 'contact.no_way', field: 'email' });
  expect(await addContact(cast.as('julian'), given({ name: 'Otra', email: 'LUCIA@barrio.co' }))).toMatchObject({
    refused: 'contact.mail_taken',
    details: { name: 'Lucía Pájaro' },
  });
  expect(parse(newContactInput, { name: 'A', phone: '12' })).toMatchObject({ problems: { phone: { refused: 'contact.phone' } } });
});

test('two that are one are shown as alike, and joined: what lacks comes from the other', async () => {
  const kept = await add({ name: 'Ana Gómez', email: 'ana@uno.co', interests: 'salud' });
  const other = await add({ name: 'Ana Gomez', phone: '3009998877', organization: 'JAC El Prado', interests: 'deporte' });
  const ctx = cast.as('julian');
  expect(await alikeContacts(ctx, await getContact(ctx, kept))).toMatchObject([{ id: other }]);
  accepted(await mergeContacts(ctx, { id: kept, with: other }));
  expect(await getContact(ctx, kept)).toMatchObject({
    email: 'ana@uno.co',
    phone: '+573009998877',
    organization: 'JAC El Prado',
    interests: ['salud', 'deporte'],
  });
  await expect(getContact(ctx, other)).rejects.toThrow('contact');
});

test('an edit from a form that is old is refused, and the audit log holds no personal data', async () => {
  const id = await add({ name: 'Pedro Ruiz', email: 'pedro@dos.co' });
  const ctx = cast.as('julian');
  accepted(await changeContact(ctx, { ...given({ name: 'Pedro Ruiz', email: 'pedro@tres.co' }), id, version: 1 }));
  expect(await changeContact(ctx, { ...given({ name: 'P', email: 'p@tres.co' }), id, version: 1 })).toMatchObject({
    refused: 'form.stale',
    details: { who: 'Julián Restrepo' },
  });
  const rows = await database.primary
    .selectFrom('audit_entries')
    .selectAll()
    .where('subject_type', '=', 'contact')
    .where('subject_id', '=', String(id))
    .orderBy('id')
    .execute();
  expect(JSON.stringify(rows)).not.toMatch(/pedro|dos\.co|tres\.co/i);
  expect(rows.at(-1)).toMatchObject({ after: { fields: 'email' } });
});

test('who may not read contacts is told who may', async () => {
  await expect(listContacts(cast.as('diego'), {})).rejects.toMatchObject({ who: ['head_of_communications', 'editor', 'auditor'] });
});

test('fifty a page, in the order of the alphabet, to the end', async () => {
  for (let n = 0; n < 60; n++) await add({ name: `Vecino ${String(n).padStart(2, '0')}`, email: `vecino${n}@x.co` });
  const first = await listContacts(cast.as('julian'), { q: 'vecino' });
  expect(first).toMatchObject({ count: 60 });
  const second = await listContacts(cast.as('julian'), { q: 'vecino', after: first.next! });
  expect([...first.contacts, ...second.contacts].map(({ name }) => name)).toEqual(
    Array.from({ length: 60 }, (_, n) => `Vecino ${String(n).padStart(2, '0')}`),
  );
  expect(second.next).toBeNull();
});

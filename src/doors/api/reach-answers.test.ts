import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { openApiAsker, unheld, type Items } from '#test/support/api-asker.ts';
import type { Made } from '#test/support/api-pieces.ts';
import { approve, approvedPiece } from '#test/support/approved-piece.ts';
import { seatCast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { issueKey } from '#domains/organization/index.ts';
import { accepted } from '#platform/refusal.ts';
import { contactImportEndpoints } from './contact-imports.ts';
import { dataRequestEndpoints } from './data-requests.ts';
import { letterEndpoints } from './letters.ts';

const house = await openTestHouse({ clock: () => new Date('2026-11-18T15:00:00Z') });
const cast = await seatCast(house);
const { ask, refused } = await openApiAsker(house, cast, 'julian', 'marcela');
const { primary: db } = house.app.database;
await house.settle();

type Import = { import: { state: string; heads: string[]; columns: string[]; added: number; faulted: number }; sample: string[][] };
const matched = { kind: 'citizen', rule: 'fill', purposes: [], proof: '', consentOn: '' };
const standing = (id: number) => ask<Import>('GET', `/contact-imports/${id}`);
const bytes = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

test('contacts come in by a file: matched, looked at, started, their faults read, and undone', async () => {
  const file = 'nombre,correo,celular\nRosa,rosa@x.co,+573001112233\nSin correo,esto no es,\nAna,ana@x.co,\n';
  const { id } = await ask<Made>(
    'POST',
    '/contact-imports?name=feria.csv&act=attended&about=Feria+de+servicios&on=2026-11-10',
    bytes(file),
  );
  const begun = await standing(id);
  expect([begun.import.state, begun.import.columns, begun.sample[0]]).toEqual([
    'matching',
    ['name', 'email', 'phone'],
    ['Rosa', 'rosa@x.co', '+573001112233'],
  ]);
  expect((await refused('POST', `/contact-imports/${id}/preview`, { ...matched, columns: ['', '', ''] })).code).toBe('import.no_name');
  const columns = ['name', 'email', 'phone'];
  expect(await ask('POST', `/contact-imports/${id}/preview`, { ...matched, columns })).toMatchObject({ ready: 2, faulted: 1 });
  expect((await refused('POST', `/contact-imports/${id}/start`, { ...matched, columns, purposes: ['boletin'] })).fields.proof!.code).toBe(
    'import.proof',
  );
  await ask('POST', `/contact-imports/${id}/start`, { ...matched, columns });
  await house.settle();
  expect((await standing(id)).import).toMatchObject({ state: 'done', added: 2, faulted: 1, noted: 2, aboutName: 'Feria de servicios' });
  const { items } = await ask<Items<{ cells: string[]; problems: { column: string; sentence: string }[] }>>(
    'GET',
    `/contact-imports/${id}/faults`,
  );
  expect(items[0]!.cells[1]).toBe('esto no es');
  expect(items[0]!.problems[0]!.sentence).not.toContain('refusals.');
  await ask('POST', `/contact-imports/${id}/moves`, { act: 'undo' });
  await house.settle();
  expect((await standing(id)).import.state).toBe('undone');
});

test('or by rows, with the same rules; a telephone stays as it was written', async () => {
  const rows = [
    { nombre: 'Luz, "la vecina"', correo: 'luz@x.co', celular: '+573005556677' },
    { nombre: 'Juan', correo: 'juan@x.co' },
  ];
  const { id } = await ask<Made>('POST', '/contact-imports/rows', { name: 'sistema de turnos', rows });
  const { sample, import: asked } = await standing(id);
  expect(sample).toEqual([
    ['Luz, "la vecina"', 'luz@x.co', '+573005556677'],
    ['Juan', 'juan@x.co', ''],
  ]);
  await ask('POST', `/contact-imports/${id}/start`, { ...matched, columns: asked.columns });
  await house.settle();
  expect((await standing(id)).import).toMatchObject({ state: 'done', added: 2 });
  expect((await ask<Items<object>>('GET', '/contact-imports')).items).toHaveLength(2);
});

test('what people ask about their data has its term, is answered and done', async () => {
  const contact = await db.selectFrom('contacts').select('id').where('email', '=', 'luz@x.co').executeTakeFirstOrThrow();
  const asked = { name: 'Luz', email: 'luz@x.co', channel: 'phone', receivedOn: '2026-11-17', said: 'Bórrenme.' };
  const { id } = await ask<Made>('POST', '/data-requests', { ...asked, kind: 'deletion' });
  const path = `/data-requests/${id}`;
  expect(await ask('GET', path)).toMatchObject({ contact: contact.id, state: 'open', askUntil: '2026-11-24' });
  await ask('POST', `${path}/completion`, { what: '¿De cuál correo?' });
  await ask('PUT', `${path}/completion`, {});
  await ask('POST', `${path}/extension`, { reason: 'Hay que buscar en el archivo.' });
  await ask('POST', `${path}/answer`, { outcome: 'granted', answer: 'Hecho.' });
  const gone = await db.selectFrom('contacts').select(['email', 'erased_at']).where('id', '=', contact.id).executeTakeFirstOrThrow();
  expect(gone.email).toBeNull();
  expect((await refused('POST', `${path}/answer`, { outcome: 'refused', answer: 'No.' })).code).toBe('data_request.closed');
  expect(await ask('GET', '/data-requests?state=answered')).toMatchObject({ items: [{ id, outcome: 'granted' }], open: 0, late: 0 });
});

test('a purpose is added, worded again and closed; an address that asked to be left alone may ask again', async () => {
  const { code } = await ask<{ code: string }>('POST', '/purposes', { name: 'Alertas del río', text: 'Acepto alertas.' });
  expect(await ask('PUT', `/purposes/${code}/text`, { text: 'Acepto alertas del río por correo.' })).toEqual({ number: 2 });
  await ask('DELETE', `/purposes/${code}`);
  const contact = await db.selectFrom('contacts').select('id').where('email', '=', 'juan@x.co').executeTakeFirstOrThrow();
  await ask('POST', `/contacts/${contact.id}/stop`, {});
  await ask('DELETE', `/contacts/${contact.id}/stop`);
});

test('a newsletter is proposed for its slot, edited, read as a letter and archived', async () => {
  const { id: news } = await approvedPiece(house, cast, { title: 'Abren las matrículas' });
  await ask('POST', `/pieces/${news}/publication`, { channels: ['pagina-web'] });
  await house.settle();
  const slot = await ask<Made>('POST', '/slots', {
    name: 'Boletín',
    kind: 'newsletter',
    recurrence: 'monthly',
    startsOn: '2026-11-20',
    unit: cast.units.prensa,
  });
  expect((await refused('POST', `/slots/${slot.id}/newsletters`, { day: '2026-11-19' })).fields.day!.code).toBe('newsletter.not_owed');
  const { id } = await ask<Made>('POST', `/slots/${slot.id}/newsletters`, { day: '2026-11-20' });
  type Desk = { revision: number; stories: { piece: number; headline: string }[] };
  const desk = await ask<Desk>('GET', `/pieces/${id}/newsletter`);
  expect(desk.stories).toMatchObject([{ piece: news, headline: 'Abren las matrículas' }]);
  await ask('PUT', `/pieces/${id}/newsletter`, { revision: desk.revision, [`headline.${news}`]: 'Matrículas abiertas', intent: 'keep' });
  expect((await ask<Desk>('GET', `/pieces/${id}/newsletter`)).stories[0]!.headline).toBe('Matrículas abiertas');
  const letter = await ask<{ html: string; checks: { check: string; state: string }[] }>('GET', `/pieces/${id}/letter?why=subscription`);
  expect(letter.html).toContain('Matrículas abiertas');
  // Nobody's own address is in it.
  expect(letter.html).not.toContain('/subscription/mine/');
  await ask('POST', `/pieces/${id}/letter/links`, { why: 'subscription' });
  await ask('POST', `/pieces/${id}/letter/test`, { why: 'subscription' });
  await approve(house, cast, id);
  await ask('POST', `/pieces/${id}/publication`, { channels: ['pagina-web'] });
  await house.settle();
  expect(await ask('GET', '/newsletters')).toMatchObject({ total: 1 });
});

test('what came back is read by who may know of recipients, and by nobody else', async () => {
  await sql`insert into mail_returns (fingerprint, means, kind, status, says, done, at) values ('a', 'smtp', 'hard', '5.1.1', 'no such user', 'noted', now())`.execute(
    db,
  );
  expect(await ask('GET', '/mail-returns?kind=hard')).toMatchObject({ items: [{ status: '5.1.1' }], count: 1 });
  const actor = { ...cast.as('esteban').actor, grants: [{ role: 'administrator' as const, unit: null, units: [] }] };
  const { key } = accepted(
    await issueKey({ ...cast.as('esteban'), actor }, { name: 'poca', scopes: ['editorial:read', 'channels:read'], expires_on: null }),
  );
  for (const path of ['/mail-returns', '/contact-imports', '/data-requests'])
    expect((await house.ask(`/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } })).status, path).toBe(403);
});

test('every endpoint of these tables was held here', () => {
  expect(unheld([...contactImportEndpoints, ...dataRequestEndpoints, ...letterEndpoints])).toEqual([]);
});

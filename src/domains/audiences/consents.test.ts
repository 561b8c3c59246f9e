import { beforeAll, expect, test } from 'vitest';
import { nobody } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { outbox, readMail } from '#platform/mail/outbox.ts';
import { accepted } from '#platform/refusal.ts';
import { seatCast, type Cast } from '#test/support/cast.ts';
import { freshDatabase } from '#test/support/database.ts';
import { forgetSilent } from './consents.ts';
import { withdrawSilentRequests } from './data-requests.ts';
import {
  addContact,
  answerDataRequest,
  askAboutOwnData,
  askSubscription,
  askToComplete,
  completeDataRequest,
  confirmSubscription,
  consentsOf,
  extendDataRequest,
  getContact,
  getDataRequest,
  giveConsent,
  listContacts,
  newContactInput,
  noteDataRequest,
  preferencesOf,
  preferencesPath,
  publishPurposeText,
  readSubscription,
  setPreferences,
  stopByLink,
  stopWriting,
  withdrawConsent,
} from './index.ts';

const database = await freshDatabase();
let now = new Date('2026-11-03T15:00:00Z');
const house = { app: { database, clock: () => now, owed: () => [] } };
const outside = () => commandContext(database.primary, nobody, now, () => []);
const from = { origin: 'https://puertoclaro.gov.co', language: 'es' } as const;
let cast: Cast;

beforeAll(async () => {
  cast = await seatCast(house);
});

const letter = async () => {
  const { mails } = await outbox(cast.as());
  return readMail(cast.as(), mails[0]!.id);
};
const subscribe = async (email: string, purposes: string[]) => {
  accepted(await askSubscription(outside(), { email, name: 'Lucía', region: null, purposes }, from));
  const token = /confirm\/([\w-]+)/.exec((await letter()).text)![1]!;
  return { token, confirm: () => confirmSubscription(outside(), token, from) };
};
const keyOf = (path: string) => path.split('/').at(-1)!;
const byMail = async (email: string) => (await listContacts(cast.as('julian'), { q: email })).contacts[0];

test('nothing holds until he says yes to the letter; then it does, with text, channel, hour and proof', async () => {
  const { token, confirm } = await subscribe('lucia@barrio.co', ['boletin', 'encuestas']);
  expect(await byMail('lucia@barrio.co')).toBeUndefined();
  expect((await readSubscription(outside(), token)).texts).toHaveLength(2);
  const { path } = await confirm();
  const contact = (await byMail('lucia@barrio.co'))!;
  expect(contact).toMatchObject({ purposes: ['boletin', 'encuestas'], kind: 'citizen' });
  expect(await consentsOf(cast.as('julian'), contact.id)).toMatchObject([
    { act: 'given', channel: 'portal', number: 1, at: now, proof: `mail:${now.toISOString()}` },
    { act: 'given' },
  ]);
  expect((await letter()).text).toContain(`${from.origin}${path.slice(0, 20)}`);
  await expect(readSubscription(outside(), token)).rejects.toThrow('subscription');
});

test('a letter that nobody answered is worth nothing after seven days, and its address is erased', async () => {
  const { token } = await subscribe('nadie@barrio.co', ['boletin']);
  now = new Date(now.getTime() + 8 * 24 * 60 * 60_000);
  await expect(readSubscription(outside(), token)).rejects.toThrow('subscription');
  await forgetSilent(cast.as());
  expect(await database.primary.selectFrom('subscriptions').selectAll().execute()).toEqual([]);
  now = new Date('2026-11-03T15:00:00Z');
});

test('his own page opens by its link alone, and no other link opens it', async () => {
  const lucia = (await byMail('lucia@barrio.co'))!;
  const path = preferencesPath(outside(), lucia.id);
  const key = keyOf(path);
  expect(await preferencesOf(outside(), key)).toMatchObject({ contact: { id: lucia.id }, consents: [{}, {}] });
  const other = key.slice(0, -2) + (key.endsWith('AA') ? 'BB' : 'AA');
  await expect(preferencesOf(outside(), other)).rejects.toThrow('preferences');
});

test('what he takes back holds at once, and the ledger keeps both', async () => {
  const lucia = (await byMail('lucia@barrio.co'))!;
  const key = keyOf(preferencesPath(outside(), lucia.id));
  now = new Date(now.getTime() + 1000);
  expect(await setPreferences(outside(), key, { purposes: ['boletin', 'convocatorias'] })).toEqual({ given: 1, withdrawn: 1 });
  expect((await getContact(cast.as('julian'), lucia.id)).purposes).toEqual(['boletin', 'convocatorias']);
  now = new Date(now.getTime() + 1000);
  accepted(await stopByLink(outside(), key));
  expect(await getContact(cast.as('julian'), lucia.id)).toMatchObject({ purposes: [], stopped: true });
  expect(await consentsOf(cast.as('julian'), lucia.id)).toHaveLength(6);
});

test('who asked not to be written to is not given back by hand, but subscribes himself again', async () => {
  const lucia = (await byMail('lucia@barrio.co'))!;
  const noted = { id: lucia.id, purpose: 'boletin', channel: 'paper', proof: 'Planilla 3' } as const;
  expect(await giveConsent(cast.as('julian'), noted)).toMatchObject({ refused: 'consent.stopped' });
  now = new Date(now.getTime() + 1000);
  await (await subscribe('lucia@barrio.co', ['boletin'])).confirm();
  expect(await getContact(cast.as('julian'), lucia.id)).toMatchObject({ purposes: ['boletin'], stopped: false });
});

test('what was said on paper is noted with its proof, by who may, and withdrawn', async () => {
  const { id } = accepted(await addContact(cast.as('julian'), newContactInput.parse({ name: 'Ana', phone: '3001112233' })));
  const noted = { id, purpose: 'encuestas', channel: 'paper', proof: 'Planilla de la feria, carpeta 3' } as const;
  accepted(await giveConsent(cast.as('julian'), noted));
  expect(await giveConsent(cast.as('julian'), noted)).toMatchObject({ refused: 'consent.given' });
  expect(await consentsOf(cast.as('carmen'), id)).toMatchObject([{ by: 'Julián Restrepo', proof: noted.proof }]);
  await expect(giveConsent(cast.as('carmen'), noted)).rejects.toThrow('consents.write');
  now = new Date(now.getTime() + 1000);
  accepted(await withdrawConsent(cast.as('julian'), { id, purpose: 'encuestas' }));
  expect((await getContact(cast.as('julian'), id)).purposes).toEqual([]);
});

test('a new text is read from now on; who agreed stays with what he read', async () => {
  const lucia = (await byMail('lucia@barrio.co'))!;
  accepted(await publishPurposeText(cast.as('marcela'), { purpose: 'boletin', text: 'Autorizo el boletín semanal.' }));
  expect((await consentsOf(cast.as('julian'), lucia.id))[0]).toMatchObject({ number: 1 });
  const { token } = await subscribe('otro@barrio.co', ['boletin']);
  expect((await readSubscription(outside(), token)).numbers).toEqual([2]);
  const change = database.primary.updateTable('purpose_texts').set({ text: 'Otra cosa' }).execute();
  await expect(change).rejects.toThrow('append-only');
});

test('who agrees to nothing for longer than they are kept is forgotten, whoever agrees is not', async () => {
  const { id } = accepted(await addContact(cast.as('julian'), newContactInput.parse({ name: 'Silvio', email: 'silvio@x.co' })));
  const before = now;
  now = new Date('2029-01-05T15:00:00Z');
  expect(await forgetSilent(cast.as())).toBeGreaterThan(0);
  await expect(getContact(cast.as('julian'), id)).rejects.toThrow('contact');
  const row = await database.primary.selectFrom('contacts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toMatch(/silvio/i);
  expect(await byMail('lucia@barrio.co')).toBeDefined();
  now = before;
});

// NORMS: received Tuesday 3 November 2026; a query by the 18th, extended to the 25th; a claim by the 25th, extended to 7 December.
test.each([
  ['query', '2026-11-18', '2026-11-25'],
  ['correction', '2026-11-25', '2026-12-07'],
  ['deletion', '2026-11-25', '2026-12-07'],
] as const)('a %s of 3 November is answered by %s, or by %s when it is extended in time, once', async (kind, due, extended) => {
  now = new Date('2026-11-03T16:00:00Z');
  const given = { kind, said: 'Mi correo cambió', name: 'Pedro', email: null, channel: 'paper', receivedOn: '2026-11-03' };
  const { id } = accepted(await noteDataRequest(cast.as('julian'), given));
  expect(await getDataRequest(cast.as('julian'), id)).toMatchObject({ dueOn: due, state: 'open', askUntil: '2026-11-10' });
  now = new Date(`${due}T16:00:00Z`);
  accepted(await extendDataRequest(cast.as('julian'), { id, reason: 'Hay que pedirlo al archivo' }));
  expect(await getDataRequest(cast.as('julian'), id)).toMatchObject({ dueOn: extended });
  expect(await extendDataRequest(cast.as('julian'), { id, reason: 'Más' })).toMatchObject({ refused: 'data_request.extended' });
});

test('after its day it is not extended, and what is incomplete is asked for within five business days and lapses in two months', async () => {
  now = new Date('2026-11-03T16:00:00Z');
  const given = {
    kind: 'correction',
    said: 'Está mal',
    name: 'Pedro',
    email: 'pedro@x.co',
    channel: 'paper',
    receivedOn: '2026-11-03',
  } as const;
  const one = accepted(await noteDataRequest(cast.as('julian'), given)).id;
  const two = accepted(await noteDataRequest(cast.as('julian'), given)).id;
  now = new Date('2026-11-10T16:00:00Z');
  for (const id of [one, two]) accepted(await askToComplete(cast.as('julian'), { id, what: '¿Cuál dato?' }));
  expect((await letter()).text).toContain('¿Cuál dato?');
  now = new Date('2026-11-20T16:00:00Z');
  accepted(await completeDataRequest(cast.as('julian'), { id: one }));
  expect(await getDataRequest(cast.as('julian'), one)).toMatchObject({ state: 'open', dueOn: '2026-12-14' });
  now = new Date('2027-01-20T16:00:00Z');
  expect(await extendDataRequest(cast.as('julian'), { id: one, reason: 'x' })).toMatchObject({ refused: 'data_request.too_late' });
  await withdrawSilentRequests(cast.as());
  expect(await getDataRequest(cast.as('julian'), two)).toMatchObject({ state: 'withdrawn' });
});

test('a deletion that he asks by his link and is granted leaves nothing of him, and nobody writes there again', async () => {
  now = new Date('2026-11-18T16:00:00Z');
  const lucia = (await byMail('lucia@barrio.co'))!;
  const { id, dueOn } = await askAboutOwnData(outside(), keyOf(preferencesPath(outside(), lucia.id)), {
    kind: 'deletion',
    said: 'Ya no vivo allá',
  });
  expect(dueOn).toBe('2026-12-10');
  accepted(await answerDataRequest(cast.as('julian'), { id, outcome: 'granted', answer: 'Borramos todo.' }));
  expect(await letter()).toMatchObject({ to: 'lucia@barrio.co', text: expect.stringContaining('Borramos todo.') as string });
  for (const table of ['contacts', 'data_requests', 'consents'] as const)
    expect(
      JSON.stringify(
        await database.primary
          .selectFrom(table)
          .selectAll()
          .where(table === 'contacts' ? 'id' : 'contact_id', '=', lucia.id)
          .execute(),
      ),
    ).not.toMatch(/luc[ií]a|barrio/i);
  const again = accepted(await addContact(cast.as('julian'), newContactInput.parse({ name: 'L', email: 'LUCIA@barrio.co' })));
  expect(await getContact(cast.as('julian'), again.id)).toMatchObject({ stopped: true });
});

test('a query is answered with all that is known of him', async () => {
  const { id: contact } = accepted(
    await addContact(cast.as('julian'), newContactInput.parse({ name: 'Rosa', email: 'rosa@x.co', interests: 'salud' })),
  );
  const given = { kind: 'query', said: '', name: 'Rosa', email: 'rosa@x.co', channel: 'phone', receivedOn: '2026-11-18' } as const;
  const { id } = accepted(await noteDataRequest(cast.as('julian'), given));
  accepted(await answerDataRequest(cast.as('julian'), { id, outcome: 'granted', answer: 'Esto es lo que tenemos:' }));
  expect((await letter()).text).toMatch(/Nombre: Rosa[\s\S]+Intereses: salud/);
  accepted(await stopWriting(cast.as('julian'), { id: contact }));
});

import { beforeAll, expect, test } from 'vitest';
import { nobody } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { openLog } from '#platform/log/log.ts';
import { accepted } from '#platform/refusal.ts';
import { passingVault } from '#platform/secrets/vault.ts';
import { seatCast, type Cast } from '#test/support/cast.ts';
import { freshDatabase } from '#test/support/database.ts';
import { forgetSilent } from './consents.ts';
import {
  addContact,
  answerDataRequest,
  closePurpose,
  consentsOf,
  everyContact,
  forgetVisits,
  getContact,
  interactionsOf,
  interactionSubjects,
  mergeContacts,
  newContactInput,
  noteDataRequest,
  noteInteraction,
  ownData,
  preferencesPath,
  rememberVisits,
  removeInteraction,
  stopByLink,
  VisitMemory,
  withdrawConsent,
} from './index.ts';
import { forgetOldInteractions } from './interactions.ts';

const database = await freshDatabase();
let now = new Date('2026-11-18T15:00:00Z');
const app = { database, clock: () => now, owed: () => [], vault: passingVault, log: openLog('silent') };
const outside = () => commandContext(database.primary, nobody, now, () => [], passingVault);
let cast: Cast;

beforeAll(async () => {
  cast = await seatCast({ app });
});

const julian = () => cast.as('julian');
const add = async (email: string) => accepted(await addContact(julian(), newContactInput.parse({ name: email.split('@')[0], email }))).id;
const attended = async (id: number, about = 'Feria de servicios', on = '2026-11-10') =>
  noteInteraction(julian(), { id, act: 'attended', about, on });
const did = async (id: number) => (await interactionsOf(julian(), id)).map(({ act, about, day }) => `${act} ${about} ${day}`);
const keyOf = (id: number) => preferencesPath(outside(), id).split('/').at(-1)!;
const agree = async (id: number) => accepted(await rememberVisits(outside(), keyOf(id))).cookie;
/** A browser that keeps a cookie looks at sections. @returns whether it goes on keeping it after each */
async function look(cookie: string, ...sections: string[]): Promise<boolean[]> {
  const memory = new VisitMemory(app);
  const kept = [];
  for (const section of sections) {
    kept.push(memory.note(cookie, section));
    await memory.close();
  }
  return kept;
}

test('what another system says a contact did is noted once a day, and is taken out when it was not so', async () => {
  const ana = await add('ana@x.co');
  accepted(await attended(ana));
  accepted(await attended(ana, 'FERIA de Servicios'));
  accepted(await attended(ana, 'Feria de servicios', '2026-11-11'));
  expect(await did(ana)).toEqual(['attended feria-de-servicios 2026-11-11', 'attended feria-de-servicios 2026-11-10']);
  expect(await interactionSubjects(julian())).toEqual([{ act: 'attended', code: 'feria-de-servicios', name: 'Feria de servicios' }]);
  expect(await attended(ana, '¡!')).toMatchObject({ refused: 'interaction.about' });
  expect(await attended(ana, 'Mañana', '2026-11-19')).toMatchObject({ refused: 'interaction.future', field: 'on' });
  const [last] = await interactionsOf(julian(), ana);
  expect(last).toMatchObject({ source: 'api', importId: null });
  await removeInteraction(julian(), { id: ana, interaction: last!.id });
  await expect(removeInteraction(julian(), { id: ana, interaction: last!.id })).rejects.toThrow('interaction');
  expect(await did(ana)).toEqual(['attended feria-de-servicios 2026-11-10']);
});

test('he reads it in what is known of him, it is in the export, and it goes when he is erased', async () => {
  const beto = await add('beto@x.co');
  accepted(await attended(beto));
  expect(await ownData(julian(), await getContact(julian(), beto))).toMatch(/Asistió a Feria de servicios: 10 .*nov.* 2026/);
  for await (const one of everyContact(julian(), { q: 'beto@x.co' }))
    expect(one.did).toMatchObject([{ code: 'feria-de-servicios', times: 1 }]);
  const asked = { kind: 'deletion', said: '', name: 'Beto', email: 'beto@x.co', channel: 'paper', receivedOn: '2026-11-18' } as const;
  const { id } = accepted(await noteDataRequest(julian(), asked));
  accepted(await answerDataRequest(julian(), { id, outcome: 'granted', answer: 'Listo.' }));
  expect(await did(beto)).toEqual([]);
});

test('visits are noted only of who said yes, each section once a day, from the browser in which he did', async () => {
  const clara = await add('clara@x.co');
  expect(await look('nobody-signed-this', 'news')).toEqual([false]);
  const cookie = await agree(clara);
  expect((await consentsOf(julian(), clara))[0]).toMatchObject({
    purpose: 'visitas',
    number: 1,
    act: 'given',
    channel: 'preferences',
    at: now,
  });
  expect(await look(cookie, 'news', 'plan', 'news')).toEqual([true, true, true]);
  await look(cookie, 'news');
  expect((await did(clara)).toSorted()).toEqual(['visited news 2026-11-18', 'visited plan 2026-11-18']);
  expect(await ownData(julian(), await getContact(julian(), clara))).toContain('Visitó en el portal noticias');
});

test.each([
  ['turns it off', (id: number) => forgetVisits(outside(), keyOf(id))],
  ['asks that nobody write to him', (id: number) => stopByLink(outside(), keyOf(id))],
  ['tells the office', (id: number) => withdrawConsent(julian(), { id, purpose: 'visitas' })],
])('when he %s, his visits are gone at once and the browser is told to forget', async (how, off) => {
  const id = await add(`${how.replaceAll(' ', '.')}@x.co`);
  accepted(await attended(id));
  const before = await agree(id);
  await look(before, 'news');
  now = new Date(now.getTime() + 1000);
  await off(id);
  expect(await did(id)).toEqual(['attended feria-de-servicios 2026-11-10']);
  now = new Date(now.getTime() + 1000);
  // A browser that still keeps it learns on its next look, also when he agreed again in another one.
  if (how === 'turns it off') expect(await look(await agree(id), 'plan')).toEqual([true]);
  const memory = new VisitMemory(app);
  memory.note(before, 'news');
  await memory.close();
  expect(memory.note(before, 'press')).toBe(false);
  expect(await did(id)).not.toContain('visited news 2026-11-18');
});

test('two that are one did what both did; what was visited goes on only if he still agrees', async () => {
  const [kept, other, third] = [await add('uno@x.co'), await add('otro@x.co'), await add('tercero@x.co')];
  accepted(await attended(kept));
  accepted(await attended(other));
  accepted(await attended(other, 'Audiencia pública'));
  await look(await agree(other), 'plan');
  accepted(await mergeContacts(julian(), { id: kept, with: other }));
  expect((await did(kept)).toSorted()).toEqual([
    'attended audiencia-publica 2026-11-10',
    'attended feria-de-servicios 2026-11-10',
    'visited plan 2026-11-18',
  ]);
  expect(await did(other)).toEqual([]);
  await agree(third);
  now = new Date(now.getTime() + 1000);
  await forgetVisits(outside(), keyOf(third));
  accepted(await mergeContacts(julian(), { id: kept, with: third }));
  expect(await did(kept)).not.toContain('visited plan 2026-11-18');
});

test('it is kept as long as a silent contact is, visits for thirteen months, and who did something lately is not silent', async () => {
  const id = await add('largo@x.co');
  accepted(await attended(id));
  const cookie = await agree(id);
  await look(cookie, 'news');
  now = new Date('2027-12-20T15:00:00Z');
  expect(await look(cookie, 'plan')).toEqual([false]);
  await forgetOldInteractions(cast.as());
  expect(await did(id)).toEqual(['attended feria-de-servicios 2026-11-10']);
  now = new Date('2028-11-11T15:00:00Z');
  await forgetOldInteractions(cast.as());
  expect(await did(id)).toEqual([]);
  const silent = await add('callado@x.co');
  accepted(await attended(silent, 'Taller', '2028-11-11'));
  await database.primary
    .updateTable('contacts')
    .set({ changed_at: new Date('2025-01-01') })
    .where('id', '=', silent)
    .execute();
  await forgetSilent(cast.as());
  expect(await getContact(julian(), silent)).toMatchObject({ email: 'callado@x.co' });
});

test('once the house no longer offers it, nothing that was remembered stays and nothing more is noted', async () => {
  const id = await add('cerrado@x.co');
  const cookie = await agree(id);
  await look(cookie, 'news');
  await closePurpose(cast.as('marcela'), { purpose: 'visitas' });
  await look(cookie, 'plan');
  expect(await did(id)).toEqual([]);
  expect(await rememberVisits(outside(), keyOf(id))).toMatchObject({ refused: 'consent.purpose' });
});

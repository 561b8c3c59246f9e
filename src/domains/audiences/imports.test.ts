import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, expect, test } from 'vitest';
import { readConfig } from '#config';
import { openFiles } from '#platform/files/open.ts';
import { parse } from '#platform/http/form.ts';
import { passingVault } from '#platform/secrets/vault.ts';
import { accepted, isRefusal } from '#platform/refusal.ts';
import { seatCast, type Cast } from '#test/support/cast.ts';
import { closeAtTheEnd } from '#test/support/closing.ts';
import { freshDatabase } from '#test/support/database.ts';
import {
  beginImport,
  changeContact,
  consentsOf,
  everyFault,
  getContact,
  getImport,
  interactionsOf,
  importWork,
  listContacts,
  lookAtImport,
  matchedImportInput,
  newContactInput,
  resumeImport,
  startImport,
  stopImport,
  stopWriting,
  undoImport,
  addContact,
} from './index.ts';

const database = await freshDatabase();
const folder = await mkdtemp(join(tmpdir(), 'pregon-import-'));
closeAtTheEnd(() => rm(folder, { recursive: true, force: true }));
const config = readConfig({ DATABASE_URL: database.url, DATA_DIR: folder });
const files = await openFiles(config);
let now = new Date('2026-11-18T15:00:00Z');
const app = { config, database, files, vault: passingVault, clock: () => now, owed: () => [] };
let cast: Cast;

beforeAll(async () => {
  cast = await seatCast({ app });
});

const julian = () => cast.as('julian');
async function begin(name: string, text: string, of?: Parameters<typeof beginImport>[3]): Promise<number> {
  const kept = accepted(await files.keep(julian(), { name, content: Readable.from([Buffer.from(text)]) }));
  return accepted(await beginImport(julian(), { files, folder }, kept, of)).id;
}
function matched(id: number, fields: object = {}) {
  const input = parse(matchedImportInput, { id, columns: ['name', 'email', 'phone', 'region', 'attribute'], ...fields });
  if (isRefusal(input)) throw new Error(JSON.stringify(input));
  return input;
}
/** What a worker does until nothing is left. */
async function work(worker = importWork()): Promise<void> {
  while (await worker.run(app));
}
const head = 'Nombre;Correo;Celular;Municipio;Barrio\n';

test('columns are guessed by their heads, and the first rows looked at without writing anything', async () => {
  const id = await begin('vecinos.csv', `${head}Ana Gómez;ana@x.co;;Montería, Córdoba;El Prado\nPedro;no-es-correo;12;Nada;\n`);
  expect(await getImport(julian(), id)).toMatchObject({
    state: 'matching',
    columns: ['name', 'email', 'phone', 'region', ''],
    estimated: 2,
  });
  const look = accepted(await lookAtImport(julian(), { files, folder }, matched(id)));
  expect(look).toMatchObject({ rows: 2, ready: 1, known: 0, faulted: 1, first: [{ name: 'Ana Gómez', region: '23001' }] });
  expect(look.faults[0]!.problems.map(({ column, problem }) => [column, problem.refused])).toEqual([
    ['email', 'input.mail'],
    ['phone', 'contact.phone'],
    ['region', 'region.unknown'],
  ]);
  expect((await listContacts(julian(), { q: 'ana@x.co' })).contacts).toEqual([]);
});

test('what can come in comes in, what cannot is kept as it was, to be mended and loaded again', async () => {
  const id = await begin(
    'vecinos.csv',
    `${head}Ana Gómez;ana@x.co;;Montería, Córdoba;El Prado\nPedro;pedro.x.co;;;\nAna G.;ANA@x.co;3001234567;;\n`,
  );
  accepted(await startImport(julian(), matched(id)));
  await work();
  expect(await getImport(julian(), id)).toMatchObject({ state: 'done', rows: 3, added: 1, merged: 1, faulted: 1, atRow: 4 });
  const [ana] = (await listContacts(julian(), { q: 'ana@x.co' })).contacts;
  expect(ana).toMatchObject({ name: 'Ana Gómez', phone: '+573001234567', attributes: { barrio: 'El Prado' }, purposes: [] });
  const faults = [];
  for await (const fault of everyFault(julian(), id)) faults.push(fault);
  expect(faults).toMatchObject([{ row: 3, cells: ['Pedro', 'pedro.x.co', '', '', ''], problems: [{ column: 'email' }] }]);
  const mended = await begin('vecinos, por corregir.csv', `${head.trim()};Problema\nPedro;pedro@x.co;;;;Le falta la arroba\n`);
  accepted(await startImport(julian(), matched(mended, { columns: ['name', 'email', 'phone', 'region', 'attribute', ''] })));
  await work();
  expect(await getImport(julian(), mended)).toMatchObject({ added: 1, faulted: 0 });
});

test.each([
  ['fill', { organization: 'JAC', phone: '+573005550000' }],
  ['replace', { organization: 'Nueva', phone: '+573005550000' }],
  ['keep', { organization: 'JAC', phone: null }],
])('by the rule «%s», who is there already becomes what the rule says, and undoing puts him back', async (rule, after) => {
  const email = `${rule}@x.co`;
  const { id: contact } = accepted(await addContact(julian(), newContactInput.parse({ name: 'Luis', email, organization: 'JAC' })));
  const id = await begin('otra.csv', `Nombre,Correo,Celular,Entidad\nLuis,${email},3005550000,Nueva\n`);
  accepted(await startImport(julian(), matched(id, { columns: ['name', 'email', 'phone', 'organization'], rule })));
  await work();
  expect(await getContact(julian(), contact)).toMatchObject(after);
  accepted(await undoImport(julian(), { id }));
  await work();
  expect(await getContact(julian(), contact)).toMatchObject({ organization: 'JAC', phone: null });
});

test('what they agreed to comes with its proof and day; who asked not to be written to, or took it back since, stays so', async () => {
  const { id: stopped } = accepted(await addContact(julian(), newContactInput.parse({ name: 'No', email: 'no@x.co' })));
  accepted(await stopWriting(julian(), { id: stopped }));
  const id = await begin('feria.csv', 'Nombre,Correo\nSí,si@x.co\nNo,no@x.co\n');
  const given = { columns: ['name', 'email'], purposes: ['boletin'] };
  expect(await startImport(julian(), matched(id, given))).toMatchObject({ refused: 'import.proof', field: 'proof' });
  accepted(await startImport(julian(), matched(id, { ...given, proof: 'Planilla de la feria', consentOn: '2026-10-12' })));
  await work();
  const [yes] = (await listContacts(julian(), { q: 'si@x.co' })).contacts;
  expect(yes).toMatchObject({ purposes: ['boletin'] });
  expect(await consentsOf(julian(), yes!.id)).toMatchObject([{ channel: 'import', proof: 'Planilla de la feria' }]);
  expect(await getContact(julian(), stopped)).toMatchObject({ purposes: [], stopped: true });
});

test('stopped, it goes on from where it was, also with another worker; undone, those whom somebody touched stay', async () => {
  const rows = Array.from({ length: 5000 }, (_, n) => `Vecino ${n},vecino${n}@y.co`).join('\n');
  const id = await begin('muchos.csv', `Nombre,Correo\n${rows}\n`);
  accepted(await startImport(julian(), matched(id, { columns: ['name', 'email'] })));
  // Stopped before its worker looks: nothing of it comes in.
  accepted(await stopImport(julian(), { id }));
  await work();
  expect(await getImport(julian(), id)).toMatchObject({ state: 'stopped', rows: 0 });
  accepted(await resumeImport(julian(), { id }));
  // A worker that was killed in the middle: 2,000 rows are in, and its lease is over.
  await database.primary
    .updateTable('contact_imports')
    .set({ at_row: 2001, worker: crypto.randomUUID(), claimed_until: now })
    .where('id', '=', id)
    .execute();
  now = new Date(now.getTime() + 1000);
  await work();
  expect(await getImport(julian(), id)).toMatchObject({ state: 'done', rows: 3000, added: 3000, atRow: 5001 });
  const [touched] = (await listContacts(julian(), { q: 'vecino4000@y.co' })).contacts;
  accepted(
    await changeContact(julian(), { ...newContactInput.parse({ name: 'Tocado', email: 'vecino4000@y.co' }), id: touched!.id, version: 1 }),
  );
  accepted(await undoImport(julian(), { id }));
  await work();
  expect(await getImport(julian(), id)).toMatchObject({ state: 'undone', undone: 2999 });
  expect((await listContacts(julian(), { import: id })).contacts.map(({ name }) => name)).toEqual(['Tocado']);
}, 30_000);

test('of a list of attendance each row is or becomes a contact that attended; loaded twice it counts once, and undone it is gone', async () => {
  const of = { act: 'attended', about: 'Feria de servicios', on: '2026-10-12' } as const;
  const { id: known } = accepted(await addContact(julian(), newContactInput.parse({ name: 'Nora', email: 'nora@f.co' })));
  const file = `Nombre,Correo\nNora,NORA@f.co\nOtto,otto@f.co\nMal,no es\n`;
  const load = async () => {
    const id = await begin('asistencia.csv', file, of);
    accepted(await startImport(julian(), matched(id, { columns: ['name', 'email'], rule: 'keep' })));
    await work();
    return id;
  };
  const first = await load();
  expect(await getImport(julian(), first)).toMatchObject({
    state: 'done',
    added: 1,
    faulted: 1,
    noted: 2,
    aboutName: 'Feria de servicios',
  });
  const second = await load();
  expect(await getImport(julian(), second)).toMatchObject({ added: 0, noted: 0 });
  expect(await interactionsOf(julian(), known)).toMatchObject([{ act: 'attended', day: of.on, source: 'import', importId: first }]);
  accepted(await undoImport(julian(), { id: first }));
  await work();
  expect(await getImport(julian(), first)).toMatchObject({ state: 'undone' });
  expect(await interactionsOf(julian(), known)).toEqual([]);
  expect((await listContacts(julian(), { q: 'otto@f.co' })).contacts).toEqual([]);
  const kept = accepted(await files.keep(julian(), { name: 'a.csv', content: Readable.from([Buffer.from(file)]) }));
  expect(await beginImport(julian(), { files, folder }, kept, { ...of, about: '' })).toMatchObject({
    refused: 'input.required',
    field: 'about',
  });
  expect(await beginImport(julian(), { files, folder }, kept, { ...of, on: '2026-11-19' })).toMatchObject({
    refused: 'interaction.future',
    field: 'on',
  });
});

test('a file that breaks in the middle says so, and what came in is in', async () => {
  const id = await begin(
    'roto.csv',
    `Nombre,Correo\n${Array.from({ length: 1500 }, (_, n) => `V ${n},v${n}@z.co`).join('\n')}\n"sin cerrar,x@z.co\n`.slice(0),
  );
  expect(accepted(await startImport(julian(), matched(id, { columns: ['name', 'email'] })))).toBeDefined();
  await work();
  expect(await getImport(julian(), id)).toMatchObject({ state: 'failed', error: 'sheet.broken_csv', added: 1000 });
});

test('without a name or a way to reach them, or with one thing twice, it does not begin', async () => {
  const id = await begin('x.csv', 'A,B\nAna,ana@w.co\n');
  for (const [columns, refused] of [
    [['', 'email'], 'import.no_name'],
    [['name', ''], 'import.no_way'],
    [['name', 'name'], 'import.no_way'],
    [['name'], 'import.columns_changed'],
  ] as const)
    expect(await startImport(julian(), matched(id, { columns }))).toMatchObject({ refused });
});

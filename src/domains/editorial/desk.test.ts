import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { accepted, Forbidden, isRefusal } from '#platform/refusal.ts';
import { seatCast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { written } from '#test/support/subject.ts';
import { besidePiece } from './beside-piece.ts';
import { blockingChecks, checkPiece } from './check-piece.ts';
import { deskVoice } from './desk-voice.ts';
import { pieceDetailsInput, newPieceInput, writtenPieceInput } from './pieces.input.ts';
import { createPiece, getPiece, savePiece } from './pieces.ts';
import { editPieceDetails } from './piece-details.ts';
import { bePresent, presenceInput, presentIn } from './presences.ts';
import { renditionInput } from './renditions.input.ts';
import { renditionsOf, writeRendition } from './renditions.ts';
import { linesSaid } from './said-lines.ts';
import { submitPiece } from './submission.ts';
import { waiverInput } from './waivers.input.ts';
import { unwaiveCheck, waiveCheck } from './waivers.ts';

const house = await openTestHouse();
const cast = await seatCast(house);
const db = house.app.database.primary;

const begin = async (kind = 'press_release') => {
  const { id } = accepted(
    await createPiece(cast.as('julian'), newPieceInput.parse({ kind, title: 'El predial se paga con descuento', unit: cast.units.prensa })),
  );
  return id;
};
const save = async (
  piece: number,
  body: unknown,
  fields: object = { lead: 'Vale hasta febrero.', place: 'Puerto Claro', contact: 'Prensa' },
) => {
  const now = await getPiece(cast.as('julian'), piece);
  return accepted(
    await savePiece(cast.as('julian'), writtenPieceInput.parse({ piece, revision: now.revision, title: now.title, fields, body })),
  );
};
const blocked = async (piece: number) => blockingChecks(cast.as('julian'), await getPiece(cast.as('julian'), piece));

test('what its kind blocks on keeps a piece from review until it is mended or waived by name', async () => {
  await sql`insert into terms (term, sort, written_at) values ('Puerto Claro despega', 'forbidden', now())`.execute(db);
  const id = await begin();
  expect(await blocked(id)).toEqual(['missing_field']);
  await save(id, written('Quien paga a tiempo ahorra. Así, Puerto Claro despega.'));
  expect(await blocked(id)).toEqual(['slogans']);
  expect(await submitPiece(cast.as('julian'), { piece: id, note: '' })).toMatchObject({ refused: 'piece.blocked' });

  const waiver = waiverInput.parse({ piece: id, check: 'slogans', reason: 'Es el nombre de un barco del puerto.' });
  await expect(waiveCheck(cast.as('rosa'), waiver)).rejects.toThrow(Forbidden);
  accepted(await waiveCheck(cast.as('marcela'), waiver));
  const { checks } = await checkPiece(cast.as('julian'), await getPiece(cast.as('julian'), id));
  expect(checks.find(({ check }) => check === 'slogans')).toMatchObject({ level: 'waived', waiver: { who: 'Marcela Ospina' } });
  expect(await waiveCheck(cast.as('marcela'), waiver)).toMatchObject({ refused: 'waiver.nothing' });
  await unwaiveCheck(cast.as('marcela'), { piece: id, check: 'slogans' });
  expect(await blocked(id)).toEqual(['slogans']);
});

test('a waiver needs a reason, and the law’s own checks have none', async () => {
  expect(waiverInput.safeParse({ piece: 1, check: 'slogans', reason: 'Porque sí' }).success).toBe(false);
  const id = await begin();
  expect(await waiveCheck(cast.as('marcela'), { piece: id, check: 'missing_field', reason: 'Se completa el lunes.' })).toMatchObject({
    refused: 'waiver.never',
  });
});

test('names of who leads a dependency come from the institution', async () => {
  const id = await begin();
  await save(id, written('Gracias a Marcela Ospina hay 22 vías.'));
  const { checks } = await checkPiece(cast.as('julian'), await getPiece(cast.as('julian'), id));
  expect(checks.find(({ check }) => check === 'officials')).toMatchObject({
    level: 'warn',
    found: [{ case: 'praised', quote: 'Marcela Ospina' }],
  });
});

test('the words of a channel are content: they change the hash, have their length, and the second of two is told', async () => {
  const id = await begin();
  const now = await getPiece(cast.as('julian'), id);
  accepted(
    await editPieceDetails(
      cast.as('julian'),
      pieceDetailsInput.parse({ piece: id, revision: now.revision, unit: now.unit, owner: '', channels: ['pagina-web', 'redes-sociales'] }),
    ),
  );
  await save(id, written('Quien paga a tiempo ahorra.'));
  const before = await getPiece(cast.as('julian'), id);
  const words = (revision: number, x: string) => renditionInput.parse({ piece: id, channel: 'redes-sociales', revision, x });
  accepted(await writeRendition(cast.as('julian'), words(0, 'a'.repeat(294))));
  const after = await getPiece(cast.as('julian'), id);
  expect(after.sha256).not.toBe(before.sha256);
  const [, networks] = await renditionsOf(cast.as('julian'), after);
  expect(networks).toMatchObject({ channel: { code: 'redes-sociales' }, over: 14, rendition: { revision: 1 } });
  accepted(await writeRendition(cast.as('marcela'), words(1, 'Pague a tiempo.')));
  const late = await writeRendition(cast.as('julian'), words(1, 'Pague ya.'));
  expect(late).toMatchObject({ refused: 'form.stale', conflicts: [{ field: 'x', yours: 'Pague ya.', theirs: 'Pague a tiempo.' }] });
  accepted(await writeRendition(cast.as('julian'), words(2, '')));
  expect((await getPiece(cast.as('julian'), id)).sha256).toBe(before.sha256);
});

test('who is in a piece is seen while he is, and not after', async () => {
  const id = await begin();
  const here = (block: string, leaving = '') => presenceInput.parse({ piece: id, block, leaving });
  expect(await bePresent(cast.as('julian'), here('b1'))).toEqual([]);
  expect(await bePresent(cast.as('marcela'), here('title'))).toMatchObject([{ name: 'Julián Restrepo', block: 'b1' }]);
  expect(await presentIn(cast.as('julian'), id)).toMatchObject([{ name: 'Marcela Ospina', block: 'title' }]);
  await bePresent(cast.as('marcela'), here('', '1'));
  expect(await presentIn(cast.as('julian'), id)).toEqual([]);
  const later = { ...cast.as('marcela'), now: new Date(Date.now() + 60_000) };
  expect(await presentIn(later, id)).toEqual([]);
});

test('what stands beside: who wrote, whose eyes it passes, the campaign’s lines, the house’s words', async () => {
  const id = await begin();
  await sql`insert into snippets (name, text, written_at) values ('Línea 195', 'Quien necesite ayuda puede llamar a la línea 195.', now())`.execute(
    db,
  );
  const beside = await besidePiece(cast.as('julian'), await getPiece(cast.as('julian'), id));
  expect(beside.authors.map(({ name }) => name)).toEqual(['Julián Restrepo']);
  expect(beside.way.map(({ step }) => step)).toEqual(['unit', 'editor', 'approval']);
  expect(beside.way.every(({ person }) => person !== 'Julián Restrepo')).toBe(true);
  expect(beside.snippets).toMatchObject([{ name: 'Línea 195' }]);
  expect(beside.terms).toMatchObject([{ term: 'Puerto Claro despega' }]);
});

test('a line is said by one of its signs, or by its own words; without signs nobody knows', () => {
  const line = (words: string, ...signs: string[]) => ({ id: 1, line: words, detail: '', signs });
  const said = (one: ReturnType<typeof line>) => linesSaid([one], 'Se paga EN LINEA, sin filas.')[0]!.said;
  expect(said(line('Pagar es fácil', 'en línea'))).toBe(true);
  expect(said(line('Se ve en su barrio', 'vías', 'barrio'))).toBe(false);
  expect(said(line('sin filas'))).toBe(true);
  expect(said(line('Se ve en su barrio'))).toBeNull();
});

test.each([
  [{ state: 'draft', missing: 1, doubts: 0, begun: false }, 'writing.voice.blank', {}],
  [{ state: 'draft', missing: 1, doubts: 3, begun: true }, 'writing.voice.missing', { count: 1 }],
  [{ state: 'draft', missing: 0, doubts: 2, begun: true }, 'writing.voice.doubts', { count: 2 }],
  [{ state: 'draft', missing: 0, doubts: 0, begun: true }, 'writing.voice.ready', {}],
  [{ state: 'in_review', missing: 0, doubts: 2, begun: true }, 'writing.voice.in_review', {}],
] as const)('the voice of %j', (standing, key, vars) => {
  expect(deskVoice(standing)).toEqual({ key, vars });
});

test('looking changes nothing and refuses nothing', async () => {
  const id = await begin();
  const piece = await getPiece(cast.as('carmen'), id);
  expect(isRefusal(await checkPiece(cast.as('carmen'), piece))).toBe(false);
});

import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { publishAgreement, signAgreement } from '#domains/organization/index.ts';
import { accepted, NotFound } from '#platform/refusal.ts';
import { seatCast, type Player } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import type { Body } from './body.ts';
import { classifyPiece, nameReader } from './classes.ts';
import { listPieces } from './piece-list.ts';
import { pieceFilterInput } from './piece-list.input.ts';
import { createPiece, getPiece, savePiece } from './pieces.ts';
import { editPieceDetails } from './piece-details.ts';
import { newPieceInput, pieceDetailsInput, writtenPieceInput } from './pieces.input.ts';

const house = await openTestHouse();
const cast = await seatCast(house);
const db = house.app.database.primary;

const paragraph = (id: string, text: string) => ({ type: 'paragraph' as const, attrs: { id }, content: [{ type: 'text' as const, text }] });
const body = (...texts: string[]): Body => ({ type: 'doc', content: texts.map((text, at) => paragraph(`b${at}`, text)) });
const begin = async (title: string) => {
  const { id } = accepted(await createPiece(cast.as('julian'), newPieceInput.parse({ kind: 'news', title, unit: cast.units.prensa })));
  return id;
};
const written = async (piece: number, by: Player, more: Record<string, unknown>) => {
  const now = await getPiece(cast.as(by), piece);
  const input = writtenPieceInput.parse({ piece, revision: now.revision, title: now.title, fields: now.fields, body: now.body, ...more });
  return savePiece(cast.as(by), input);
};
const all = pieceFilterInput.parse({});

test('a piece is begun with an address of its own, and saving it keeps text, words and who wrote', async () => {
  const one = await begin('Así queda el pico y placa');
  const two = await begin('Así queda el pico y placa');
  accepted(await written(one, 'marcela', { body: body('Rige desde el 1.º de diciembre.') }));
  const piece = await getPiece(cast.as('julian'), one);
  expect([piece.slug, (await getPiece(cast.as('julian'), two)).slug]).toEqual(['asi-queda-el-pico-y-placa', 'asi-queda-el-pico-y-placa-2']);
  expect(piece).toMatchObject({ text: 'Rige desde el 1.º de diciembre.', words: 6, revision: 2, changedByName: 'Marcela Ospina' });
  const authors = await sql<{
    name: string;
  }>`select p.name from piece_authors a join people p on p.id = a.person_id where a.piece_id = ${one} order by 1`.execute(db);
  expect(authors.rows.map(({ name }) => name)).toEqual(['Julián Restrepo', 'Marcela Ospina']);
});

test('what two people wrote at once is joined block by block; the same block in two ways is a conflict and overwrites nothing', async () => {
  const id = await begin('Dos en una pieza');
  accepted(await written(id, 'julian', { body: body('Uno.', 'Dos.') }));
  const base = await getPiece(cast.as('julian'), id);
  const was = { title: base.title, fields: base.fields, body: base.body };
  accepted(await written(id, 'marcela', { body: body('Uno.', 'Dos, de Marcela.') }));
  const joined = accepted(await written(id, 'julian', { revision: base.revision, was, body: body('Uno, de Julián.', 'Dos.') }));
  expect(joined.joined?.body).toEqual(body('Uno, de Julián.', 'Dos, de Marcela.'));
  const clash = await written(id, 'julian', { revision: base.revision, was, body: body('Uno.', 'Dos, de Julián.') });
  expect(clash).toMatchObject({ refused: 'form.stale', conflicts: [{ field: 'body.b1' }] });
  expect((await getPiece(cast.as('julian'), id)).body).toEqual(body('Uno, de Julián.', 'Dos, de Marcela.'));
});

test('a changed address is free, and is not taken from another piece', async () => {
  const id = await begin('Plan de lluvias');
  const details = (slug: string, revision: number) =>
    pieceDetailsInput.parse({ piece: id, revision, unit: cast.units.prensa, owner: '', slug });
  expect(await editPieceDetails(cast.as('julian'), details('Así queda el pico y placa', 1))).toMatchObject({ refused: 'piece.slug_taken' });
  accepted(await editPieceDetails(cast.as('julian'), details('Lluvias 2026', 1)));
  expect((await getPiece(cast.as('julian'), id)).slug).toBe('lluvias-2026');
});

test('what is reserved needs a basis, a reason and a term of at most fifteen years', async () => {
  const id = await begin('Plan de seguridad del puerto');
  const said = (more: object) =>
    classifyPiece(cast.as('julian'), { piece: id, class: 'reserved', basis: '', reason: '', since: null, until: null, ...more });
  const whole = { basis: 'Ley 1712 de 2014, art. 19, lit. b', reason: 'Expone los puestos de guardia', since: '2026-11-01' };
  expect(await said({})).toMatchObject({ refused: 'piece.class_needs_basis' });
  expect(await said({ ...whole, until: null })).toMatchObject({ refused: 'piece.reserve_needs_term' });
  expect(await said({ ...whole, until: '2041-11-02' })).toMatchObject({ refused: 'piece.reserve_too_long' });
  expect(await said({ ...whole, until: '2041-11-01' })).toEqual({ class: 'reserved' });
});

test('a reserved piece is seen by whom it names with an agreement in force, and by nobody else whatever his roles', async () => {
  const id = await begin('Informe de la investigación');
  accepted(
    await classifyPiece(cast.as('julian'), {
      piece: id,
      class: 'reserved',
      basis: 'Ley 1712 de 2014, art. 19',
      reason: 'Daña la investigación',
      since: '2026-11-01',
      until: '2030-11-01',
    }),
  );
  for (const player of ['esteban', 'marcela', 'nidia', 'rosa', 'diego', 'carmen'] as const) {
    await expect(getPiece(cast.as(player), id)).rejects.toThrow(NotFound);
  }
  // Nor by who writes it, until he signs.
  await expect(getPiece(cast.as('julian'), id)).rejects.toThrow(NotFound);
  const number = accepted(await publishAgreement(cast.as('esteban'), { title: 'Confidencialidad', body: 'Guardo reserva.', months: 12 }));
  for (const player of ['julian', 'diego', 'carmen'] as const) {
    accepted(await signAgreement(cast.as(player), { text: number, name: cast.as(player).actor.name, code: '' }, 5));
  }
  expect((await getPiece(cast.as('julian'), id)).class).toBe('reserved');
  await expect(getPiece(cast.as('carmen'), id)).rejects.toThrow(NotFound);
  expect((await listPieces(cast.as('carmen'), all)).rows.map((piece) => piece.id)).not.toContain(id);
  accepted(await nameReader(cast.as('julian'), { piece: id, person: cast.people.diego, unit: null }));
  expect((await getPiece(cast.as('diego'), id)).title).toBe('Informe de la investigación');
});

test('the words of a secret piece are found by no search, and stand in no audit row', async () => {
  const id = await begin('Operativo madrugada');
  accepted(await written(id, 'julian', { body: body('Ortogonalmente hablando.') }));
  accepted(
    await classifyPiece(cast.as('julian'), {
      piece: id,
      class: 'classified',
      basis: 'Ley 1712 de 2014, art. 18',
      reason: 'Nombra a una persona',
      since: '2026-11-01',
      until: null,
    }),
  );
  const found = await listPieces(cast.as('julian'), { ...all, q: 'ortogonalmente' });
  expect(found.rows).toEqual([]);
  const said = await sql<{
    found: number;
  }>`select count(*) as found from audit_entries where before::text || coalesce(after::text, '') ilike '%ortogonal%'`.execute(db);
  expect(said.rows[0]!.found).toBe(0);
});

test('the database itself refuses a public page of what is not public, and an approval by who wrote it', async () => {
  const id = await begin('Interna');
  await sql`update pieces set class = 'internal' where id = ${id}`.execute(db);
  const { rows } = await sql<{
    id: number;
  }>`insert into dispatches (channel, public, source_type, source_id, content_sha256, class, state, due_at, snapshot, scheduled_at)
    values ('pagina-web', true, 'piece', ${String(id)}, 'x', 'public', 'delivered', now(), '{}', now()) returning id`.execute(db);
  const out = sql`insert into publications (dispatch_id, piece_id, class, in_public, channel, slug, kind, title, html, text, published_at)
    values (${rows[0]!.id}, ${id}, 'internal', true, 'pagina-web', 'interna', 'news', 'Interna', '', '', now())`;
  await expect(out.execute(db)).rejects.toThrow(/publications_class_guard/);
  await expect(
    sql`insert into dispatches (channel, public, source_type, source_id, content_sha256, class, state, due_at, snapshot, scheduled_at)
      values ('pagina-web', true, 'piece', '0', 'x', 'reserved', 'scheduled', now(), '{}', now())`.execute(db),
  ).rejects.toThrow(/dispatches_class_guard/);
  const version = await sql<{ id: number }>`insert into piece_versions (piece_id, number, title, fields, body, text, class, sha256, made_at)
    values (${id}, 1, 'x', '{}', '{}', '', 'internal', 'x', now()) returning id`.execute(db);
  await expect(
    sql`insert into approvals (piece_id, version_id, sha256, person_id, at) values (${id}, ${version.rows[0]!.id}, 'x', ${cast.people.julian}, now())`.execute(
      db,
    ),
  ).rejects.toThrow(/does not approve/);
});

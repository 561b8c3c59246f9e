import { expect, test } from 'vitest';
import { createPiece, getPiece, newPieceInput, savePiece, writtenPieceInput } from '#domains/editorial/index.ts';
import { issueKey } from '#domains/organization/index.ts';
import { accepted } from '#platform/refusal.ts';
import { seatCast, type Player } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';

const house = await openTestHouse({ clock: () => new Date('2026-11-18T15:00:00Z') });
const cast = await seatCast(house);
const scopes = ['editorial:read', 'editorial:write', 'editorial:approve'];
const keyOf = async (player: Player) => {
  const actor = { ...cast.as(player).actor, grants: [{ role: 'administrator', unit: null, units: [] }] };
  return accepted(await issueKey({ ...cast.as(), actor }, { name: player, scopes, expires_on: null })).key;
};
const keys = { julian: await keyOf('julian'), marcela: await keyOf('marcela'), nidia: await keyOf('nidia') };

async function call<T>(as: keyof typeof keys, method: string, path: string, body?: object) {
  const headers = { authorization: `Bearer ${keys[as]}`, 'accept-language': 'es', 'content-type': 'application/json' };
  const response = await fetch(`${house.origin}/api/v1${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : null) as T };
}
interface Refused {
  readonly error: { readonly code: string; readonly sentence: string };
}

async function begin(): Promise<number> {
  const { id } = accepted(
    await createPiece(cast.as('julian'), newPieceInput.parse({ kind: 'memo', title: 'Vacunas', unit: cast.units.prensa })),
  );
  const { revision } = await getPiece(cast.as('julian'), id);
  const body = {
    type: 'doc',
    content: [{ type: 'paragraph', attrs: { id: 'b1' }, content: [{ type: 'text', text: 'Hay que llevar el carné.' }] }],
  };
  const fields = { number: '9', from: 'Prensa', to: 'Todos' };
  accepted(await savePiece(cast.as('julian'), writtenPieceInput.parse({ piece: id, revision, title: 'Vacunas', fields, body })));
  return id;
}
const stepOf = async (piece: number) => (await call<{ step: { id: number } }>('marcela', 'GET', `/pieces/${piece}/review`)).body.step.id;

test('by keys a piece is sent, commented, returned, mended by a suggestion and approved by another’s eyes', async () => {
  const piece = await begin();
  expect((await call('julian', 'POST', `/pieces/${piece}/submission`, {})).status).toBe(201);
  const own = await call<Refused>('julian', 'POST', `/review-steps/${await stepOf(piece)}/decision`, { decision: 'pass' });
  expect([own.status, own.body.error.code]).toEqual([422, 'piece.own_work']);
  expect(own.body.error.sentence).toContain('Marcela Ospina');
  const said = await call<{ id: number }>('marcela', 'POST', `/pieces/${piece}/comments`, {
    block: 'b1',
    quote: 'el carné',
    text: '¿Y quien no?',
  });
  expect(said.status).toBe(201);
  expect((await call('julian', 'POST', `/comments/${said.body.id}/answers`, { text: 'Agregado.' })).status).toBe(201);
  expect((await call('marcela', 'POST', `/comments/${said.body.id}/resolution`, {})).status).toBe(201);
  const bare = await call<Refused>('marcela', 'POST', `/review-steps/${await stepOf(piece)}/decision`, { decision: 'return' });
  expect(bare.body.error.code).toBe('review.needs_note');
  expect(
    (await call('marcela', 'POST', `/review-steps/${await stepOf(piece)}/decision`, { decision: 'return', note: 'Falta.' })).status,
  ).toBe(201);
  const other = { block: 'b1', quote: 'el carné', replacement: 'el carné o la cédula' };
  const suggested = await call<{ id: number }>('nidia', 'POST', `/pieces/${piece}/suggestions`, other);
  expect((await call('julian', 'POST', `/suggestions/${suggested.body.id}/decision`, { decision: 'accepted' })).status).toBe(201);
  expect((await call('julian', 'POST', `/pieces/${piece}/submission`, {})).status).toBe(201);
  const { body } = await call<{ difference: { added: number }; versions: { number: number }[] }>(
    'marcela',
    'GET',
    `/pieces/${piece}/review`,
  );
  expect([body.difference.added, body.versions.map(({ number }) => number)]).toEqual([3, [2, 1]]);
  const wrote = await call<Refused>('nidia', 'POST', `/review-steps/${await stepOf(piece)}/decision`, { decision: 'pass' });
  expect(wrote.body.error.code).toBe('piece.own_work');
  expect((await call('marcela', 'POST', `/review-steps/${await stepOf(piece)}/decision`, { decision: 'pass' })).body).toMatchObject({
    round: 'passed',
  });
});

test('of two who decide at once, one does', async () => {
  const piece = await begin();
  await call('julian', 'POST', `/pieces/${piece}/submission`, {});
  const step = await stepOf(piece);
  const both = await Promise.all(
    (['marcela', 'nidia'] as const).map((who) => call<Refused>(who, 'POST', `/review-steps/${step}/decision`, { decision: 'pass' })),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422]);
  expect(both.find(({ status }) => status === 422)!.body.error.code).toBe('review.step_closed');
  const approvals = await house.app.database.primary.selectFrom('approvals').select('id').where('piece_id', '=', piece).execute();
  expect(approvals).toHaveLength(1);
});

test('what is not there is 404, and a wrong step is too', async () => {
  for (const path of ['/pieces/999999/review', '/pieces/999999/versions', '/pieces/1/versions/99'])
    expect((await call('marcela', 'GET', path)).status).toBe(404);
  expect((await call('marcela', 'POST', '/review-steps/999999/decision', { decision: 'pass' })).status).toBe(404);
  expect((await call('marcela', 'POST', '/comments/999999/answers', { text: 'Hola.' })).status).toBe(404);
});

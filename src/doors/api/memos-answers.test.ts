import { expect, test } from 'vitest';
import { signMemo } from '#domains/editorial/index.ts';
import { transact } from '#platform/db/database.ts';
import { commandContext } from '#platform/events/tell.ts';
import { accepted } from '#platform/refusal.ts';
import { openApiAsker, unheld, type Items } from '#test/support/api-asker.ts';
import { apiPieces, memo, type Made } from '#test/support/api-pieces.ts';
import { seatCast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { endpoints } from './endpoints.ts';
import { memoEndpoints } from './memos.ts';

const house = await openTestHouse({ clock: () => new Date('2026-11-18T15:00:00Z') });
const cast = await seatCast(house);
const { ask, refused, send } = await openApiAsker(house, cast, 'julian', 'nidia');
const { begin, write, approve } = apiPieces(ask, cast.units.prensa!);
const { primary: db } = house.app.database;
await house.settle();

interface Desk {
  readonly piece: { readonly sha256: string };
  readonly next: string | null;
  readonly to: { readonly people: number };
}

test('a memo is led by key from its addressing to its report, and signed by nobody but its head in person', async () => {
  const piece = await begin('memo', 'Cierre del viernes', { class: 'internal' });
  await write(piece, memo, 'La sede cierra al mediodía.');
  await approve(piece);
  const path = `/pieces/${piece}/memo`;
  await ask('PUT', `${path}/addressing`, { units: [cast.units.prensa], below: true, headsOnly: false, remindAfter: 2, remindTimes: 3 });
  const { piece: ready, next, to } = await ask<Desk>('GET', path);
  expect([next, to]).toMatchObject(['Memorando 001 de 2026', { people: 2, remindAfter: 2, remindTimes: 3 }]);
  expect((await refused('POST', `${path}/sending`, {})).code).toBe('memo.unsigned');

  const sign = () =>
    transact(db, async (inner) => {
      const ctx = commandContext(inner, cast.as('marcela').actor, house.app.clock(), house.app.owed, house.app.vault);
      return accepted(await signMemo(ctx, { piece, sha256: ready.sha256, code: '' }, () => Promise.resolve('app')));
    });
  await sign();
  expect((await refused('PUT', `${path}/addressing`, { units: [] })).code).toBe('memo.signed');
  await ask('POST', `${path}/annulment`, { reason: 'Salió con la fecha errada.' });
  await sign();
  const { id } = await ask<Made>('POST', `${path}/sending`, {});
  expect(await ask('GET', `/memos/${id}`)).toMatchObject({ label: 'Memorando 002 de 2026', state: 'sent', remindOn: '2026-11-20' });

  await house.settle();
  expect(
    (await refused('POST', `/memos/${id}/sheets`, { unit: cast.units.prensa, means: 'print', heldOn: '2026-11-17', names: ['Pedro Ruiz'] }))
      .fields.heldOn!.code,
  ).toBe('memo.reached_before');
  await ask('POST', `/memos/${id}/sheets`, {
    unit: cast.units.prensa,
    means: 'print',
    heldOn: '2026-11-18',
    people: [cast.people.diego],
    names: ['Pedro Ruiz'],
  });
  expect(await ask('GET', `/memos/${id}/report`)).toMatchObject({
    units: [{ unit: cast.units.prensa }],
    sum: { people: 3, read: 2, print: 2 },
    sheets: [{ people: 2, writtenByName: 'Julián Restrepo' }],
  });
  const { sheets } = await ask<{ sheets: Made[] }>('GET', `/memos/${id}/report`);
  const fixed = { means: 'print', heldOn: '2026-11-18', people: [cast.people.diego], names: ['Pedro Luis Ruiz'] };
  const correction = `/memos/${id}/sheets/${sheets[0]!.id}/correction`;
  expect((await refused('POST', correction, fixed)).fields.reason!.code).toBe('input.required');
  await ask('POST', correction, { ...fixed, reason: 'El nombre estaba incompleto.' });
  const readers = (query: string) => ask<Items<{ name: string; means: string | null }>>('GET', `/memos/${id}/readers?${query}`);
  expect((await readers('state=unread')).items).toMatchObject([{ name: 'Julián Restrepo', means: null }]);
  expect(await readers('state=print&q=pedro')).toMatchObject({
    items: [{ name: 'Pedro Luis Ruiz', person: null, means: 'print' }],
    total: 1,
  });
  expect(await ask('GET', '/memos?state=sent&q=cierre')).toMatchObject({ items: [{ id, people: 3, read: 2 }], total: 1 });
  expect((await ask<Items<object>>('GET', '/memos?kind=circular')).items).toEqual([]);
});

test('a key signs nothing: there is no such address', async () => {
  expect(endpoints.filter(({ action }) => action === 'memos.sign')).toEqual([]);
  expect((await send('POST', '/pieces/1/memo/signature', {})).status).toBe(404);
});

test('series are opened and closed by key', async () => {
  const { id } = await ask<Made>('POST', '/memo-series', {
    kind: 'circular',
    unit: cast.units.planeacion,
    prefix: 'Circular SP',
    last: 20,
  });
  expect((await refused('POST', '/memo-series', { kind: 'circular', unit: cast.units.planeacion, prefix: 'Otra' })).fields.unit!.code).toBe(
    'memo.series_open',
  );
  expect((await ask<Items<Made>>('GET', '/memo-series')).items.find((one) => one.id === id)).toMatchObject({
    last: 20,
    prefix: 'Circular SP',
  });
  await ask('DELETE', `/memo-series/${id}`);
  expect((await ask<Items<object>>('GET', '/memo-series')).items).toHaveLength(2);
});

test('every endpoint of this table was held here', () => {
  expect(unheld(memoEndpoints)).toEqual([]);
});

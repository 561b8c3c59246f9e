import { beforeAll, expect, test } from 'vitest';
import { leave, publishAgreement, signAgreement } from '#domains/organization/index.ts';
import { accepted } from '#platform/refusal.ts';
import { seatCast, type Player } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { classifyPiece, nameReader } from './classes.ts';
import { createPiece, getPiece, savePiece } from './pieces.ts';
import { newPieceInput, writtenPieceInput } from './pieces.input.ts';
import { askInput } from './requests.input.ts';
import { askOffice } from './requests.ts';

const house = await openTestHouse({ clock: () => new Date('2026-11-18T15:00:00Z') });
const cast = await seatCast(house);
const secret = {
  class: 'reserved' as const,
  basis: 'Ley 1712 de 2014, artículo 19',
  reason: 'Investigación en curso',
  since: '2026-11-18',
  until: '2027-11-18',
};
const begin = async (title: string) =>
  accepted(await createPiece(cast.as('julian'), newPieceInput.parse({ kind: 'memo', title, unit: cast.units.prensa }))).id;
async function write(piece: number): Promise<void> {
  const { revision, title } = await getPiece(cast.as('julian'), piece);
  accepted(
    await savePiece(
      cast.as('julian'),
      writtenPieceInput.parse({ piece, revision, title: `${title}.`, body: { type: 'doc', content: [] } }),
    ),
  );
}

/** What somebody hears; undefined when he is not let listen. */
async function listen(player: Player, ...topics: string[]) {
  const answer = await house.ask(`/live?${new URLSearchParams(topics.map((topic) => ['topic', topic]))}`, { as: cast.mail(player) });
  if (answer.status !== 200) return undefined;
  let text = '';
  const stream = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  const reading = (async () => {
    for (let part = await stream.read(); !part.done; part = await stream.read()) text += part.value;
  })();
  return {
    until: async (topic: string) => {
      await expect.poll(() => text).toContain(`"topic":"${topic}"`);
    },
    count: () => text.split('"topic"').length - 1,
    /** All that he heard, after somebody else heard what was told. */
    heard: async () => {
      await stream.cancel();
      await reading;
      return text;
    },
  };
}
beforeAll(async () => {
  accepted(await publishAgreement(cast.as('esteban'), { title: 'Acuerdo', body: 'Guardar reserva.', months: 12 }));
  accepted(await signAgreement(cast.as('julian'), { text: 1, name: 'Julián Restrepo', code: '' }, 5));
  accepted(await signAgreement(cast.as('nidia'), { text: 1, name: 'Nidia Arrieta', code: '' }, 5));
});

test('a piece is heard by who may read it; one that is secret, by whom it names and by nobody else', async () => {
  const piece = await begin('Operativo');
  accepted(await classifyPiece(cast.as('julian'), { piece, ...secret }));
  for (const player of ['esteban', 'marcela', 'nidia', 'carmen', 'diego'] as const)
    expect([player, await listen(player, `piece:${piece}`)]).toEqual([player, undefined]);
  expect(await listen('marcela', 'piece:999999')).toBeUndefined();
  accepted(await nameReader(cast.as('julian'), { piece, person: cast.people.nidia, unit: null }));
  const listeners = [(await listen('julian', `writing:${piece}`))!, (await listen('nidia', `writing:${piece}`))!];
  await write(piece);
  for (const listener of listeners) await listener.until(`writing:${piece}`);
});

test('who was listening when it became secret hears that, and nothing after', async () => {
  const piece = await begin('Traslado');
  const before = (await listen('marcela', `piece:${piece}`))!;
  accepted(await classifyPiece(cast.as('julian'), { piece, ...secret }));
  await before.until(`piece:${piece}`);
  const own = (await listen('julian', `piece:${piece}`, `writing:${piece}`))!;
  const others = (await listen('marcela', 'pieces', 'calendar'))!;
  accepted(await classifyPiece(cast.as('julian'), { piece, ...secret, until: '2028-11-18' }));
  await write(piece);
  await own.until(`piece:${piece}`);
  await expect.poll(() => own.count()).toBe(2);
  expect(before.count()).toBe(1);
  expect(await others.heard()).not.toContain('topic');
});

test('nobody is told what happened, only that something did', async () => {
  const piece = await begin('Vacunas');
  const marcela = (await listen('marcela', `writing:${piece}`))!;
  await write(piece);
  await marcela.until(`writing:${piece}`);
  const text = await marcela.heard();
  expect(text).toContain(`data: {"topic":"writing:${piece}"}`);
  expect(text).not.toContain('piece.written');
});

test('a classified request is heard by who may read it', async () => {
  const [office, asker] = [(await listen('marcela', 'requests'))!, (await listen('rosa', 'requests'))!];
  const { id } = accepted(await askOffice(cast.as('rosa'), askInput.parse({ title: 'Captura', what: 'Algo', class: 'classified' })));
  await asker.until('requests');
  expect(await office.heard()).not.toContain('topic');
  expect(await listen('marcela', `request:${id}`)).toBeUndefined();
  expect(await listen('rosa', `request:${id}`)).toBeDefined();
});

test('a topic without a rule is heard by nobody, and none by who left', async () => {
  for (const topic of ['everything', 'plan', 'units:3', 'keys', 'piece:', '__proto__'])
    expect([topic, await listen('diego', topic)]).toEqual([topic, undefined]);
  const piece = await begin('Agua');
  const cookie = await house.cookieOf(cast.mail('carmen'));
  const carmen = (await listen('carmen', `piece:${piece}`))!;
  await leave(cast.as('esteban'), cast.people.carmen, { successor: null });
  expect((await house.ask(`/live?topic=piece:${piece}`, { headers: { cookie } })).status).toBe(404);
  const own = (await listen('julian', `piece:${piece}`, `writing:${piece}`))!;
  accepted(await classifyPiece(cast.as('julian'), { piece, ...secret }));
  await write(piece);
  await expect.poll(() => own.count()).toBe(2);
  expect(carmen.count()).toBeLessThan(2);
});

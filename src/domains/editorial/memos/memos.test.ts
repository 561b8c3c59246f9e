import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { addPerson, appoint, beginSecondFactor, confirmSecondFactor, createUnit, proveByCode } from '#domains/organization/index.ts';
import { commandContext } from '#platform/events/tell.ts';
import { accepted } from '#platform/refusal.ts';
import { approve, approvedPiece, write } from '#test/support/approved-piece.ts';
import { type Player, seatCast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { houseFront, houseNews } from '../house.ts';
import { houseFilterInput } from '../house.input.ts';
import { publishNow } from '../scheduling.ts';
import { withdrawPiece } from '../withdrawal.ts';
import { addressMemo } from './addressing.ts';
import { annulSignature } from './annulling.ts';
import { addressingInput, memosFilterInput, readersFilterInput, sheetCorrectionInput, sheetInput } from './memos.input.ts';
import { readMemo } from './reading.ts';
import { remindReaders } from './reminding.ts';
import { everyReader, listMemos, memoReport, memoSheet } from './report.ts';
import { sendMemo } from './sending.ts';
import { closeSeries, memoSeries, openSeries } from './series.ts';
import { correctSheet, noteReached } from './sheets.ts';
import { signMemo } from './signing.ts';
import { verifyMemo } from './verifying.ts';

let now = new Date('2026-11-18T15:00:00Z');
const house = await openTestHouse({ clock: () => now });
const cast = await seatCast(house);
const db = house.app.database.primary;
const whole = { q: '', page: 1 };

/** Each in a transaction of his own, as a page does. */
const doing = <T>(player: Player, work: (ctx: ReturnType<typeof cast.as>) => Promise<T>): Promise<T> =>
  db.transaction().execute((inner) => work({ ...commandContext(inner, cast.as(player).actor, now, house.app.owed, house.app.vault) }));
const proved = () => Promise.resolve('app' as const);

async function ready(title: string, kind = 'memo', to: object = {}) {
  const piece = await approvedPiece(house, cast, { kind, title, class: 'internal', fields: { to: 'Toda la Alcaldía' } });
  accepted(await doing('julian', (ctx) => addressMemo(ctx, addressingInput.parse({ piece: piece.id, below: 'on', ...to }))));
  return piece;
}
const signing = (piece: { id: number; sha256: string }, player: Player = 'marcela') =>
  doing(player, (ctx) => signMemo(ctx, { piece: piece.id, sha256: piece.sha256, code: '' }, proved));
async function out(title: string, to: object = {}) {
  const piece = await ready(title, 'memo', to);
  const { label, code } = accepted(await signing(piece));
  const { id, people } = accepted(await doing('marcela', (ctx) => sendMemo(ctx, { piece: piece.id })));
  await house.settle();
  const { id: dispatch } = await db
    .selectFrom('dispatches')
    .select('id')
    .where('source_id', '=', String(piece.id))
    .where('state', '=', 'delivered')
    .executeTakeFirstOrThrow();
  return { piece, id, people, dispatch, label, code };
}

describe('numbers', () => {
  test('two heads who sign at the same time get two numbers that follow each other', async () => {
    const pieces = await Promise.all([ready('Uno'), ready('Dos'), ready('Tres')]);
    const signed = await Promise.all(pieces.map((piece) => signing(piece)));
    expect(signed.map((one) => accepted(one).label).toSorted()).toEqual([
      'Memorando 001 de 2026',
      'Memorando 002 de 2026',
      'Memorando 003 de 2026',
    ]);
  });

  test('a signature that does not come about leaves no hole', async () => {
    const piece = await ready('Sin código');
    const refused = await db
      .transaction()
      .execute(async (inner) => {
        const ctx = commandContext(inner, cast.as('marcela').actor, now, house.app.owed, house.app.vault);
        accepted(await signMemo(ctx, { piece: piece.id, sha256: piece.sha256, code: '' }, proved));
        throw new Error('the machine died');
      })
      .catch((cause: unknown) => String(cause));
    expect(refused).toContain('died');
    expect(accepted(await signing(piece)).label).toBe('Memorando 004 de 2026');
  });

  test('a dependency numbers in its own series, else in the nearest above it, from where paper left it', async () => {
    const input = { kind: 'circular' as const, unit: cast.units.despacho!, prefix: 'Circular DA', last: 20 };
    const { id } = accepted(await doing('esteban', (ctx) => openSeries(ctx, input)));
    expect(await doing('esteban', (ctx) => openSeries(ctx, input))).toMatchObject({ refused: 'memo.series_open' });
    expect(accepted(await signing(await ready('Horario', 'circular'))).label).toBe('Circular DA 021 de 2026');
    await doing('esteban', (ctx) => closeSeries(ctx, { series: id }));
    expect(accepted(await signing(await ready('Otro horario', 'circular'))).label).toBe('Circular 001 de 2026');
    expect((await memoSeries(cast.as('diego'))).map(({ prefix, last }) => [prefix, last])).toEqual([
      ['Circular', 1],
      ['Memorando', 4],
    ]);
  });
});

describe('the signature', () => {
  test('is of the head, or of who stands in for him, and of nobody else', async () => {
    const piece = await ready('Firma');
    expect(await signing(piece, 'julian')).toMatchObject({ refused: 'memo.not_head', details: { who: 'Marcela Ospina' } });
    await db
      .insertInto('stand_ins')
      .values({
        person_id: cast.people.marcela,
        stand_in_id: cast.people.julian,
        starts_on: '2026-11-18',
        ends_on: '2026-11-18',
        named_at: now,
      })
      .execute();
    const { id } = accepted(await signing(piece, 'julian'));
    const memo = await db.selectFrom('memos').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(memo).toMatchObject({ post: 'Jefa de comunicaciones (E)', acting_for: cast.people.marcela, sha256: piece.sha256, means: 'app' });
    await db.deleteFrom('stand_ins').execute();
  });

  test('asks for the second factor again, and a wrong code leaves nothing', async () => {
    const begun = (await doing('marcela', (ctx) => beginSecondFactor(ctx, 'Puerto Claro')))!;
    const codeAt = (time: Date) => new TOTP({ secret: Secret.fromBase32(begun.secret) }).generate({ timestamp: time.getTime() });
    accepted(await doing('marcela', (ctx) => confirmSecondFactor(ctx, { code: codeAt(now) }, null)));
    now = new Date(now.getTime() + 60_000);
    const piece = await ready('Con código');
    const withCode = (code: string) =>
      doing('marcela', (ctx) => signMemo(ctx, { piece: piece.id, sha256: piece.sha256, code }, (inner) => proveByCode(inner, code, 3)));
    expect(await withCode('')).toMatchObject({ refused: 'input.required', field: 'code' });
    expect(await withCode('000000')).toMatchObject({ refused: 'sign_in.code_wrong' });
    expect((await db.selectFrom('memos').select('id').where('piece_id', '=', piece.id).execute()).length).toBe(0);
    accepted(await withCode(codeAt(now)));
  });

  test('ends with any edit, and the next one gets the next number', async () => {
    const piece = await ready('Cambia');
    const first = accepted(await signing(piece));
    await write(cast, piece.id, { texts: ['Otra cosa.'] });
    expect(await doing('marcela', (ctx) => sendMemo(ctx, { piece: piece.id }))).toMatchObject({ refused: 'memo.unsigned' });
    expect(await signing(piece)).toMatchObject({ refused: 'memo.not_approved' });
    const again = await approve(house, cast, piece.id);
    expect(await signing({ ...again, sha256: piece.sha256 })).toMatchObject({ refused: 'memo.changed' });
    const second = accepted(await signing(again));
    expect(Number(/\d+/.exec(second.label)![0])).toBe(Number(/\d+/.exec(first.label)![0]) + 1);
    accepted(await doing('marcela', (ctx) => annulSignature(ctx, { piece: piece.id, reason: 'Salió con la fecha errada.' })));
    const { rows } = await sql<{ state: string }>`select state from memos where piece_id = ${piece.id}`.execute(db);
    expect(rows.map(({ state }) => state)).toEqual(['void', 'void']);
  });

  test('nothing goes out without it: by no command, and not by the database', async () => {
    const piece = await ready('Suelto');
    expect(await doing('marcela', (ctx) => publishNow(ctx, { piece: piece.id, channels: ['intranet'] }))).toMatchObject({
      refused: 'memo.unsigned',
    });
    const insert = () =>
      sql`insert into dispatches (channel, public, source_type, source_id, content_sha256, class, state, due_at, snapshot, scheduled_at)
        values ('intranet', false, 'piece', ${String(piece.id)}, ${piece.sha256}, 'internal', 'scheduled', now(), '{}', now())`.execute(db);
    await expect(insert()).rejects.toThrow(/was not signed/);
    accepted(await signing(piece));
    await expect(insert()).rejects.toThrow(/was not signed/);
    expect(await doing('marcela', (ctx) => publishNow(ctx, { piece: piece.id, channels: ['intranet'] }))).toMatchObject({
      refused: 'memo.not_sent',
    });
  });
});

describe('down the tree', () => {
  test('goes to a dependency with those below it, to heads only, or to all, and whoever signed it owes nothing', async () => {
    const { units, people } = cast;
    const reached = async (to: object) => {
      const { id } = await out('A quién', to);
      const rows = await db.selectFrom('memo_recipients').select('person_id').where('memo_id', '=', id).execute();
      return rows.map((row) => Object.entries(people).find(([, one]) => one === row.person_id)![0]).toSorted();
    };
    expect(await reached({})).toEqual(['carmen', 'diego', 'esteban', 'julian', 'nidia', 'rosa']);
    expect(await reached({ units: [String(units.despacho)] })).toEqual(['diego', 'julian']);
    await doing('esteban', (ctx) => appoint(ctx, units.juridica!, { head: people.nidia, liaison: null }));
    expect(await reached({ headsOnly: 'on' })).toEqual(['nidia']);
    const empty = await ready('A nadie', 'memo', { units: [String(units.despacho)], below: '' });
    expect(await signing(empty)).toMatchObject({ refused: 'memo.nobody' });
  });

  test('each finds it among what is to be read and says so once, and nobody else finds it at all', async () => {
    const { id, dispatch, piece } = await out('Solo prensa', { units: [String(cast.units.prensa)] });
    const owes = async (player: Player) => (await houseFront(cast.as(player))).owed.some((item) => item.dispatch === dispatch);
    expect([await owes('diego'), await owes('rosa')]).toEqual([true, false]);
    const news = houseFilterInput.parse({ q: 'prensa' });
    expect((await houseNews(cast.as('rosa'), { ...news, kind: 'memo' })).items.some((item) => item.dispatch === dispatch)).toBe(false);
    const told = await db
      .selectFrom('notifications')
      .select(['person_id', 'path'])
      .where('subject_type', '=', 'memo')
      .where('subject_id', '=', String(id))
      .execute();
    expect(told.map(({ person_id }) => person_id).toSorted()).toEqual([cast.people.diego, cast.people.julian].toSorted());
    expect(told[0]!.path).toBe(`/intranet/news/${piece.slug}`);
    now = new Date(now.getTime() + 7_200_000);
    await doing('diego', (ctx) => readMemo(ctx, { dispatch }));
    await doing('diego', (ctx) => readMemo(ctx, { dispatch }));
    await expect(doing('rosa', (ctx) => readMemo(ctx, { dispatch }))).rejects.toThrow();
    expect(await owes('diego')).toBe(false);
    const { sum, units } = await memoReport(cast.as('carmen'), id, whole);
    expect(sum).toMatchObject({ people: 2, read: 1, intranet: 1, hours: 2 });
    expect(units).toHaveLength(1);
    await house.settle();
    const { rows } = await sql<{ measure: string; amount: number; base: number }>`
      select measure, sum(amount)::int as amount, sum(base)::int as base from facts
      where unit_id = ${cast.units.prensa!} and piece_id = ${piece.id} and measure like 'editorial.memo%' group by 1 order by 1`.execute(
      db,
    );
    expect(rows).toEqual([
      { measure: 'editorial.memo_reading_rate', amount: 1, base: 2 },
      { measure: 'editorial.memo_reads', amount: 1, base: 1 },
      { measure: 'editorial.memos_sent', amount: 1, base: 1 },
    ]);
  });

  test('who has no account or mail is noted by name, by whoever speaks for the dependency, and is not counted twice', async () => {
    const { id } = await out('En papel', { units: [String(cast.units.planeacion)] });
    const sheet = (more: object) =>
      sheetInput.parse({ memo: id, unit: cast.units.planeacion, means: 'print', heldOn: '2026-11-18', ...more });
    const note = (player: Player, more: object) => doing(player, (ctx) => noteReached(ctx, sheet(more), null));
    await expect(note('diego', { names: 'Pedro Ruiz' })).rejects.toThrow();
    expect(await note('rosa', { names: 'Pedro Ruiz', heldOn: '2026-11-17' })).toMatchObject({ refused: 'memo.reached_before' });
    expect(accepted(await note('rosa', { names: 'Pedro Ruiz\nROSA PAUTT\n\n Ana  María Gil ' })).people).toBe(3);
    expect(await note('rosa', { names: 'pedro ruiz' })).toMatchObject({ refused: 'memo.nobody_new' });
    accepted(await note('rosa', { names: 'Luis Pérez', means: 'screen' }));
    const { sum, readers, sheets } = await memoReport(cast.as('rosa'), id, whole);
    expect(sum).toMatchObject({ people: 4, read: 4, print: 3, screen: 1, intranet: 0 });
    expect(readers.filter(({ person }) => person === null).map(({ name }) => name)).toEqual(['Ana María Gil', 'Luis Pérez', 'Pedro Ruiz']);
    expect(sheets.map(({ people }) => people)).toEqual([1, 3]);
  });

  test('who was noted by mistake is taken off again, with the reason; the first list stays, and figures say the corrected one', async () => {
    const { id, piece } = await out('Mal anotado', { units: [String(cast.units.planeacion)] });
    const list = { memo: id, means: 'print', heldOn: '2026-11-18', note: '' };
    const fixed = (sheet: number, more: object) =>
      sheetCorrectionInput.parse({ ...list, sheet, reason: 'No estaba en la reunión.', ...more });
    const correct = (player: Player, sheet: number, more: object) => doing(player, (ctx) => correctSheet(ctx, fixed(sheet, more), null));
    const first = accepted(
      await doing('rosa', (ctx) =>
        noteReached(
          ctx,
          sheetInput.parse({ ...list, unit: cast.units.planeacion, people: [cast.people.rosa], names: 'Pedro Ruiz\nAna Gil' }),
          null,
        ),
      ),
    );
    await expect(correct('diego', first.id, { names: 'Ana Gil' })).rejects.toThrow();
    expect(await correct('rosa', first.id, { people: [cast.people.rosa], names: 'Ana Gil\nPedro Ruiz' })).toMatchObject({
      refused: 'memo.sheet_same',
    });
    expect(sheetCorrectionInput.safeParse({ ...list, sheet: first.id, reason: 'No.' }).success).toBe(false);

    const second = accepted(await correct('rosa', first.id, { names: 'Ana Gil', means: 'screen' }));
    const report = await memoReport(cast.as('rosa'), id, whole);
    expect(report.sum).toMatchObject({ people: 2, read: 1, print: 0, screen: 1 });
    expect(report.readers.map(({ name, means }) => [name, means])).toEqual([
      ['Rosa Pautt', null],
      ['Ana Gil', 'screen'],
    ]);
    expect(report.sheets).toMatchObject([{ id: second.id, names: ['Ana Gil'], corrects: first.id, reason: 'No estaba en la reunión.' }]);
    expect(await correct('rosa', first.id, { names: 'Pedro Ruiz' })).toMatchObject({ refused: 'memo.sheet_corrected' });

    const third = accepted(await correct('rosa', second.id, {}));
    expect(await correct('rosa', third.id, { names: 'Ana Gil' })).toMatchObject({ refused: 'memo.sheet_taken_back' });
    expect((await memoReport(cast.as('rosa'), id, whole)).sum).toMatchObject({ people: 1, read: 0 });
    const { history } = await memoSheet(cast.as('rosa'), id, third.id);
    expect(history.map(({ persons, names }) => [persons.map(({ name }) => name), names])).toEqual([
      [[], []],
      [[], ['Ana Gil']],
      [['Rosa Pautt'], ['Pedro Ruiz', 'Ana Gil']],
    ]);
    await expect(memoSheet(cast.as('diego'), id, first.id)).rejects.toThrow();
    await house.settle();
    const { rows } = await sql<{ measure: string; amount: number; base: number }>`
      select measure, sum(amount)::int as amount, sum(base)::int as base from facts where piece_id = ${piece.id}
      and measure in ('editorial.memo_reading_rate', 'editorial.memo_reads') group by 1 order by 1`.execute(db);
    expect(rows).toMatchObject([
      { measure: 'editorial.memo_reading_rate', amount: 0, base: 1 },
      { measure: 'editorial.memo_reads', amount: 0 },
    ]);
  });
});

test('who has not read is reminded on working days, never more often than said, and no more once he read', async () => {
  const { id, dispatch } = await out('Recordar', { units: [String(cast.units.prensa)], remindTimes: '2', remindAfter: '2' });
  const run = async (day: string) => {
    now = new Date(`${day}T15:00:00Z`);
    await db.transaction().execute((inner) => remindReaders(commandContext(inner, cast.as().actor, now, house.app.owed, house.app.vault)));
    const rows = await db.selectFrom('memo_recipients').select(['person_id', 'reminders']).where('memo_id', '=', id).execute();
    return Object.fromEntries(rows.map((row) => [row.person_id === cast.people.diego ? 'diego' : 'julian', row.reminders]));
  };
  expect(await run('2026-11-19')).toEqual({ diego: 0, julian: 0 });
  expect(await run('2026-11-20')).toEqual({ diego: 1, julian: 1 });
  expect(await run('2026-11-20')).toEqual({ diego: 1, julian: 1 });
  await doing('julian', (ctx) => readMemo(ctx, { dispatch }));
  // A weekend is no working day.
  expect(await run('2026-11-22')).toEqual({ diego: 1, julian: 1 });
  expect(await run('2026-11-24')).toEqual({ diego: 2, julian: 1 });
  expect(await run('2026-12-30')).toEqual({ diego: 2, julian: 1 });
});

test('a code says whether a paper is authentic and what became of it, and not a word of what it says', async () => {
  const { id, code, label, piece } = await out('Secreto de la casa', { units: [String(cast.units.prensa)] });
  expect((await memoReport(cast.as('carmen'), id, whole)).memo.units).toEqual([cast.units.prensa]);
  const nobody = commandContext(db, { kind: 'nobody', id: null, name: '', grants: [] }, now, house.app.owed, house.app.vault);
  const found = await verifyMemo(nobody, ` ${code.slice(0, 8).toLowerCase()}-${code.slice(8)}`);
  expect(found).toMatchObject({ label, whole: true, state: 'sent', title: null, sha256: piece.sha256, signedName: 'Marcela Ospina' });
  expect(JSON.stringify(found)).not.toContain('Secreto');
  expect(await verifyMemo(nobody, '0000-0000-0000-0000')).toBeNull();
  accepted(await doing('marcela', (ctx) => withdrawPiece(ctx, { piece: piece.id, reason: 'Quedó con un error.' })));
  expect(await verifyMemo(nobody, code)).toMatchObject({ state: 'withdrawn' });
  await sql`update memos set signed_name = 'Otra persona' where code = ${code}`.execute(db);
  expect(await verifyMemo(nobody, code)).toMatchObject({ whole: false });
});

test('heads and liaisons see the readings of their own dependencies, the office all, and the rest none', async () => {
  const { id } = await out('Para todos');
  expect((await memoReport(cast.as('marcela'), id, whole)).sum.people).toBe(6);
  expect((await memoReport(cast.as('rosa'), id, whole)).units.map(({ unit }) => unit)).toEqual([cast.units.planeacion]);
  await expect(memoReport(cast.as('diego'), id, whole)).rejects.toThrow();
  expect((await listMemos(cast.as('diego'), memosFilterInput.parse({}))).memos).toEqual([]);
  expect((await listMemos(cast.as('carmen'), memosFilterInput.parse({ q: 'para todos' }))).total).toBe(1);
});

test('ten thousand people are told at once, and their readings are counted while they come', async () => {
  const unit = accepted(await doing('esteban', (ctx) => createUnit(ctx, { name: 'Campo', parent: null })));
  const one = {
    name: 'Persona 0',
    email: 'campo0@puertoclaro.gov.co',
    position: '',
    employment: 'servant' as const,
    unit: 'campo',
    language: 'es' as const,
    roles: [],
  };
  accepted(await doing('esteban', (ctx) => addPerson(ctx, one)));
  await sql`insert into people (name, email, unit_id, joined_at)
    select 'Persona ' || n, 'campo' || n || '@puertoclaro.gov.co', ${unit}, now() from generate_series(1, 9999) n`.execute(db);
  const { id, people } = await out('A diez mil', { units: [String(unit)] });
  expect(people).toBe(10_000);
  await sql`update memo_recipients set read_at = ${now}, means = 'intranet' where memo_id = ${id} and id % 4 = 0`.execute(db);
  const began = performance.now();
  const { sum, readers, total } = await memoReport(cast.as('carmen'), id, readersFilterInput.parse({ state: 'unread', q: 'persona 99' }));
  expect(performance.now() - began).toBeLessThan(1000);
  expect([sum.people, sum.read, readers.length > 0, total > 0]).toEqual([10_000, 2500, true, true]);
  let written = 0;
  for await (const row of everyReader(cast.as('carmen'), id, whole)) written += row.name ? 1 : 0;
  expect(written).toBe(10_000);
}, 60_000);

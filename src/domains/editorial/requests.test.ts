import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { publishAgreement, signAgreement } from '#domains/organization/index.ts';
import { carryOutReactions } from '#platform/events/reactions.ts';
import { accepted, Forbidden, isRefusal, NotFound } from '#platform/refusal.ts';
import { seatCast, type Player } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { reactions } from '#wiring';
import { mayReadFile } from './file-access.ts';
import { getPiece } from './pieces.ts';
import { requestCard } from './request-card.ts';
import { acceptRequest, assignRequest, mergeRequest, returnRequest } from './request-decisions.ts';
import { finishRequest } from './request-finish.ts';
import { listRequests } from './request-list.ts';
import { sayInRequest, withdrawRequest } from './request-talk.ts';
import { acceptInput, askInput, requestFilterInput } from './requests.input.ts';
import { askOffice, getRequest } from './requests.ts';

// A Wednesday: the third business day after it is Monday 23 November.
let now = new Date('2026-11-18T15:00:00Z');
const house = await openTestHouse({ clock: () => now });
const cast = await seatCast(house);
const db = house.app.database.primary;

const ask = async (by: Player, more: Record<string, unknown> = {}) =>
  accepted(await askOffice(cast.as(by), askInput.parse({ title: 'Video del predial', what: 'Un video de un minuto', ...more }))).id;
const accept = (by: Player, request: number, more: Record<string, unknown> = {}) =>
  acceptRequest(cast.as(by), acceptInput.parse({ request, into: 'piece', kind: 'video', ...more }));
const told = async (player: Player) => {
  const { rows } = await sql<{ kind: string; facts: Record<string, string> }>`
    select kind, facts from notifications where person_id = ${cast.people[player]} order by id`.execute(db);
  return rows;
};
const payloads = async (name: string) => {
  const { rows } = await sql<{ payload: Record<string, unknown> }>`select payload from events where name = ${name} order by id`.execute(db);
  return rows.map(({ payload }) => payload);
};
const sign = async (player: 'marcela' | 'julian', name: string) =>
  accepted(await signAgreement(cast.as(player), { text: 1, name, code: '' }, 5));
const tree = async (id: number) => (await getRequest(cast.as('marcela'), id)).state;

describe('asking', () => {
  test('anybody asks; the office is told, and answers within three business days', async () => {
    const id = await ask('diego');
    const request = await getRequest(cast.as('diego'), id);
    expect(request).toMatchObject({ state: 'waiting', answerDueOn: '2026-11-23', unit: cast.units.prensa, askerName: 'Diego Herazo' });
    expect(await told('marcela')).toContainEqual({
      kind: 'request.asked',
      facts: { number: String(id), title: 'Video del predial', who: 'Diego Herazo', other: '0' },
    });
  });

  test('is not for a day that has passed', async () => {
    const late = askInput.parse({ title: 'Tarde', what: 'Algo', wantedOn: '2026-11-17' });
    expect(await askOffice(cast.as('rosa'), late)).toMatchObject({ refused: 'request.wanted_in_the_past', field: 'wantedOn' });
  });

  test('is read by who asked, by his dependency and by the office, and by nobody else', async () => {
    const id = await ask('rosa');
    expect((await getRequest(cast.as('julian'), id)).id).toBe(id);
    expect((await getRequest(cast.as('carmen'), id)).id).toBe(id);
    await expect(getRequest(cast.as('diego'), id)).rejects.toThrow(NotFound);
    await expect(getRequest(cast.as('nidia'), id)).rejects.toThrow(NotFound);
  });

  test('takes only files that the asker himself brought', async () => {
    const { id: file } = await db
      .insertInto('files')
      .values({ name: 'acta.pdf', type: 'application/pdf', size: 1, sha256: 'a1', created_by: cast.people.nidia, created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    const input = askInput.parse({ title: 'Ajeno', what: 'Algo', files: [file] });
    expect(await askOffice(cast.as('rosa'), input)).toMatchObject({ refused: 'evidence.unknown' });
    const own = accepted(await askOffice(cast.as('nidia'), input)).id;
    expect((await requestCard(cast.as('nidia'), own)).files).toEqual([{ id: file, name: 'acta.pdf', size: 1 }]);
  });
});

describe('triage', () => {
  test('is the office’s alone', async () => {
    const id = await ask('rosa');
    await expect(accept('rosa', id)).rejects.toThrow(Forbidden);
    await expect(returnRequest(cast.as('carmen'), { request: id, text: '¿Cuánto dura?' })).rejects.toThrow(Forbidden);
  });

  test('accepts into a piece that carries what was asked, tells who asked and who makes it', async () => {
    const id = await ask('rosa', { segments: ['juventud'], regions: ['13001'], wantedOn: '2026-12-01' });
    const made = accepted(await accept('marcela', id, { assignee: cast.people.julian }));
    expect(await getPiece(cast.as('julian'), made.piece!)).toMatchObject({
      title: 'Video del predial',
      kind: 'video',
      unit: cast.units.planeacion,
      request: id,
      owner: cast.people.julian,
      segments: ['juventud'],
      regions: ['13001'],
      dueOn: '2026-12-01',
    });
    expect((await told('rosa')).at(-1)).toMatchObject({ kind: 'request.accepted', facts: { number: String(id) } });
    expect((await told('julian')).at(-1)).toMatchObject({ kind: 'request.assigned' });
    expect(await accept('marcela', id)).toMatchObject({ refused: 'request.not_waiting' });
  });

  test('accepts into a campaign, and into a piece that is there already', async () => {
    const first = await ask('rosa', { title: 'Matrículas 2027' });
    const { campaign } = accepted(await accept('marcela', first, { into: 'campaign', kind: '', dueOn: '2026-12-14' }));
    const row = await db.selectFrom('campaigns').selectAll().where('id', '=', campaign!).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ name: 'Matrículas 2027', code: 'matriculas-2027', request_id: first, ends_on: '2026-12-14' });

    const { piece } = accepted(await accept('marcela', await ask('rosa')));
    const second = await ask('diego');
    expect(await accept('marcela', second, { into: 'existing', kind: '', piece: 999_999 })).toMatchObject({
      refused: 'request.no_such_piece',
    });
    expect(accepted(await accept('marcela', second, { into: 'existing', kind: '', piece }))).toEqual({ piece, campaign: null });
  });

  test('returns with questions; the answer makes it wait again, with three days more', async () => {
    const id = await ask('rosa');
    accepted(await returnRequest(cast.as('julian'), { request: id, text: '¿Cuánto dura?' }));
    expect(await tree(id)).toBe('returned');
    now = new Date('2026-11-20T15:00:00Z');
    accepted(await sayInRequest(cast.as('rosa'), { request: id, text: 'Un minuto.', files: [] }));
    expect(await getRequest(cast.as('rosa'), id)).toMatchObject({ state: 'waiting', answerDueOn: '2026-11-25' });
    expect((await requestCard(cast.as('rosa'), id)).moves.map(({ move }) => move)).toEqual(['ask', 'return', 'answer']);
    now = new Date('2026-11-18T15:00:00Z');
  });

  test('joins one to another, and tells who asked each', async () => {
    const [one, other] = [await ask('rosa'), await ask('diego')];
    expect(await mergeRequest(cast.as('marcela'), { request: one, into: one, text: '' })).toMatchObject({ refused: 'request.into_itself' });
    accepted(await mergeRequest(cast.as('marcela'), { request: one, into: other, text: 'Es el mismo video.' }));
    expect([(await told('rosa')).at(-1)!.kind, (await told('diego')).at(-1)!.kind]).toEqual(['request.merged', 'request.joined']);
    expect(await mergeRequest(cast.as('marcela'), { request: other, into: one, text: '' })).toMatchObject({
      refused: 'request.into_closed',
    });
  });

  test('says who makes it, and takes nothing back from who asked', async () => {
    const id = await ask('rosa');
    accepted(await assignRequest(cast.as('marcela'), { request: id, assignee: cast.people.julian, dueOn: null }));
    await expect(withdrawRequest(cast.as('julian'), { request: id, text: '' })).rejects.toThrow(Forbidden);
    accepted(await withdrawRequest(cast.as('rosa'), { request: id, text: 'Ya no va.' }));
    expect((await told('julian')).at(-1)!.kind).toBe('request.withdrawn');
    expect(await sayInRequest(cast.as('rosa'), { request: id, text: 'Perdón', files: [] })).toMatchObject({ refused: 'request.closed' });
  });
});

describe('times', () => {
  test('the first answer is measured in working hours, and delivery in business days', async () => {
    const id = await ask('rosa', { kind: 'audio', wantedOn: '2026-11-24' });
    now = new Date('2026-11-19T14:00:00Z'); // Thursday, 9 in the morning: 6 hours of Wednesday and 1 of Thursday
    accepted(await returnRequest(cast.as('marcela'), { request: id, text: '¿Para radio?' }));
    accepted(await accept('marcela', id, { kind: 'audio', assignee: cast.people.julian }));
    expect((await payloads('request.returned')).at(-1)).toMatchObject({ hours: 7, onTime: true, first: true });
    expect((await payloads('request.accepted')).at(-1)).toMatchObject({ first: false });
    now = new Date('2026-11-25T15:00:00Z');
    expect(accepted(await finishRequest(cast.as('julian'), { request: id, text: '' }))).toEqual({ days: 5 });
    expect((await payloads('request.finished')).at(-1)).toMatchObject({ days: 5, onTime: false, belongs: { kind: 'audio' } });
    const next = await ask('rosa', { kind: 'audio' });
    expect((await requestCard(cast.as('rosa'), next)).similar).toEqual({ days: 5, of: 1 });
    now = new Date('2026-11-18T15:00:00Z');
  });

  test('it is finished by itself when its piece is published', async () => {
    const id = await ask('rosa');
    const { piece } = accepted(await accept('marcela', id));
    await cast.as('marcela').tell({ name: 'piece.published', subject: { type: 'piece', id: piece! } });
    await carryOutReactions(house.app.database, reactions, house.app.log, () => now);
    expect(await tree(id)).toBe('done');
    expect((await told('rosa')).at(-1)!.kind).toBe('request.finished');
  });
});

describe('what is reserved', () => {
  test('is read only by who asked it and by triagers with an agreement in force; notices, search and others’ lists say nothing', async () => {
    await publishAgreement(cast.as('marcela'), { title: 'Acuerdo', body: 'Guardo lo que leo.', months: 12 });
    await sign('marcela', 'Marcela Ospina');
    const id = await ask('rosa', { class: 'reserved', title: 'Operativo secreto' });
    expect((await getRequest(cast.as('rosa'), id)).title).toBe('Operativo secreto');
    expect((await getRequest(cast.as('marcela'), id)).title).toBe('Operativo secreto');
    for (const other of ['julian', 'carmen', 'diego', 'esteban'] as const)
      await expect(getRequest(cast.as(other), id), other).rejects.toThrow(NotFound);
    const seen = async (player: Player) => (await listRequests(cast.as(player), requestFilterInput.parse({}))).rows.map((row) => row.id);
    expect([(await seen('marcela')).includes(id), (await seen('julian')).includes(id)]).toEqual([true, false]);
    expect((await listRequests(cast.as('marcela'), requestFilterInput.parse({ q: 'operativo' }))).rows).toEqual([]);
    expect((await told('marcela')).at(-1)).toEqual({ kind: 'request.secret_moved', facts: { number: String(id) } });
    expect((await told('julian')).some(({ kind }) => kind === 'request.secret_moved')).toBe(false);
    const { id: file } = await db
      .insertInto('files')
      .values({ name: 'operativo.pdf', type: 'application/pdf', size: 1, sha256: 'b2', created_by: cast.people.rosa, created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    accepted(await sayInRequest(cast.as('rosa'), { request: id, text: 'Va el acta.', files: [file] }));
    expect(await mayReadFile(cast.as('marcela'), { id: file, publicSince: null })).toMatchObject({ guarded: true });
    await expect(mayReadFile(cast.as('julian'), { id: file, publicSince: null })).rejects.toThrow(NotFound);
    expect(JSON.stringify(await sql`select before, after from audit_entries`.execute(db))).not.toContain('Operativo');
  });

  test('becomes a piece only with its norm and term, made by who signed, by no public channel; never a campaign', async () => {
    const id = await ask('rosa', { class: 'reserved', title: 'Otro operativo' });
    expect(await accept('marcela', id)).toMatchObject({ refused: 'request.needs_basis' });
    expect(await accept('marcela', id, { into: 'campaign', kind: '' })).toMatchObject({ refused: 'request.secret_campaign' });
    const basis = { classBasis: 'Ley 1712 de 2014, art. 19', classSince: '2026-11-18', classUntil: '2030-11-18' };
    expect(await accept('marcela', id, { ...basis, assignee: cast.people.julian })).toMatchObject({ refused: 'request.not_agreed' });
    const { piece } = accepted(await accept('marcela', id, { ...basis, assignee: cast.people.marcela }));
    expect(await getPiece(cast.as('marcela'), piece!)).toMatchObject({ class: 'reserved', classUntil: '2030-11-18' });
    await expect(getPiece(cast.as('julian'), piece!)).rejects.toThrow(NotFound);
  });
});

describe('the list', () => {
  test('parts its piles, counts what is late and pages by the last one', async () => {
    now = new Date('2026-11-30T15:00:00Z');
    const { counts, rows } = await listRequests(cast.as('marcela'), requestFilterInput.parse({ pile: 'waiting' }));
    expect(counts.waiting).toBe(rows.length);
    expect(counts.late).toBeGreaterThan(0);
    const [first] = rows;
    const after = await listRequests(cast.as('marcela'), requestFilterInput.parse({ pile: 'waiting', after: String(first!.id) }));
    expect(after.rows.map(({ id }) => id)).toEqual(rows.slice(1).map(({ id }) => id));
    now = new Date('2026-11-18T15:00:00Z');
  });

  test.each([
    ['q', 'predial', true],
    ['q', 'nada que se parezca', false],
    ['kind', 'poster', false],
    ['assignee', 'nobody', true],
    ['mine', 'yes', false],
  ])('is narrowed by %s=%s', async (name, value, some) => {
    const { rows } = await listRequests(cast.as('marcela'), requestFilterInput.parse({ [name]: value }));
    expect(rows.length > 0).toBe(some);
  });

  test('an unknown filter is left out', () => {
    expect(isRefusal(requestFilterInput.parse({ unit: 'x', pile: 'zzz' }))).toBe(false);
  });
});

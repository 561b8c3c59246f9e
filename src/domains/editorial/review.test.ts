import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { giveRole, publishAgreement, signAgreement } from '#domains/organization/index.ts';
import type { Actor } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { accepted, isRefusal, NotFound } from '#platform/refusal.ts';
import { seatCast, type Player } from '#test/support/cast.ts';
import { freshDatabase } from '#test/support/database.ts';
import type { Body } from './body.ts';
import { classifyPiece, nameReader } from './classes.ts';
import { decideStep } from './decisions.ts';
import { declareElectionWindow, electionWindowOn, revokeElectionWindow } from './elections.ts';
import { noticeLateReviews } from './late-reviews.ts';
import { createPiece, getPiece, savePiece } from './pieces.ts';
import { newPieceInput, writtenPieceInput } from './pieces.input.ts';
import { remindReviewer } from './reminders.ts';
import { dismissStandIn, nameStandIn } from './stand-ins.ts';
import { selectStepsNow } from './steps.ts';
import { submitPiece, withdrawFromReview } from './submission.ts';

let now = new Date('2026-11-18T15:00:00Z');
const database = await freshDatabase();
const cast = await seatCast({ app: { database, clock: () => now, owed: () => [] } });
const db = database.primary;
accepted(await giveRole(cast.as(), { person: cast.people.nidia, role: 'spokesperson', unit: null }));

const body = (text: string): Body => ({
  type: 'doc',
  content: [{ type: 'paragraph', attrs: { id: 'b1' }, content: [{ type: 'text', text }] }],
});
const fields = {
  circular: { to: 'Todos' },
  memo: { to: 'Todos' },
  bulletin: { number: '3', lead: 'Esto pasó.' },
};
type Kind = keyof typeof fields;

async function write(piece: number, by: Player, text: string): Promise<unknown> {
  const { revision, title, kind } = await getPiece(cast.as(by), piece);
  return savePiece(cast.as(by), writtenPieceInput.parse({ piece, revision, title, fields: fields[kind as Kind], body: body(text) }));
}
async function begin(kind: Kind, by: Player = 'julian', more: object = {}): Promise<number> {
  const { id } = accepted(
    await createPiece(cast.as(by), newPieceInput.parse({ kind, title: 'Jornada de vacunación', unit: cast.units.prensa, ...more })),
  );
  accepted(await write(id, by, 'Este domingo, vacunas en doce barrios.'));
  return id;
}
const submit = (piece: number, by: Player = 'julian') => submitPiece(cast.as(by), { piece, note: '' });
const stepsOf = async (piece: number) =>
  (await selectStepsNow(cast.as(), piece)).map(({ step, personName, state }) => [step, personName, state]);
const askedStep = async (piece: number) => (await selectStepsNow(cast.as(), piece)).find(({ state }) => state === 'asked')!.id;
const decide = async (piece: number, by: Player, decision: 'pass' | 'return' = 'pass', note = '') =>
  decideStep(cast.as(by), { step: await askedStep(piece), decision, note });
const noticesOf = async (player: Player) => {
  const rows = await db
    .selectFrom('notifications')
    .select(['kind', 'subject_id', 'facts'])
    .where('person_id', '=', cast.people[player])
    .execute();
  return rows.map(({ kind, subject_id }) => `${kind} ${subject_id}`);
};

const unreadOf = (player: Player, piece: number) =>
  db
    .selectFrom('notifications')
    .select('kind')
    .where('person_id', '=', cast.people[player])
    .where('subject_id', '=', String(piece))
    .where('read_at', 'is', null)
    .execute();

describe('sending to review', () => {
  test('leaves no notice waiting once the step is decided', async () => {
    const id = await begin('bulletin');
    accepted(await submit(id));
    expect(await unreadOf('marcela', id)).toEqual([{ kind: 'piece.submitted' }]);
    accepted(await decide(id, 'marcela', 'return', 'Falta la fecha.'));
    expect(await unreadOf('marcela', id)).toEqual([]);
  });

  test('makes a version and asks the first step, of somebody who did not write it', async () => {
    const id = await begin('bulletin');
    const sent = accepted(await submit(id));
    expect(sent).toMatchObject({ round: 1, version: 1 });
    expect(await stepsOf(id)).toEqual([
      ['editor', 'Marcela Ospina', 'asked'],
      ['approval', 'Marcela Ospina', 'waiting'],
    ]);
    expect(await getPiece(cast.as('julian'), id)).toMatchObject({ state: 'in_review', sha256: sent.sha256 });
    expect(await noticesOf('marcela')).toContain(`piece.submitted ${id}`);
  });

  test('is refused while something that its kind requires is missing', async () => {
    const { id } = accepted(
      await createPiece(cast.as('julian'), newPieceInput.parse({ kind: 'memo', title: 'Sin datos', unit: cast.units.prensa })),
    );
    expect(await submit(id)).toMatchObject({ refused: 'piece.blocked' });
  });

  test('keeps anybody from editing, until it is withdrawn; sent again as it was, it is the same version', async () => {
    const id = await begin('memo');
    accepted(await submit(id));
    expect(await write(id, 'julian', 'Otra cosa.')).toMatchObject({ refused: 'piece.in_review' });
    expect(await submit(id)).toMatchObject({ refused: 'review.already' });
    const step = await askedStep(id);
    accepted(await withdrawFromReview(cast.as('julian'), { piece: id }));
    expect(await noticesOf('marcela')).toContain(`piece.review_withdrawn ${id}`);
    expect(await decideStep(cast.as('marcela'), { step, decision: 'pass', note: '' })).toMatchObject({ refused: 'review.step_closed' });
    expect(accepted(await submit(id))).toMatchObject({ round: 2, version: 1 });
  });

  test('asks the legal office in its place, and each position by its day', async () => {
    const id = await begin('circular', 'julian', { dueOn: '2026-11-25' });
    accepted(await submit(id));
    const steps = await selectStepsNow(cast.as(), id);
    expect(steps.map(({ step, personName, dueAt }) => [step, personName, dueAt?.toISOString()])).toEqual([
      ['legal', 'Nidia Arrieta', '2026-11-20T22:00:00.000Z'],
      ['approval', 'Marcela Ospina', '2026-11-25T22:00:00.000Z'],
    ]);
  });
});

describe('deciding', () => {
  test('who wrote it decides nothing, whatever his roles, and is told who can', async () => {
    const id = await begin('memo', 'marcela');
    accepted(await submit(id, 'marcela'));
    expect(await stepsOf(id)).toEqual([['approval', 'Nidia Arrieta', 'asked']]);
    expect(await decide(id, 'marcela')).toMatchObject({ refused: 'piece.own_work', details: { who: 'Nidia Arrieta' } });
    expect(await decide(id, 'marcela', 'return', 'No.')).toMatchObject({ refused: 'piece.own_work' });
  });

  test('the database refuses again an approval by who edited it', async () => {
    const id = await begin('memo');
    accepted(await write(id, 'marcela', 'Lo corrigió la jefa.'));
    const { version } = accepted(await submit(id));
    expect(version).toBe(1);
    const row = await db.selectFrom('piece_versions').select('id').where('piece_id', '=', id).executeTakeFirstOrThrow();
    const cheat = sql`insert into approvals (piece_id, version_id, sha256, person_id, at) values (${id}, ${row.id}, 'x', ${cast.people.marcela}, now())`;
    await expect(cheat.execute(db)).rejects.toThrow(/does not approve/);
    expect(await decide(id, 'marcela')).toMatchObject({ refused: 'piece.own_work' });
  });

  test('is only of whom it was asked, his stand-in, or who holds the step', async () => {
    const id = await begin('bulletin');
    accepted(await submit(id));
    expect(await decide(id, 'nidia')).toMatchObject({ refused: 'review.not_yours', details: { who: 'Marcela Ospina' } });
    await expect(decide(id, 'carmen')).rejects.toThrow('not allowed');
    accepted(await decide(id, 'marcela'));
    expect(await stepsOf(id)).toMatchObject([
      ['editor', 'Marcela Ospina', 'passed'],
      ['approval', 'Marcela Ospina', 'asked'],
    ]);
    accepted(await decide(id, 'nidia'));
    expect((await getPiece(cast.as('julian'), id)).state).toBe('approved');
  });

  test('returning needs a note, goes back to the author and is counted', async () => {
    const id = await begin('memo');
    accepted(await submit(id));
    expect(await decide(id, 'marcela', 'return')).toMatchObject({ refused: 'review.needs_note', field: 'note' });
    accepted(await decide(id, 'marcela', 'return', 'Falta la fuente.'));
    expect(await getPiece(cast.as('julian'), id)).toMatchObject({ state: 'draft', returns: 1 });
    expect(await noticesOf('julian')).toContain(`piece.returned ${id}`);
    accepted(await write(id, 'julian', 'Con su fuente.'));
    expect(accepted(await submit(id))).toMatchObject({ round: 2, version: 2 });
  });

  test('approves a version by its hash; any edit after it voids the approval', async () => {
    const id = await begin('memo');
    const { sha256 } = accepted(await submit(id));
    expect(
      await decideStep(cast.as('marcela'), { step: await askedStep(id), decision: 'pass', note: '', sha256: 'f'.repeat(64) }),
    ).toMatchObject({
      refused: 'review.changed',
    });
    accepted(await decide(id, 'marcela'));
    const approval = () =>
      db.selectFrom('approvals').select(['sha256', 'person_id', 'voided_at']).where('piece_id', '=', id).executeTakeFirstOrThrow();
    expect(await approval()).toEqual({ sha256, person_id: cast.people.marcela, voided_at: null });
    accepted((await write(id, 'julian', 'Una coma, más.')) as object);
    expect((await approval()).voided_at).not.toBeNull();
    expect(await getPiece(cast.as('julian'), id)).toMatchObject({ state: 'draft', approvedAt: null });
  });

  test('tells what measures need: dependency, kind and days', async () => {
    const id = await begin('memo');
    accepted(await submit(id));
    now = new Date('2026-11-20T15:00:00Z');
    accepted(await decide(id, 'marcela'));
    const { payload } = await db
      .selectFrom('events')
      .select('payload')
      .where('name', '=', 'piece.approved')
      .where('subject_id', '=', String(id))
      .executeTakeFirstOrThrow();
    expect(payload).toMatchObject({ unit: cast.units.prensa, kind: 'memo', days: 2, returns: 0, round: 1 });
  });

  test('a key decides with its owner’s eyes, not with others', async () => {
    const id = await begin('memo');
    accepted(await submit(id));
    const key = (owner: Player): Actor => ({
      kind: 'key',
      id: cast.people[owner],
      name: 'Llave',
      grants: [],
      key: 1,
      scopes: ['editorial:approve', 'editorial:read'],
    });
    const step = await askedStep(id);
    const by = (owner: Player) =>
      decideStep(
        commandContext(db, key(owner), now, () => []),
        { step, decision: 'pass', note: '' },
      );
    expect(await by('julian')).toMatchObject({ refused: 'piece.own_work' });
    expect(await by('rosa')).toMatchObject({ refused: 'review.not_yours' });
    expect(accepted(await by('marcela'))).toMatchObject({ round: 'passed' });
  });
});

describe('being away', () => {
  const days = { startsOn: '2026-11-20', endsOn: '2026-11-24' };

  test('a stand-in decides what was asked of the one away, also what was asked before', async () => {
    const id = await begin('memo');
    accepted(await submit(id));
    expect(await decide(id, 'rosa')).toMatchObject({ refused: 'review.not_yours' });
    const { id: named } = accepted(await nameStandIn(cast.as('marcela'), { person: null, standIn: cast.people.rosa, ...days }));
    const other = await begin('memo');
    accepted(await submit(other));
    expect((await selectStepsNow(cast.as(), other))[0]).toMatchObject({ personName: 'Marcela Ospina', standInName: 'Rosa Pautt' });
    accepted(await decide(id, 'rosa'));
    await dismissStandIn(cast.as('marcela'), { id: named });
    expect(await decide(other, 'rosa')).toMatchObject({ refused: 'review.not_yours' });
  });

  test('nobody gives himself another’s eyes', async () => {
    const forOther = { person: cast.people.nidia, ...days };
    await expect(nameStandIn(cast.as('julian'), { ...forOther, standIn: cast.people.julian })).rejects.toThrow('not allowed');
    expect(await nameStandIn(cast.as('marcela'), { ...forOther, standIn: cast.people.marcela })).toMatchObject({
      refused: 'stand_in.oneself',
    });
    expect(await nameStandIn(cast.as('marcela'), { person: null, standIn: cast.people.marcela, ...days })).toMatchObject({
      refused: 'stand_in.same',
    });
    expect(await nameStandIn(cast.as('marcela'), { person: null, standIn: cast.people.diego, ...days })).toMatchObject({
      refused: 'stand_in.may_not',
    });
  });

  test('a reminder goes out once a day', async () => {
    const id = await begin('memo');
    accepted(await submit(id));
    expect(await remindReviewer(cast.as('julian'), { piece: id })).toEqual({ reminded: 1 });
    expect(await remindReviewer(cast.as('julian'), { piece: id })).toMatchObject({ refused: 'review.reminded_today' });
    now = new Date('2026-11-21T15:00:00Z');
    expect(await remindReviewer(cast.as('julian'), { piece: id })).toEqual({ reminded: 1 });
  });
});

test('in an election window the kinds named also pass the legal office', async () => {
  const window = {
    name: 'Congreso',
    act: 'Ley 996 de 2005',
    startsOn: '2026-11-01',
    endsOn: '2026-12-31',
    kinds: ['memo'],
    candidates: ['Fulano de Tal'],
  };
  await expect(declareElectionWindow(cast.as('marcela'), window)).rejects.toThrow('not allowed');
  expect(await declareElectionWindow(cast.as('esteban'), { ...window, endsOn: '2026-10-01' })).toMatchObject({
    refused: 'election.ends_before',
  });
  const { id: declared } = accepted(await declareElectionWindow(cast.as('esteban'), window));
  expect(await electionWindowOn(cast.as(), '2026-12-31')).toMatchObject({ kinds: ['memo'], candidates: ['Fulano de Tal'] });
  expect(await electionWindowOn(cast.as(), '2027-01-01')).toBeNull();
  const id = await begin('memo');
  accepted(await submit(id));
  expect(await stepsOf(id)).toEqual([
    ['legal', 'Nidia Arrieta', 'asked'],
    ['approval', 'Marcela Ospina', 'waiting'],
  ]);
  await revokeElectionWindow(cast.as('esteban'), { window: declared });
  expect(await electionWindowOn(cast.as(), '2026-12-01')).toBeNull();
});

describe('what is reserved', () => {
  test('is reviewed only by whom it names with an agreement, and its notices have no word of it', async () => {
    const text = accepted(await publishAgreement(cast.as('esteban'), { title: 'Acuerdo', body: 'Guardar reserva.', months: 12 }));
    const sign = async (player: Player, name: string) => accepted(await signAgreement(cast.as(player), { text, name, code: '' }, 5));
    await sign('julian', 'Julián Restrepo');
    const id = await begin('memo');
    accepted(
      await classifyPiece(cast.as('julian'), {
        piece: id,
        class: 'reserved',
        basis: 'Ley 1712 de 2014, artículo 19',
        reason: 'Investigación en curso',
        since: '2026-11-18',
        until: '2027-11-18',
      }),
    );
    expect(await submit(id)).toMatchObject({ refused: 'piece.nobody_reads' });
    accepted(await nameReader(cast.as('julian'), { piece: id, person: cast.people.nidia, unit: null }));
    expect(await submit(id)).toMatchObject({ refused: 'piece.nobody_reads' });
    await sign('nidia', 'Nidia Arrieta');
    accepted(await submit(id));
    expect(await stepsOf(id)).toEqual([['approval', 'Nidia Arrieta', 'asked']]);
    const { facts } = await db
      .selectFrom('notifications')
      .select('facts')
      .where('person_id', '=', cast.people.nidia)
      .where('kind', '=', 'piece.submitted')
      .where('subject_id', '=', String(id))
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(facts)).not.toContain('vacunación');
    await expect(decide(id, 'marcela')).rejects.toThrow(NotFound);
    expect(isRefusal(await decide(id, 'nidia'))).toBe(false);
  });
});

test('a late review is told once each working day, whoever it waits for', async () => {
  const id = await begin('memo', 'julian', { dueOn: '2026-11-24' });
  accepted(await submit(id));
  const told = async (at: string) => {
    now = new Date(at);
    await noticeLateReviews(cast.as());
    return (await noticesOf('marcela')).filter((notice) => notice === `piece.review_late ${id}`).length;
  };
  expect(await told('2026-11-24T11:00:00Z')).toBe(0);
  expect(await told('2026-11-25T11:10:00Z')).toBe(1);
  expect(await told('2026-11-25T15:10:00Z')).toBe(1);
  expect(await told('2026-11-26T11:10:00Z')).toBe(2);
  expect(await told('2026-11-28T11:10:00Z')).toBe(2);
});

import { beforeAll, expect, test } from 'vitest';
import { giveRole, leave, publishAgreement, signAgreement } from '#domains/organization/index.ts';
import { accepted, isRefusal } from '#platform/refusal.ts';
import { bodyOf } from '#test/support/approved-piece.ts';
import { seatCast, type Cast, type Player } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { classifyPiece } from './classes.ts';
import { decideStep } from './decisions.ts';
import { createPiece, getPiece, savePiece } from './pieces.ts';
import { newPieceInput, writtenPieceInput } from './pieces.input.ts';
import { acceptInput, askInput } from './requests.input.ts';
import { acceptRequest } from './request-decisions.ts';
import { askOffice, getRequest } from './requests.ts';
import { reviewOf } from './reviewing.ts';
import { newSlotInput } from './slots.input.ts';
import { listSlots, openSlot } from './slots.ts';
import { submitPiece } from './submission.ts';

const house = await openTestHouse({ clock: () => new Date('2026-11-18T15:00:00Z') });
const cast: Cast = await seatCast(house);
const db = house.app.database.primary;
const own = {} as Record<'sent' | 'wrote' | 'secret' | 'request' | 'slot' | 'waits', number>;

const as = (player: Player) => {
  const { actor, ...ctx } = cast.as(player);
  return player === 'rosa'
    ? { ...ctx, actor: { ...actor, grants: [{ role: 'head_of_communications', unit: null, units: [] }] } }
    : { ...ctx, actor };
};

async function begin(player: Player, title: string, owner: Player = player): Promise<number> {
  const said = newPieceInput.parse({ kind: 'memo', title, unit: cast.units.prensa, owner: cast.people[owner] });
  const { id: piece } = accepted(await createPiece(as(player), said));
  await write(player, piece);
  return piece;
}
async function write(player: Player, piece: number): Promise<void> {
  const { revision, title, text } = await getPiece(as(player), piece);
  const written = { piece, revision, title, fields: { number: '9', from: 'Prensa', to: 'Todos' }, body: bodyOf(`${text} Una línea.`) };
  accepted(await savePiece(as(player), writtenPieceInput.parse(written)));
}
const send = async (piece: number) => accepted(await submitPiece(cast.as('julian'), { piece, note: '' }));
const stepOf = async (piece: number) => (await reviewOf(cast.as(), piece)).steps[0]!;
const told = async (type: string, id: number) => {
  const about = db.selectFrom('audit_entries').select(['action', 'actor_name', 'after']).where('subject_type', '=', type);
  return (await about.where('subject_id', '=', String(id)).orderBy('id', 'desc').limit(2).execute()).map(({ action, after }) => [
    action,
    after,
  ]);
};
const notices = async (player: Player) =>
  (await db.selectFrom('notifications').select('kind').where('person_id', '=', cast.people[player]).orderBy('id').execute()).map(
    ({ kind }) => kind,
  );

beforeAll(async () => {
  accepted(await publishAgreement(cast.as('esteban'), { title: 'Acuerdo', body: 'Guardar reserva.', months: 12 }));
  accepted(await signAgreement(cast.as('julian'), { text: 1, name: 'Julián Restrepo', code: '' }, 5));
  // Marcela, whom steps are asked of, leaves; Rosa, who then reviews, is her successor, and wrote in one of the pieces.
  accepted(await giveRole(cast.as(), { person: cast.people.rosa, role: 'head_of_communications', unit: null }));
  own.sent = await begin('julian', 'Vacunas', 'marcela');
  own.wrote = await begin('julian', 'Predial');
  await write('rosa', own.wrote);
  own.secret = await begin('julian', 'Operativo', 'marcela');
  const basis = { basis: 'Ley 1712 de 2014', reason: 'Investigación en curso', since: '2026-11-18', until: '2027-11-18' };
  accepted(await classifyPiece(cast.as('julian'), { piece: own.secret, class: 'reserved', ...basis }));
  await send(own.sent);
  await send(own.wrote);
  own.request = accepted(await askOffice(cast.as('diego'), askInput.parse({ title: 'Video', what: 'Un minuto' }))).id;
  const taken = { request: own.request, into: 'piece', kind: 'memo', assignee: cast.people.marcela };
  accepted(await acceptRequest(cast.as('marcela'), acceptInput.parse(taken)));
  own.slot = accepted(
    await openSlot(
      cast.as('marcela'),
      newSlotInput.parse({ name: 'Boletín', kind: 'bulletin', recurrence: 'weekly', startsOn: '2026-11-06', owner: cast.people.marcela }),
    ),
  ).id;
  await leave(cast.as('esteban'), cast.people.marcela, { successor: cast.people.rosa });
  await house.settle();
});

test('a step goes to the successor, who decides it', async () => {
  const step = await stepOf(own.sent);
  expect([step.personName, step.state]).toEqual(['Rosa Pautt', 'asked']);
  expect(await told('piece', own.sent)).toContainEqual(['piece.step_handed_over', { person: 'Rosa Pautt', step: 'approval' }]);
  expect(await notices('rosa')).toContain('piece.step_asked');
  expect(await decideStep(as('rosa'), { step: step.id, decision: 'pass', note: '' })).toMatchObject({ round: 'passed' });
});

test('of a piece that the successor wrote, to whom the step would be asked: four eyes hold', async () => {
  const step = await stepOf(own.wrote);
  expect(step.personName).toBe('Nidia Arrieta');
  const refused = await decideStep(as('rosa'), { step: step.id, decision: 'pass', note: '' });
  expect(isRefusal(refused) && refused.refused).toBe('piece.own_work');
  expect(await decideStep(cast.as('nidia'), { step: step.id, decision: 'pass', note: '' })).toMatchObject({ round: 'passed' });
});

test('what was his is the successor’s, but for what is secret: of that nobody learns because somebody left', async () => {
  expect((await getPiece(cast.as(), own.sent)).ownerName).toBe('Rosa Pautt');
  expect((await getPiece(cast.as(), own.secret)).owner).toBeNull();
  expect(await told('piece', own.secret)).toContainEqual(['piece.left_unowned', { owner: null }]);
  expect(await notices('rosa')).toContain('piece.handed_over');
  expect(await notices('julian')).toContain('piece.left_unowned');
});

test('a request that he made is the successor’s, and so is a slot', async () => {
  expect((await getRequest(cast.as('julian'), own.request)).assigneeName).toBe('Rosa Pautt');
  expect((await told('request', own.request)).map(([action]) => action)).toContain('request.assigned');
  expect(await notices('rosa')).toContain('request.assigned');
  expect((await listSlots(cast.as('julian'))).map(({ ownerName }) => ownerName)).toEqual(['Rosa Pautt']);
  expect(await told('slot', own.slot)).toContainEqual(['slot.handed_over', { owner: 'Rosa Pautt' }]);
});

test('without a successor a step goes to whoever holds it; with nobody left, its writers are told', async () => {
  own.waits = await begin('julian', 'Horario');
  await write('rosa', own.waits);
  await send(own.waits);
  expect((await stepOf(own.waits)).personName).toBe('Nidia Arrieta');
  await leave(cast.as('esteban'), cast.people.nidia, { successor: null });
  await house.settle();
  expect((await stepOf(own.waits)).person).toBeNull();
  expect(await told('piece', own.waits)).toContainEqual(['piece.step_left_unowned', { person: null, step: 'approval' }]);
  expect(await notices('julian')).toContain('piece.step_unowned');
});

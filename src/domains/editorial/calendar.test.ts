import { expect, test } from 'vitest';
import { accepted, NotFound } from '#platform/refusal.ts';
import { parseDay } from '#platform/clock/day.ts';
import { seatCast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { calendarFeed, makeCalendarFeed, revokeCalendarFeed } from './calendar-feeds.ts';
import { calendarFilterInput } from './calendar.input.ts';
import { calendar, calendarVoice, movePiece } from './calendar.ts';
import { classifyPiece } from './classes.ts';
import { clashes, crowdedDays } from './crowding.ts';
import { createPiece } from './pieces.ts';
import { newPieceInput } from './pieces.input.ts';
import { openSlot, owedSlots } from './slots.ts';
import { newSlotInput } from './slots.input.ts';

const house = await openTestHouse();
const cast = await seatCast(house);
const november = calendarFilterInput.parse({ view: 'month', day: '2026-11-10' });

const put = async (title: string, more: Record<string, unknown> = {}) =>
  accepted(await createPiece(cast.as('julian'), newPieceInput.parse({ kind: 'news', title, unit: cast.units.prensa, ...more }))).id;
const dayOf = async (id: number) => (await calendar(cast.as('julian'), november)).pieces.find((piece) => piece.id === id)?.day;

test('a piece stands on the day it is for, and is put on another', async () => {
  const id = await put('El nuevo acueducto', { dueOn: '2026-11-13' });
  expect(await dayOf(id)).toBe('2026-11-13');
  accepted(await movePiece(cast.as('julian'), { piece: id, day: parseDay('2026-11-18') }));
  expect(await dayOf(id)).toBe('2026-11-18');
});

test('a slot owes a piece on each of its days until one takes it', async () => {
  const { id } = accepted(
    await openSlot(
      cast.as('marcela'),
      newSlotInput.parse({ name: 'Boletín interno', kind: 'bulletin', recurrence: 'weekly', startsOn: '2026-11-06' }),
    ),
  );
  await put('Boletín 45', { kind: 'bulletin', slot: id, slotDay: '2026-11-13' });
  const owed = await owedSlots(cast.as('julian'), parseDay('2026-11-01'), parseDay('2026-11-21'));
  expect(owed.map(({ day }) => day)).toEqual(['2026-11-06', '2026-11-20']);
  expect(calendarVoice(owed, 1, parseDay('2026-11-15'))).toEqual({
    key: 'calendar.voice.owes_but1',
    vars: { count: 1, next: 'Boletín interno', day: '2026-11-20', missed: 1 },
  });
});

test('a day with many pieces is crowded, and two by one channel within the hour clash', () => {
  const at = (id: number, hour: string, channels = ['pagina-web']) => ({
    id,
    day: '2026-11-26',
    at: new Date(`2026-11-26T${hour}:00Z`),
    channels,
  });
  const five = [at(1, '12:00'), at(2, '12:40'), at(3, '13:40'), at(4, '12:10', ['intranet']), at(5, '18:00')];
  expect([...crowdedDays(five)]).toEqual([['2026-11-26', 5]]);
  expect([...clashes(five)].toSorted()).toEqual([1, 2]);
});

test('an agenda reads by its secret address what is public or internal, never what is secret, and nothing once revoked', async () => {
  await put('Jornada de vacunación', { dueOn: '2026-11-22' });
  const secret = await put('Operativo reservado', { dueOn: '2026-11-23' });
  accepted(
    await classifyPiece(cast.as('julian'), {
      piece: secret,
      class: 'reserved',
      basis: 'Ley 1712 de 2014, art. 19',
      reason: 'Expone el operativo',
      since: '2026-11-01',
      until: '2027-11-01',
    }),
  );
  const { id, token } = await makeCalendarFeed(cast.as('julian'), { query: '' });
  const text = await (await house.ask(`/hooks/calendar/${token}.ics`)).text();
  expect(text).toContain('SUMMARY:Jornada de vacunación');
  expect(text).not.toContain('Operativo');
  await revokeCalendarFeed(cast.as('julian'), { feed: id });
  await expect(calendarFeed(cast.as('julian'), token, 'http://x')).rejects.toThrow(NotFound);
  expect((await house.ask(`/hooks/calendar/${token}.ics`)).status).toBe(404);
});

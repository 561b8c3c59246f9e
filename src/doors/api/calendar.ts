import {
  calendarBetween,
  closedSlotInput,
  closeSlot,
  coverage,
  coverageInput,
  listSlots,
  movedPieceInput,
  movePiece,
  newSlotInput,
  openSlot,
  spanInput,
} from '#domains/editorial/index.ts';
import * as answer from './answers/calendar.ts';
import { made } from './answers/parts.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

/** When what comes out: the calendar, the slots that it owes, and of which places the institution speaks. */
export const calendarEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/calendar',
    says: 'What the calendar has from one day to another: pieces (a thousand at the most), campaigns, days that a slot owes, days of rest; activities when `what` asks for them.',
    action: 'pieces.read',
    input: spanInput,
    answer: answer.calendar,
    run: async ({ ctx, input: { from, to, ...filter } }) => {
      const { pieces, clashes, crowded, rests, components: _, ...rest } = await calendarBetween(ctx, filter, from, to);
      return {
        ...rest,
        pieces: pieces.map((piece) => ({ ...piece, clashes: clashes.has(piece.id) })),
        crowded: [...crowded].map(([day, count]) => ({ day, pieces: count })),
        rests: Object.entries(rests).map(([day, name]) => ({ day, name })),
      };
    },
  }),
  endpoint({
    method: 'put',
    path: '/pieces/{piece}/day',
    says: 'Puts a piece on another day of the calendar.',
    action: 'calendar.plan',
    input: movedPieceInput,
    answer: answer.moved,
    run: ({ ctx, input }) => movePiece(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/slots',
    says: 'The open places of the calendar that recur and are owed a piece.',
    action: 'pieces.read',
    answer: answer.slots,
    run: async ({ ctx }) => ({ items: await listSlots(ctx) }),
  }),
  endpoint({
    method: 'post',
    path: '/slots',
    says: 'Opens a place of the calendar that recurs.',
    action: 'slots.write',
    input: newSlotInput,
    answer: made,
    run: ({ ctx, input }) => openSlot(ctx, input),
  }),
  endpoint({
    method: 'delete',
    path: '/slots/{slot}',
    says: 'Closes one: nothing more is owed by it.',
    action: 'slots.write',
    input: closedSlotInput,
    answer: made,
    run: ({ ctx, input }) => closeSlot(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/coverage',
    says: 'Of which departments, or of which municipalities of one, what came out speaks.',
    action: 'pieces.read',
    input: coverageInput,
    answer: answer.coverage,
    run: ({ ctx, input }) => coverage(ctx, input),
  }),
];

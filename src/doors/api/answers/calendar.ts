import { z } from 'zod';
import { campaignStates, contentLines, informationClasses, kindCodes, pieceStates, recurrences } from '#domains/editorial/index.ts';
import { day, id, instant, items, person } from './parts.ts';

const slot = z.strictObject({
  id,
  name: z.string(),
  kind: z.enum(kindCodes),
  recurrence: z.enum(recurrences),
  startsOn: day,
  endsOn: day.nullable(),
  unit: id.nullable(),
  unitName: z.string().nullable(),
  item: id.nullable(),
  owner: person.nullable(),
  ownerName: z.string().nullable(),
  line: z.enum(contentLines).nullable(),
});
export const slots = items(slot);

export const calendar = z.strictObject({
  today: day,
  from: day,
  to: day,
  pieces: z.array(
    z.strictObject({
      id,
      title: z.string(),
      kind: z.string(),
      state: z.enum(pieceStates),
      class: z.enum(informationClasses),
      day,
      at: instant.nullable(),
      unitName: z.string(),
      ownerName: z.string().nullable(),
      campaign: id.nullable(),
      channels: z.array(z.string()),
      slot: id.nullable(),
      /** Comes out by some channel less than an hour before or after another. */
      clashes: z.boolean(),
    }),
  ),
  campaigns: z.array(z.strictObject({ id, name: z.string(), state: z.enum(campaignStates), from: day, until: day })),
  activities: z.array(z.strictObject({ item: id, number: z.string(), title: z.string(), unitName: z.string().nullable(), day })),
  /** Days on which a slot has no piece yet. */
  owed: z.array(z.strictObject({ slot, day })),
  /** Days on which nobody works, and why. */
  rests: z.array(z.strictObject({ day, name: z.string() })),
  crowded: z.array(z.strictObject({ day, pieces: z.int() })),
});
export const moved = z.strictObject({ day });

export const coverage = z.strictObject({
  regions: z.array(z.strictObject({ code: z.string(), name: z.string(), pieces: z.int() })),
  all: z.int(),
  placed: z.int(),
  own: z.int(),
  years: z.array(z.int()),
});

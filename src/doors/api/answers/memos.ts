import { z } from 'zod';
import { informationClasses, memoKinds, memoStates, readingMeans } from '#domains/editorial/index.ts';
import { day, id, instant, items, person, sha256 } from './parts.ts';

const kind = z.enum(memoKinds);
const state = z.enum(memoStates);
const addressing = {
  units: z.array(id),
  below: z.boolean(),
  headsOnly: z.boolean(),
  remindAfter: z.int(),
  remindTimes: z.int(),
};

/** A signature: the document with its number, whom it went to, and how often they are reminded. */
export const memo = z
  .strictObject({
    id,
    piece: id,
    version: id,
    sha256,
    kind,
    class: z.enum(informationClasses),
    series: id,
    year: z.int(),
    number: z.int(),
    label: z.string(),
    title: z.string(),
    unit: id,
    unitName: z.string(),
    signedBy: person,
    signedName: z.string(),
    post: z.string(),
    actingFor: person.nullable(),
    actingForName: z.string().nullable(),
    means: z.enum(['app', 'paper', 'passkey']),
    signedAt: instant,
    seal: sha256,
    code: z.string(),
    ...addressing,
    state,
    sentAt: instant.nullable(),
    recipients: z.int(),
    remindOn: day.nullable(),
    reminded: z.int(),
    endedAt: instant.nullable(),
    reason: z.string(),
  })
  .meta({ id: 'Memo' });

export const memos = items(
  z.strictObject({
    id,
    piece: id,
    label: z.string(),
    title: z.string(),
    kind,
    unitName: z.string(),
    signedName: z.string(),
    signedAt: instant,
    sentAt: instant.nullable(),
    state,
    people: z.int(),
    read: z.int(),
  }),
).extend({ total: z.int() });

export const readers = items(
  z.strictObject({
    id,
    person: person.nullable(),
    name: z.string(),
    unitName: z.string().nullable(),
    readAt: instant.nullable(),
    means: z.enum(readingMeans).nullable(),
    reminders: z.int(),
    sheet: id.nullable(),
  }),
).extend({ total: z.int() });

const reading = z.strictObject({
  unit: id.nullable(),
  name: z.string().nullable(),
  people: z.int(),
  read: z.int(),
  intranet: z.int(),
  print: z.int(),
  screen: z.int(),
  hours: z.number().nullable(),
});

export const report = z.strictObject({
  units: z.array(reading),
  sum: reading,
  sheets: z.array(
    z.strictObject({
      id,
      memo: id,
      unit: id,
      unitName: z.string(),
      means: z.enum(['print', 'screen']),
      heldOn: day,
      note: z.string(),
      file: z.uuid().nullable(),
      persons: z.array(person),
      names: z.array(z.string()),
      people: z.int(),
      corrects: id.nullable(),
      reason: z.string(),
      writtenByName: z.string().nullable(),
      writtenAt: instant,
      corrected: id.nullable(),
    }),
  ),
});

/** A memo that is being made: who would sign it, with which number, and to whom it would go. */
export const desk = z.strictObject({
  piece: z.strictObject({ id, title: z.string(), kind, unit: id, sha256 }),
  approved: z.boolean(),
  signatory: z.strictObject({
    unit: id,
    unitName: z.string(),
    head: person.nullable(),
    headName: z.string().nullable(),
    headPost: z.string(),
    standIn: person.nullable(),
    standInName: z.string().nullable(),
  }),
  to: z.strictObject({ ...addressing, people: z.int() }),
  next: z.string().nullable(),
  memos: z.array(memo),
});

export const addressed = z.strictObject({ piece: id });
export const sent = z.strictObject({ id, people: z.int(), dispatches: z.array(id) });
export const noted = z.strictObject({ id, people: z.int() });

export const series = items(
  z.strictObject({ id, kind, unit: id.nullable(), unitName: z.string().nullable(), prefix: z.string(), last: z.int() }),
);

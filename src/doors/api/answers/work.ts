import { z } from 'zod';
import { reportStates } from '#domains/plan/index.ts';
import { day, id, instant, person, sha256 } from './parts.ts';

const evidence = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  size: z.int(),
  sha256,
  report: id.nullable(),
  reading: id.nullable(),
});

const note = z.strictObject({
  id,
  item: id,
  kind: z.enum(['cause', 'action']),
  text: z.string(),
  startsOn: day,
  endsOn: day.nullable(),
  ownerName: z.string().nullable(),
  dueOn: day.nullable(),
  person: person.nullable(),
  personName: z.string().nullable(),
  writtenAt: instant,
});

const report = z.strictObject({
  id,
  item: id,
  periodStart: day,
  state: z.enum(reportStates),
  percent: z.int(),
  note: z.string(),
  person: person.nullable(),
  personName: z.string().nullable(),
  reportedAt: instant,
  files: z.array(evidence),
});

const reading = z.strictObject({
  id,
  item: id,
  startsOn: day,
  endsOn: day,
  value: z.number(),
  note: z.string(),
  person: person.nullable(),
  personName: z.string().nullable(),
  takenAt: instant,
  corrects: id.nullable(),
  reason: z.string(),
  decision: z.enum(['accepted', 'returned']).nullable(),
  decisionNote: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
});

export const activity = z.strictObject({ reports: z.array(report), notes: z.array(note) });
export const indicator = z.strictObject({ readings: z.array(reading), files: z.array(evidence), notes: z.array(note) });

export const file = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  /** A media type, sniffed from the content. */
  type: z.string(),
  size: z.int(),
  sha256,
  width: z.int().nullable(),
  height: z.int().nullable(),
  publicSince: instant.nullable(),
});

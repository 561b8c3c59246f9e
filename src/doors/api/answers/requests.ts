import { z } from 'zod';
import { informationClasses, pieceStates, requestMoves, requestStates } from '#domains/editorial/index.ts';
import { day, id, instant, items, person } from './parts.ts';

const clearance = z.enum(informationClasses);
const pieceState = z.enum(pieceStates).nullable();

const listed = z.strictObject({
  id,
  title: z.string(),
  state: z.enum(requestStates),
  class: clearance,
  kind: z.string().nullable(),
  unitName: z.string().nullable(),
  askerName: z.string(),
  assigneeName: z.string().nullable(),
  askedAt: instant,
  answerDueOn: day,
  wantedOn: day.nullable(),
  dueOn: day.nullable(),
  doneAt: instant.nullable(),
  /** In working hours. */
  answerHours: z.number().nullable(),
  /** In business days. */
  days: z.int().nullable(),
  piece: id.nullable(),
  pieceState,
  campaign: id.nullable(),
});

export const requests = z.strictObject({
  items: z.array(listed),
  counts: z.strictObject({ waiting: z.int(), under_way: z.int(), late: z.int() }),
  today: day,
  next: id.nullable(),
});

const request = z.strictObject({
  id,
  title: z.string(),
  what: z.string(),
  why: z.string(),
  forWhom: z.string(),
  wantedOn: day.nullable(),
  class: clearance,
  segments: z.array(z.string()),
  regions: z.array(z.string()),
  kind: z.string().nullable(),
  unit: id.nullable(),
  unitName: z.string().nullable(),
  /** null for somebody without an account. */
  askedBy: person.nullable(),
  askerName: z.string(),
  askerEmail: z.string().nullable(),
  askerLanguage: z.enum(['es', 'en']),
  askerOrigin: z.string(),
  state: z.enum(requestStates),
  askedAt: instant,
  answerDueOn: day,
  dueOn: day.nullable(),
  assignee: person.nullable(),
  assigneeName: z.string().nullable(),
  item: id.nullable(),
  mergedInto: id.nullable(),
  answeredAt: instant.nullable(),
  answerHours: z.number().nullable(),
  doneAt: instant.nullable(),
  days: z.int().nullable(),
  piece: id.nullable(),
  pieceState,
  campaign: id.nullable(),
  revision: z.int(),
});

export const requestCard = z.strictObject({
  request,
  moves: z.array(
    z.strictObject({
      id,
      move: z.enum(requestMoves),
      person: person.nullable(),
      name: z.string().nullable(),
      at: instant,
      note: z.string(),
    }),
  ),
  files: z.array(z.strictObject({ id: z.uuid(), name: z.string(), size: z.int() })),
  /** What it became, as far as the key may know. */
  made: z.strictObject({ piece: z.string().nullable(), campaign: z.string().nullable() }),
  daysLeft: z.int().nullable(),
  similar: z.strictObject({ days: z.number(), of: z.int() }).nullable(),
  may: z.strictObject({ triage: z.boolean(), say: z.boolean(), withdraw: z.boolean(), finish: z.boolean() }),
});

export const requestMade = z.strictObject({ piece: id.nullable(), campaign: id.nullable() });
export const requestDelivered = z.strictObject({ days: z.int() });

export const makers = items(z.strictObject({ id: person, name: z.string(), position: z.string(), unit: id.nullable(), pieces: z.int() }));

export const links = items(
  z.strictObject({
    id,
    code: z.string(),
    name: z.string(),
    unit: id.nullable(),
    unitName: z.string().nullable(),
    createdByName: z.string().nullable(),
    createdAt: instant,
    closedAt: instant.nullable(),
    requests: z.int(),
  }),
);
export const linkMade = z.strictObject({ id, code: z.string() });

import { z } from 'zod';
import { informationClasses, reviewSteps, roundStates, stepStates } from '#domains/editorial/index.ts';
import { body, inline } from './body.ts';
import { id, instant, items, person, sha256 } from './parts.ts';
import { fieldAsset, fields, piece } from './pieces.ts';

const clearance = z.enum(informationClasses);
const name = z.string().nullable();

const asked = z.strictObject({
  step: id,
  kindOfStep: z.enum(reviewSteps),
  piece: id,
  title: z.string(),
  kind: z.string(),
  class: clearance,
  unitName: z.string(),
  versionNumber: id,
  personName: name,
  /** Whether it was asked of the key’s owner himself, rather than of somebody for whom he may decide. */
  mine: z.boolean(),
  askedAt: instant,
  dueAt: instant.nullable(),
  submittedByName: name,
  returns: z.int(),
  remindedAt: instant.nullable(),
});

export const waiting = z.strictObject({
  forMe: z.array(asked),
  forOthers: z.array(asked),
  returned: z.array(
    z.strictObject({
      piece: id,
      title: z.string(),
      kind: z.string(),
      unitName: z.string(),
      returnedByName: name,
      returnedAt: instant,
      note: z.string(),
    }),
  ),
});

const version = {
  id,
  number: id,
  title: z.string(),
  class: clearance,
  sha256,
  madeBy: person.nullable(),
  madeByName: name,
  madeAt: instant,
  note: z.string(),
};
const versionHead = z.strictObject({ ...version, words: z.int() });
export const versions = items(versionHead);
export const pieceVersion = z.strictObject({ ...version, fields, body, text: z.string() });

const step = z
  .strictObject({
    id,
    piece: id,
    round: id,
    position: id,
    step: z.enum(reviewSteps),
    unit: id.nullable(),
    unitName: name,
    person: person.nullable(),
    personName: name,
    standIn: person.nullable(),
    standInName: name,
    version: id,
    versionNumber: id,
    sha256,
    dueAt: instant.nullable(),
    state: z.enum(stepStates),
    askedAt: instant.nullable(),
    decidedBy: person.nullable(),
    decidedByName: name,
    decidedAt: instant.nullable(),
    note: z.string(),
    remindedAt: instant.nullable(),
  })
  .meta({ id: 'ReviewStep' });

const run = z.strictObject({ change: z.enum(['same', 'added', 'removed']), nodes: z.array(inline) }).meta({ id: 'Run' });
const attributes = z.record(z.string(), z.json());
const part = z
  .strictObject({
    type: z.string(),
    change: z.enum(['same', 'changed', 'added', 'removed']),
    /** Its attributes on each side; null where it is not there. */
    was: attributes.nullable(),
    is: attributes.nullable(),
    /** Of a line: its words. */
    runs: z.array(run).optional(),
    /** Of what holds others: its parts. */
    get parts(): z.ZodOptional<z.ZodArray> {
      return z.array(part).optional();
    },
  })
  .meta({ id: 'Part' });

const difference = z.strictObject({
  title: z.array(run),
  fields: z.array(
    z.strictObject({
      code: z.string(),
      changed: z.boolean(),
      runs: z.array(run).nullable(),
      was: fieldAsset.nullable(),
      is: fieldAsset.nullable(),
    }),
  ),
  parts: z.array(part),
  added: z.int(),
  removed: z.int(),
  changed: z.boolean(),
});

const approval = z.strictObject({
  id,
  version: id,
  versionNumber: id,
  sha256,
  person: person.nullable(),
  personName: name,
  at: instant,
  note: z.string(),
  voidedAt: instant.nullable(),
  voidedByName: name,
});

const comment = z.strictObject({
  id,
  piece: id,
  parent: id.nullable(),
  versionNumber: id.nullable(),
  block: z.string(),
  quote: z.string(),
  text: z.string(),
  person: person.nullable(),
  personName: name,
  at: instant,
  resolvedByName: name,
  resolvedAt: instant.nullable(),
});

const suggestion = z.strictObject({
  id,
  piece: id,
  block: z.string(),
  quote: z.string(),
  replacement: z.string(),
  reason: z.string(),
  person: person.nullable(),
  personName: name,
  at: instant,
  decision: z.enum(['accepted', 'declined']).nullable(),
  decidedByName: name,
  decidedAt: instant.nullable(),
});

/** Why not, by its code (`refusals.<code>`). */
const refusal = z
  .strictObject({ refused: z.string(), field: z.string().optional(), details: z.record(z.string(), z.union([z.string(), z.number()])) })
  .nullable();

export const review = z.strictObject({
  piece,
  versions: z.array(versionHead),
  before: z.int().nullable(),
  after: z.int(),
  difference,
  steps: z.array(step),
  returned: z.array(step),
  approvals: z.array(approval),
  authors: z.array(z.strictObject({ id: person, name: z.string() })),
  step: step.nullable(),
  /** Why the key’s owner does not decide it. */
  refusal,
  eyes: z.array(z.strictObject({ id: person, name: z.string(), author: z.boolean() })),
  comments: z.array(comment),
  suggestions: z.array(suggestion),
  writes: z.boolean(),
  reviews: z.boolean(),
});

export const submission = z.strictObject({
  steps: z.array(z.strictObject({ position: id, step: z.enum(reviewSteps), personName: z.string(), dueAt: instant })),
  refusal,
});
export const submitted = z.strictObject({ piece: id, round: id, version: id, sha256 });
export const ofPiece = z.strictObject({ piece: id });
export const reminded = z.strictObject({ reminded: z.int() });
export const decided = z.strictObject({ piece: id, step: id, round: z.enum(roundStates), approval: id.nullable() });
export const versionMade = z.strictObject({ number: id });

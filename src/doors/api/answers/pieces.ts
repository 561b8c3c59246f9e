import { z } from 'zod';
import { checks, contentLines, informationClasses, kindCodes, pieceStates, reviewSteps } from '#domains/editorial/index.ts';
import { body } from './body.ts';
import { day, id, instant, items, person, sha256 } from './parts.ts';

const state = z.enum(pieceStates);
const clearance = z.enum(informationClasses);
export const fieldAsset = z.strictObject({ asset: id, alt: z.string() });
/** The fields of a kind by their codes: words, or an asset of the library. */
export const fields = z.record(z.string(), z.union([z.string(), fieldAsset]));

/** A piece as it stands in the workspace: its working copy, not what is out. */
export const piece = z
  .strictObject({
    id,
    kind: z.string(),
    slug: z.string(),
    title: z.string(),
    state,
    class: clearance,
    classBasis: z.string(),
    classReason: z.string(),
    classSince: day.nullable(),
    classUntil: day.nullable(),
    unit: id,
    unitName: z.string(),
    item: id.nullable(),
    campaign: id.nullable(),
    campaignName: z.string().nullable(),
    request: id.nullable(),
    slot: id.nullable(),
    slotDay: day.nullable(),
    owner: person.nullable(),
    ownerName: z.string().nullable(),
    line: z.enum(contentLines).nullable(),
    segments: z.array(z.string()),
    regions: z.array(z.string()),
    channels: z.array(z.string()),
    fields,
    body,
    text: z.string(),
    words: z.int(),
    sha256,
    revision: z.int(),
    dueOn: day.nullable(),
    publishAt: instant.nullable(),
    embargoUntil: instant.nullable(),
    expiresOn: day.nullable(),
    reviewOn: day.nullable(),
    createdBy: person.nullable(),
    createdAt: instant,
    changedBy: person.nullable(),
    changedByName: z.string().nullable(),
    changedAt: instant,
    submittedAt: instant.nullable(),
    approvedAt: instant.nullable(),
    publishedAt: instant.nullable(),
    withdrawnAt: instant.nullable(),
    withdrawalReason: z.string(),
    returns: z.int(),
  })
  .meta({ id: 'Piece' });

export const pieces = z.strictObject({
  items: z.array(
    z.strictObject({
      id,
      kind: z.string(),
      title: z.string(),
      state,
      class: clearance,
      unitName: z.string(),
      campaignName: z.string().nullable(),
      ownerName: z.string().nullable(),
      dueOn: day.nullable(),
      publishAt: instant.nullable(),
      publishedAt: instant.nullable(),
      changedAt: instant,
      words: z.int(),
    }),
  ),
  found: z.int(),
  counts: z.strictObject({ open: z.int(), inReview: z.int(), late: z.int() }),
  today: day,
});

export const saved = z.strictObject({
  revision: z.int(),
  sha256,
  /** What stands now, when what others wrote meanwhile was joined with it. */
  joined: z.strictObject({ title: z.string(), fields, body }).nullable(),
  /** Whether an approval ended by it. */
  voided: z.boolean(),
});

export const classified = z.strictObject({ class: clearance });

export const readers = items(
  z.strictObject({
    id,
    person: person.nullable(),
    unit: id.nullable(),
    name: z.string(),
    namedByName: z.string().nullable(),
    namedAt: instant,
  }),
);

export const kind = z.strictObject({
  code: z.enum(kindCodes),
  group: z.string(),
  fields: z.array(
    z.strictObject({
      code: z.string(),
      type: z.string(),
      required: z.boolean().optional(),
      maximum: z.int().optional(),
      options: z.array(z.string()).optional(),
    }),
  ),
  blocks: z.array(z.enum(checks)),
  /** In order; steps of one list go side by side. */
  review: z.array(z.array(z.enum(reviewSteps))),
  means: z.array(z.string()),
  /** The sheets of paper on which it may be printed. */
  prints: z.array(z.string()),
  words: z.int().nullable(),
  counts: z.array(z.string()),
});

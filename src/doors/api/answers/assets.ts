import { z } from 'zod';
import { assetKinds, assetProblemCodes } from '#domains/editorial/index.ts';
import { day, id, instant, person } from './parts.ts';

const attached = z.strictObject({ id: z.uuid(), name: z.string() }).nullable();

const fields = {
  id,
  file: z.uuid(),
  fileName: z.string(),
  type: z.string(),
  size: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  kind: z.enum(assetKinds),
  title: z.string(),
  alt: z.string(),
  credit: z.string(),
  licence: z.string(),
  expiresOn: day.nullable(),
  tags: z.array(z.string()),
  focalX: z.int(),
  focalY: z.int(),
  peopleShown: z.boolean(),
  minorsShown: z.boolean(),
  release: attached,
  guardian: attached,
  captions: attached,
  transcript: z.string(),
  unit: id.nullable(),
  unitName: z.string().nullable(),
  piece: id.nullable(),
  uploadedBy: person.nullable(),
  uploadedByName: z.string().nullable(),
  uploadedAt: instant,
  withdrawnAt: instant.nullable(),
  withdrawalReason: z.string(),
  uses: z.int(),
  secret: z.boolean(),
  revision: z.int(),
};
const problems = z.array(z.enum(assetProblemCodes));
const alike = z.array(z.strictObject({ id, title: z.string(), file: z.uuid(), apart: z.int() }));

export const asset = z.strictObject({ ...fields, problems });
export const assets = z.strictObject({ items: z.array(asset), count: z.int(), next: id.nullable() });
export const uploaded = z.strictObject({ asset, alike });
export const surroundedAsset = z.strictObject({
  ...fields,
  problems,
  alike,
  pieces: z.array(z.strictObject({ id, title: z.string(), kind: z.string(), state: z.string(), owner: person.nullable() })),
});
export const attachedFile = z.strictObject({ file: z.uuid() });
export const detached = z.strictObject({ asset: id });

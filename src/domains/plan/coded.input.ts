import { z } from 'zod';
import { several } from '#platform/http/fields.ts';
import { channelClasses, channelModes } from './plan.ts';
import { code } from './rows.input.ts';
import { id } from './versions.input.ts';

const name = z.string().trim().min(1, 'input.required').max(200);
const text = z.string().trim().max(5_000).default('');
const codes = several(z.string(), 200);

/** What may be said of a public and of a channel; its code follows from its name. */
export const segmentFields = z.object({ name, focus: text, channels: codes });
export const channelFields = z.object({
  name,
  class: z.enum(channelClasses, 'input.choice'),
  mode: z.enum(channelModes, 'input.choice'),
  purpose: text,
});

export const codedKinds = ['segment', 'channel'] as const;
export type CodedKind = (typeof codedKinds)[number];
const place = { version: id, kind: z.enum(codedKinds) };

export const newCodedInput = z.object({ ...place, fields: z.record(z.string(), z.unknown()) });
export const codedInput = z.object({
  ...place,
  code,
  revision: id,
  fields: z.record(z.string(), z.unknown()),
  was: z.record(z.string(), z.unknown()).optional(),
});
export const placeCodedInput = z.object({ ...place, code, position: z.coerce.number().int().min(1) });
export const removeCodedInput = z.object({ ...place, code, revision: id });

export type NewCodedInput = z.output<typeof newCodedInput>;
export type CodedInput = z.output<typeof codedInput>;
export type PlaceCodedInput = z.output<typeof placeCodedInput>;
export type RemoveCodedInput = z.output<typeof removeCodedInput>;

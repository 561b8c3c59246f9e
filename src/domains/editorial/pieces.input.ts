import { z } from 'zod';
import { blank, day, rowId } from '#platform/http/fields.ts';
import { kindCodes } from './kinds.ts';
import { contentLines } from './piece.ts';
import { regionCodes } from './regions.input.ts';

/** Boxes of one name, or codes parted by commas: none, one or many. */
export const codes = z.preprocess(
  (value) =>
    (value === undefined || value === ''
      ? []
      : [value].flat().flatMap((one) =>
          String(one)
            .split(',')
            .map((code) => code.trim()),
        )
    ).filter((code) => code !== ''),
  z.array(z.string().max(80)).max(200),
);

/** What `<input type="datetime-local">` sends is an hour of the institution; an API may send an instant with its zone. */
export const moment = z.union([z.iso.datetime({ offset: true }), z.iso.datetime({ local: true, offset: false })], 'input.moment');

export const newPieceInput = z.object({
  kind: z.enum(kindCodes, 'input.choice'),
  title: z.string('input.required').trim().min(1, 'input.required').max(300),
  /** The dependency that answers for it; the writer's own when absent. */
  unit: blank(rowId),
  item: blank(rowId),
  campaign: blank(rowId),
  request: blank(rowId),
  slot: blank(rowId),
  slotDay: blank(day),
  owner: blank(z.uuid('input.person')),
  dueOn: blank(day),
});

const fieldValue = z.union([z.string().max(10_000), z.object({ asset: rowId, alt: z.string().max(1000).default('') })]);

/** What is written: title, the kind's fields and the text. `was` holds what the form showed, to join it with what others saved. */
export const writtenPieceInput = z.object({
  piece: rowId,
  revision: rowId,
  title: z.string('input.required').trim().min(1, 'input.required').max(300),
  fields: z.record(z.string().max(60), fieldValue).default({}),
  /** Checked by `readBody`. */
  body: z.unknown(),
  was: z
    .object({ title: z.string(), fields: z.record(z.string(), fieldValue), body: z.unknown() })
    .partial()
    .optional(),
});

/** A text that is only looked at: nothing of it need be there yet. */
export const contentInput = z.object({
  title: z.string().max(300).default(''),
  fields: z.record(z.string().max(60), fieldValue).default({}),
  /** Checked by `readBody`. */
  body: z.unknown(),
});

/** What surrounds a piece: whose it is, where it belongs, when it should go out. */
export const pieceDetailsInput = z.object({
  piece: rowId,
  revision: rowId,
  unit: rowId,
  item: blank(rowId),
  campaign: blank(rowId),
  owner: blank(z.uuid('input.person')),
  line: blank(z.enum(contentLines, 'input.choice')),
  segments: codes,
  regions: regionCodes,
  channels: codes,
  slug: z.string().trim().max(120).optional(),
  dueOn: blank(day),
  embargoUntil: blank(moment),
  expiresOn: blank(day),
  reviewOn: blank(day),
});

export const discardInput = z.object({ piece: rowId });

export type NewPieceInput = z.output<typeof newPieceInput>;
export type WrittenPieceInput = z.output<typeof writtenPieceInput>;
export type PieceDetailsInput = z.output<typeof pieceDetailsInput>;

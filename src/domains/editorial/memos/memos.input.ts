import { z } from 'zod';
import { blank, day, maybeLine, rowId, several, ticked } from '#platform/http/fields.ts';
import { memoKinds, memoStates, readingMeans } from './memo.ts';

export const seriesInput = z.object({
  kind: z.enum(memoKinds, 'input.choice'),
  unit: blank(rowId),
  prefix: z.string('input.required').trim().min(1, 'input.required').max(60),
  /** The last number that was given on paper this year; the house goes on from it. */
  last: z.preprocess(
    (value) => (value === '' || value === undefined ? 0 : value),
    z.coerce.number('input.choice').int().min(0).max(99_999),
  ),
});
export type SeriesInput = z.output<typeof seriesInput>;
export const closedSeriesInput = z.object({ series: rowId });

export const addressingInput = z.object({
  piece: rowId,
  units: several(rowId),
  below: ticked,
  headsOnly: ticked,
  remindAfter: z.coerce.number('input.choice').int().min(1).max(60).default(3),
  remindTimes: z.coerce.number('input.choice').int().min(0).max(10).default(0),
});
export type AddressingInput = z.output<typeof addressingInput>;

/** `sha256`: the content that the page showed to whoever signs. */
export const memoSignatureInput = z.object({
  piece: rowId,
  sha256: z.string('input.required').length(64, 'input.required'),
  code: z.string().trim().max(40).default(''),
});
export type MemoSignatureInput = z.output<typeof memoSignatureInput>;

export const memoPieceInput = z.object({ piece: rowId });
export const annulmentInput = z.object({
  piece: rowId,
  reason: z.string('input.required').trim().min(10, 'piece.needs_reason').max(2000),
});

const names = z.preprocess(
  (value) => (typeof value === 'string' ? value.split('\n').flatMap((line) => line.trim().replace(/\s+/g, ' ') || []) : (value ?? [])),
  z.array(z.string().max(200)).max(1000),
);
export const sheetInput = z.object({
  memo: rowId,
  unit: rowId,
  means: z.enum(['print', 'screen'], 'input.choice'),
  heldOn: day,
  people: several(z.uuid('input.choice'), 2000),
  names,
  note: maybeLine(1000),
});
export type SheetInput = z.output<typeof sheetInput>;

/** The whole list as it should have been; nobody takes it back. */
export const sheetCorrectionInput = sheetInput.omit({ unit: true }).extend({
  sheet: rowId,
  reason: z.string('input.required').trim().min(10, 'piece.needs_reason').max(2000),
});
export type SheetCorrectionInput = z.output<typeof sheetCorrectionInput>;

const page = z.coerce.number().int().min(1).max(100_000).catch(1).default(1);
const search = z.string().trim().max(200).catch('').default('');
const maybe = <S extends z.ZodType>(shape: S) => shape.optional().catch(undefined);
export const memosFilterInput = z.object({
  q: search,
  kind: maybe(z.enum(memoKinds)),
  state: maybe(z.enum(memoStates)),
  unit: maybe(rowId),
  page,
});
export type MemosFilter = z.output<typeof memosFilterInput>;
export const readersFilterInput = z.object({
  q: search,
  unit: maybe(rowId),
  state: maybe(z.enum(['read', 'unread', ...readingMeans])),
  page,
});
export type ReadersFilter = z.output<typeof readersFilterInput>;

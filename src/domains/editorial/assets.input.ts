import { z } from 'zod';
import { assetKinds, attachments } from './asset.ts';
import { day, blank, rowId } from '#platform/http/fields.ts';

export const assetId = z.coerce.number('input.choice').int('input.choice').positive('input.choice');

/** What comes with a file: whose it is, and the piece being written, when it comes within one. */
export const uploadInput = z.object({ unit: blank(rowId), piece: blank(rowId) });

const box = z.preprocess((value) => value === true || value === 'true' || value === 'on' || value === 'yes', z.boolean());
const hundredths = z.coerce.number('input.percent').int('input.percent').min(0, 'input.percent').max(100, 'input.percent').default(50);

/** Words parted by commas, or a list: small, each once. */
export const tags = z.preprocess(
  (value) => [
    ...new Set(
      [value ?? []]
        .flat()
        .flatMap((one) => String(one).split(','))
        .map((tag) => tag.trim().replace(/\s+/g, ' ').toLocaleLowerCase('es'))
        .filter((tag) => tag !== ''),
    ),
  ],
  z.array(z.string().max(60)).max(30),
);

export const assetInput = z.object({
  asset: assetId,
  revision: rowId,
  title: z.string('input.required').trim().min(1, 'input.required').max(200),
  alt: z.string().trim().max(1000).default(''),
  credit: z.string().trim().max(300).default(''),
  licence: z.string().trim().max(300).default(''),
  expiresOn: blank(day),
  tags,
  focalX: hundredths,
  focalY: hundredths,
  peopleShown: box,
  minorsShown: box,
  transcript: z.string().trim().max(200_000).default(''),
  unit: blank(rowId),
});

export const attachmentInput = z.object({ asset: assetId, as: z.enum(attachments, 'input.choice') });

export const assetWithdrawalInput = z.object({
  asset: assetId,
  reason: z.string('input.required').trim().min(1, 'input.required').max(1000),
});

/** What is asked of a list of the library, from an address or an API; what makes no sense counts as not asked. */
export const assetFilterInput = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  kind: z.enum(assetKinds).optional().catch(undefined),
  tag: z.string().trim().max(60).optional().catch(undefined),
  unit: z.coerce.number().int().positive().optional().catch(undefined),
  state: z.enum(['rights', 'expired', 'words', 'unused', 'withdrawn']).optional().catch(undefined),
  after: z.coerce.number().int().positive().optional().catch(undefined),
});

export type AssetInput = z.output<typeof assetInput>;
export type AssetFilter = z.output<typeof assetFilterInput>;

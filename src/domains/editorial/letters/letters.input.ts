import { z } from 'zod';
import { rowId, version } from '#platform/http/fields.ts';
import { whomInput } from '#domains/channels/index.ts';

const whyWritten = ['subscription', 'internal', 'service', 'alert'] as const;
const why = z.enum(whyWritten, 'input.choice');

export const linksAskedInput = z.object({ piece: rowId, why });
export const testLetterInput = z.object({ piece: rowId, why, contact: rowId.optional().catch(undefined) });

/** What a preview is asked to show, from its address: whatever is not one of its choices is the first of them. */
export const letterLookInput = z.object({
  why: why.catch('subscription'),
  segment: z.string().max(60).optional().catch(undefined),
  contact: rowId.optional().catch(undefined),
  scheme: z.enum(['light', 'dark']).catch('light'),
});

/** A piece that goes by mail to segments. */
export const mailedPieceInput = whomInput.extend({ piece: rowId, kind: why });
export const remailedInput = z.object({ mailing: rowId, version });

export type MailedPieceInput = z.output<typeof mailedPieceInput>;
export type TestLetterInput = z.output<typeof testLetterInput>;

import { z } from 'zod';
import { passageBlock } from './passages.ts';
import { rowId } from '#platform/http/fields.ts';

const block = z.string().regex(passageBlock, 'input.choice').default('');
const quote = z.string().trim().max(2000).default('');
const text = z.string('input.required').trim().min(1, 'input.required').max(4000);

/** On a passage: its block and its words; with neither, on the whole piece. */
export const commentInput = z.object({ piece: rowId, block, quote, text });

export const replyInput = z.object({ comment: rowId, text });

export const threadInput = z.object({ comment: rowId });

export const suggestionInput = z.object({
  piece: rowId,
  block: block.refine((said) => said !== '', 'input.required'),
  quote: quote.refine((said) => said !== '', 'input.required'),
  /** Empty: to leave the passage out. */
  replacement: z.string().max(4000).default(''),
  reason: z.string().trim().max(1000).default(''),
});

export const suggestionDecisionInput = z.object({ suggestion: rowId, decision: z.enum(['accepted', 'declined'], 'input.choice') });

export type CommentInput = z.output<typeof commentInput>;
export type ReplyInput = z.output<typeof replyInput>;
export type SuggestionInput = z.output<typeof suggestionInput>;
export type SuggestionDecisionInput = z.output<typeof suggestionDecisionInput>;

import { z } from 'zod';

export const returnKinds = ['hard', 'soft', 'delayed', 'complaint', 'auto_reply', 'other'] as const;

export const returnsFilterInput = z.object({
  kind: z.enum(returnKinds).optional().catch(undefined),
  q: z
    .string()
    .trim()
    .max(200)
    .optional()
    .transform((value) => value || undefined)
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type ReturnsFilter = z.output<typeof returnsFilterInput>;

/**
 * What a mail provider tells by its webhook, in the one form that the house knows (docs/operations/bounces.md says how those of known
 * providers become it). `recipient` is the address from which the mail left, which says whose it was.
 */
export const toldReturnsInput = z.object({
  events: z
    .array(
      z.object({
        id: z.string().min(1).max(200),
        recipient: z.string().min(1).max(400),
        kind: z.enum(['bounce', 'complaint', 'delay']),
        status: z
          .string()
          .regex(/^[245]\.\d{1,3}\.\d{1,3}$/)
          .optional(),
        says: z.string().max(2_000).default(''),
      }),
    )
    .min(1)
    .max(1_000),
});

export type ToldReturns = z.output<typeof toldReturnsInput>;

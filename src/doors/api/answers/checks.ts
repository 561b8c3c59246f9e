import { z } from 'zod';
import { checks } from '#domains/editorial/index.ts';
import { id, instant, items } from './parts.ts';

const facts = z.record(z.string(), z.union([z.string(), z.number()]));

export const pieceChecks = items(
  z.strictObject({
    check: z.enum(checks),
    level: z.enum(['block', 'waived', 'warn', 'ok']),
    found: z.array(z.strictObject({ block: z.string(), quote: z.string(), case: z.string(), facts, hint: z.literal(true).optional() })),
    facts,
    waiver: z.strictObject({ who: z.string(), reason: z.string(), at: instant }).nullable(),
  }),
);

export const renditions = items(
  z.strictObject({
    channel: z.string(),
    name: z.string(),
    fields: z.array(z.strictObject({ code: z.string(), long: z.boolean(), limit: z.int() })),
    words: z.record(z.string(), z.string()),
    revision: z.int(),
    over: z.int(),
  }),
);

export const rendition = z.strictObject({ piece: id, channel: z.string() });

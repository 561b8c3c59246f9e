import { z } from 'zod';
import { maybeLine, rowId, several } from '#platform/http/fields.ts';

export const takeoverKinds = ['alert', 'notice', 'drill'] as const;
export type TakeoverKind = (typeof takeoverKinds)[number];

/** As long as it covers: read from the wall it must fit, so few words. */
export const takeoverInput = z.object({
  groups: several(rowId, 200).refine((groups) => groups.length > 0, 'takeover.no_group'),
  kind: z.enum(takeoverKinds, 'input.choice'),
  title: z.string('input.required').trim().min(1, 'input.required').max(90),
  text: z.string().trim().max(400).default(''),
  steps: z
    .preprocess(
      (value) =>
        typeof value === 'string'
          ? value
              .split(/\r?\n/)
              .map((step) => step.trim())
              .filter(Boolean)
          : value,
      z.array(z.string().trim().min(1).max(90)).max(3, 'takeover.steps'),
    )
    .default([]),
  address: maybeLine(120),
  reason: z.string('input.required').trim().min(5, 'takeover.reason').max(1000),
  minutes: z.coerce
    .number('takeover.minutes')
    .int('takeover.minutes')
    .min(1, 'takeover.minutes')
    .max(10_080, 'takeover.minutes')
    .default(60),
});
export const givenBackInput = z.object({ takeover: rowId });

export type TakeoverInput = z.output<typeof takeoverInput>;

export const takeoversFilterInput = z.object({
  q: z.string().trim().max(200).optional(),
  kind: z.enum(takeoverKinds).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type TakeoversFilterInput = z.output<typeof takeoversFilterInput>;

import { z } from 'zod';
import { measureCard, measureInput, measures, planBoard } from '#domains/metrics/index.ts';
import { isDay, type Day } from '#platform/clock/day.ts';
import * as answer from './answers/figures.ts';
import { items } from './answers/parts.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

const id = z.coerce.number().int().positive();

/** How plans go. */
export const figureEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/plans/{plan}/board',
    says: 'How a plan goes on a day: progress, lights, lateness and every indicator.',
    action: 'work.read',
    input: z.object({
      plan: id,
      unit: id.optional(),
      component: id.optional(),
      light: z.enum(['good', 'risk', 'off', 'none']).optional(),
      search: z.string().trim().max(200).optional(),
      at: z
        .string()
        .refine((text): text is Day => isDay(text), 'input.day')
        .optional(),
    }),
    answer: answer.board,
    run: ({ ctx, input: { plan, ...filter } }) => planBoard(ctx, plan, filter),
  }),
  endpoint({
    method: 'get',
    path: '/measures',
    says: 'The catalogue of what can be counted.',
    action: 'work.read',
    answer: items(answer.measure),
    run: () => Promise.resolve({ items: measures }),
  }),
  endpoint({
    method: 'get',
    path: '/measures/{measure}',
    says: 'What a measure counted between two days: its value, months, parts and records, `after` the last one of a page (`day.id`).',
    action: 'work.read',
    input: measureInput.extend({ measure: z.string().max(80) }),
    answer: answer.measureCard,
    run: ({ ctx, input: { measure, ...asked } }) => measureCard(ctx, measure, asked),
  }),
];

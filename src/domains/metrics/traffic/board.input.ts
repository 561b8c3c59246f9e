import { z } from 'zod';
import { sources } from './sources.ts';

/** What counted a view. */
export const visitOrigins = ['own', 'matomo', 'umami', 'csv'] as const;
export type VisitOrigin = (typeof visitOrigins)[number];

/** Whole months, so that what is kept by month and by day says the same. */
export const windows = ['month', 'quarter', 'twelve', 'year', 'last_year'] as const;
export type Window = (typeof windows)[number];

const text = (most: number) => z.string().trim().max(most).optional().catch(undefined);

/** What the address of the board asks for; what it does not understand it leaves out. */
export const trafficInput = z.object({
  /** A window, or a month: `2026-11`. */
  period: z
    .union([z.enum(windows), z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)])
    .optional()
    .catch(undefined),
  /** A site's code; `portal` is our own. */
  site: text(60),
  /** `-`: no rule fits. */
  section: text(60),
  source: z.enum(sources).optional().catch(undefined),
  origin: z.enum(visitOrigins).optional().catch(undefined),
  day: z.iso.date().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type TrafficAsked = z.output<typeof trafficInput>;

import { z } from 'zod';

// What devices say. Titles and sources are their word: shown as text, never followed.
const pixels = z.number().int().min(0).max(20_000).catch(0);

export const pairingInput = z.object({ width: pixels.default(0), height: pixels.default(0) });

export const beatInput = z.object({
  slide: z.string().max(120).default(''),
  title: z.string().max(200).default(''),
  source: z.string().max(60).default(''),
  program: z.string().max(64).default(''),
  width: pixels.default(0),
  height: pixels.default(0),
  clockOffsetMs: z.number().int().min(-4e12).max(4e12).default(0),
  waitingPlays: z.number().int().min(0).max(1e7).default(0),
  /** The titles of what it should show and cannot: a film that does not play, a picture that found no room. */
  cannot: z.array(z.string().max(200)).max(20).optional(),
  /** A small JPEG or WebP of what is on the glass, in base64. */
  picture: z.string().max(90_000).optional(),
});

export const playInput = z.object({
  item: z.string().min(1).max(80),
  title: z.string().max(200).default(''),
  source: z.string().max(60).default(''),
  /** Milliseconds since 1970 by the house's clock. */
  started: z.number().int().min(0).max(4e12),
  seconds: z.number().int().min(0).max(3600),
});
export const playsInput = z.object({ plays: z.array(playInput).max(500) });

export type BeatInput = z.output<typeof beatInput>;
export type Play = z.output<typeof playInput>;

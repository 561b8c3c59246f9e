import { z } from 'zod';
import { returnKinds } from '#domains/channels/index.ts';
import { day, id, instant } from './parts.ts';
import { news } from './publishing.ts';

export const letter = z.strictObject({
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  language: z.enum(['es', 'en']),
  approved: z.boolean(),
  checks: z.array(
    z.strictObject({
      check: z.enum(['approved', 'class', 'segment', 'leave', 'holes', 'alt', 'links', 'size', 'subject']),
      case: z.string(),
      /** `bad` stops it, `look` is worth a look, `asked` is not known yet. */
      state: z.enum(['good', 'look', 'bad', 'asked']),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  links: z.array(
    z.strictObject({
      address: z.string(),
      state: z.enum(['asked', 'alive', 'dead', 'unseen']).nullable(),
      problem: z.string().nullable(),
      status: z.int().nullable(),
      lookedAt: instant.nullable(),
    }),
  ),
  /** Of the HTML, in bytes. */
  size: z.int(),
});
export const asked = z.strictObject({ asked: z.int() });
export const newsletters = news.pick({ items: true, total: true }).strict();
export const edited = z.strictObject({ piece: id });
export const newsletter = z.strictObject({
  piece: id,
  title: z.string(),
  revision: z.int(),
  lead: z.string(),
  since: instant,
  stories: z.array(z.strictObject({ piece: id, headline: z.string(), href: z.string(), summary: z.string(), more: z.int() })),
  left: z.array(
    z.strictObject({
      piece: id,
      title: z.string(),
      kind: z.string(),
      unitName: z.string().nullable(),
      publishedAt: instant,
      expiresOn: day.nullable(),
    }),
  ),
});
export const returns = z.strictObject({
  items: z.array(
    z.strictObject({
      id,
      kind: z.enum(returnKinds),
      means: z.enum(['smtp', 'imap', 'hook']),
      status: z.string(),
      says: z.string(),
      done: z.enum(['stopped', 'counted', 'noted']),
      at: instant,
      address: z.string().nullable(),
      contact: id.nullable(),
      mailing: id.nullable(),
      mailingTitle: z.string().nullable(),
    }),
  ),
  count: z.int(),
});

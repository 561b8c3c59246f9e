import { z } from 'zod';
import { calendarDay as day, blank, rowId as id, several } from '#platform/http/fields.ts';
import { kindCodes } from './kinds.ts';
import { informationClasses } from './piece.ts';
import { codes } from './pieces.input.ts';
import { regionCodes } from './regions.input.ts';
import { requestPiles, type RequestPile } from './request.ts';

const files = several(z.uuid('input.choice'), 20);
const person = blank(z.uuid('input.person'));
const asked = (code: string, longest: number) => z.string(code).trim().min(1, code).max(longest);
const said = asked('request.needs_words', 5_000);

/** What a request may become; `campaign` is none of the kinds of piece. */
export const requestKinds = [...kindCodes, 'campaign'] as const;
const kind = blank(z.enum(requestKinds, 'input.choice'));

export const askInput = z.object({
  title: asked('request.needs_title', 200),
  what: asked('request.needs_what', 5_000),
  why: z.string().trim().max(5_000).default(''),
  forWhom: z.string().trim().max(2_000).default(''),
  segments: codes,
  regions: regionCodes,
  wantedOn: blank(day),
  class: z.enum(informationClasses, 'input.choice').default('public'),
  kind,
  /** For whom it is asked; the asker's own dependency when absent. */
  unit: blank(id),
  /** The ids of files kept before. */
  files: files.default([]),
});

/** The same from somebody without an account. */
export const outsideAskInput = askInput.pick({ title: true, what: true, why: true, forWhom: true, wantedOn: true, files: true }).extend({
  name: asked('request.needs_name', 200),
  email: z.email('request.needs_mail').max(200),
});

export const sayInput = z.object({ request: id, text: said, files: files.default([]) });
export const returnInput = z.object({ request: id, text: said });
export const withdrawRequestInput = z.object({ request: id, text: z.string().trim().max(2_000).default('') });
export const finishInput = z.object({ request: id, text: z.string().trim().max(2_000).default('') });
export const mergeInput = z.object({ request: id, into: id, text: z.string().trim().max(2_000).default('') });
export const assignInput = z.object({ request: id, assignee: person, dueOn: blank(day) });

export const acceptInput = z.object({
  request: id,
  into: z.enum(['piece', 'campaign', 'existing'], 'input.choice'),
  /** Of a new piece. */
  kind: blank(z.enum(kindCodes, 'input.choice')),
  /** The piece that it becomes part of, when that is there already. */
  piece: blank(id),
  item: blank(id),
  assignee: person,
  dueOn: blank(day),
  /** Of a new campaign. */
  scope: z.enum(['external', 'internal'], 'input.choice').default('external'),
  /** Of a new piece that is classified or reserved: its norm, since when and until when. */
  classBasis: z.string().trim().max(500).default(''),
  classSince: blank(day),
  classUntil: blank(day),
  text: z.string().trim().max(2_000).default(''),
});

/** What the address of a list of requests asks for; what it does not understand it leaves out. */
export const requestFilterInput = z.object({
  pile: z
    .enum(Object.keys(requestPiles) as [RequestPile, ...RequestPile[]])
    .catch('waiting')
    .default('waiting'),
  q: z.string().trim().max(200).catch('').default(''),
  unit: z.coerce.number().int().positive().optional().catch(undefined),
  kind: z.enum(requestKinds).optional().catch(undefined),
  region: z
    .string()
    .regex(/^\d{2}(\d{3})?$/)
    .optional()
    .catch(undefined),
  assignee: z
    .union([z.uuid(), z.literal('nobody')])
    .optional()
    .catch(undefined),
  /** Only what the actor asked himself. */
  mine: z.literal('yes').optional().catch(undefined),
  /** The last one of the page before. */
  after: z.coerce.number().int().positive().optional().catch(undefined),
});

export type AskInput = z.output<typeof askInput>;
export type OutsideAskInput = z.output<typeof outsideAskInput>;
export type AcceptInput = z.output<typeof acceptInput>;
export type RequestFilter = z.output<typeof requestFilterInput>;

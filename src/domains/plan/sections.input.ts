import { z } from 'zod';
import { sectionKinds } from './plan.ts';
import { code } from './rows.input.ts';
import { id } from './versions.input.ts';

const item = z.object({ code, title: z.string().trim().max(500), text: z.string().trim().max(20_000).default('') });

const said = {
  title: z.string().trim().min(1, 'input.required').max(300),
  body: z.string().trim().max(30_000).default(''),
  items: z.array(item).max(200).default([]),
};

export const sectionInput = z.object({ version: id, section: code, revision: id, ...said, was: z.object(said).partial().optional() });
export const newSectionInput = z.object({
  version: id,
  /** Without one it follows from the title. */
  code: z.preprocess((value) => (value === '' ? undefined : value), code.optional()),
  kind: z.enum(sectionKinds, 'input.choice').default('text'),
  ...said,
});
export const placeSectionInput = z.object({ version: id, section: code, position: z.coerce.number().int().min(1) });
export const removeSectionInput = z.object({ version: id, section: code, revision: id });

export type SectionInput = z.output<typeof sectionInput>;
export type NewSectionInput = z.output<typeof newSectionInput>;
export type PlaceSectionInput = z.output<typeof placeSectionInput>;
export type RemoveSectionInput = z.output<typeof removeSectionInput>;

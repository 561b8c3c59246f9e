import type { z } from 'zod';
import {
  addCoded,
  addSection,
  codedInput,
  editCoded,
  editSection,
  newCodedInput,
  newSectionInput,
  placeCoded,
  placeCodedInput,
  placeSection,
  placeSectionInput,
  removeCoded,
  removeCodedInput,
  removeSection,
  removeSectionInput,
  sectionInput,
} from '#domains/plan/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { parse } from '#platform/http/form.ts';
import { isRefusal, NotFound, type Refusal } from '#platform/refusal.ts';
import { codedTyped } from './coded-typed.ts';
import { sectionTyped } from './section-typed.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

interface Change {
  /** What the form is as its command takes it, or what is wrong with it. */
  readonly read: (fields: Fields) => Refusal | ((ctx: Ctx) => Promise<unknown>);
  /** The place of the page to come back to. */
  readonly at: (fields: Fields, result: unknown) => string;
}

/** What the forms of the plan's text ask for, each by its intent. */
const changes: Readonly<Record<string, Change>> = {
  edit: change(sectionInput, editSection, sectionTyped, ({ section }) => String(section)),
  add: change(newSectionInput, addSection, sectionTyped, (_, result) => String((result as { section: string }).section)),
  place: change(
    placeSectionInput,
    placeSection,
    (fields) => fields,
    ({ section }) => String(section),
  ),
  remove: change(
    removeSectionInput,
    removeSection,
    (fields) => fields,
    () => 'contenido',
  ),
  'coded.edit': change(codedInput, editCoded, codedTyped, ({ kind, code }) => `${String(kind)}-${String(code)}`),
  'coded.add': change(newCodedInput, addCoded, codedTyped, ({ kind }, result) => `${String(kind)}-${(result as { code: string }).code}`),
  'coded.place': change(
    placeCodedInput,
    placeCoded,
    (fields) => fields,
    ({ kind, code }) => `${String(kind)}-${String(code)}`,
  ),
  'coded.remove': change(
    removeCodedInput,
    removeCoded,
    (fields) => fields,
    ({ kind }) => `${String(kind)}s`,
  ),
};

function change<S extends z.ZodType>(
  shape: S,
  command: (ctx: Ctx, input: z.output<S>) => Promise<unknown>,
  typed: (fields: Fields) => object,
  at: Change['at'],
): Change {
  return {
    at,
    read: (fields) => {
      const input = parse(shape, typed(fields));
      return isRefusal(input) ? input : (ctx) => command(ctx, input);
    },
  };
}

/** Carries out what a form of the text asks for. @returns where on the page it stands, or the refusal. @throws NotFound */
export async function changeText(
  fields: Fields,
  perform: (work: (ctx: Ctx) => Promise<unknown>) => Promise<unknown>,
): Promise<{ at: string } | Refusal> {
  const asked = changes[String(fields['intent'] ?? 'edit')];
  if (!asked) throw new NotFound(`intent ${String(fields['intent'])}`);
  const work = asked.read(fields);
  if (isRefusal(work)) return work;
  const result = await perform(work);
  return isRefusal(result) ? result : { at: asked.at(fields, result) };
}

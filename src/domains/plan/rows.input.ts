import { z } from 'zod';
import { additions, directions, frequencies, kinds, recurrences } from './plan.ts';
import { calendarDay as day, blank } from '#platform/http/fields.ts';
import { id } from './versions.input.ts';

const empty = (value: unknown) => (value === '' || value === undefined ? null : value);
/** A form sends nothing for an empty list and plain text for one of one. */
const listOf = <S extends z.ZodType>(shape: S) =>
  z.preprocess((value) => (empty(value) === null ? [] : [value].flat().filter((one) => one !== '')), z.array(shape).max(200));

export const code = z
  .string()
  .trim()
  .min(1, 'input.required')
  .max(60, 'input.too_big')
  .regex(/^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/, 'input.code');
export const title = z.string().trim().min(1, 'input.required').max(500);
export const decimal = z.preprocess(
  (value) => (typeof value === 'string' && /^-?\d+(,\d+)?$/.test(value.trim()) ? value.trim().replace(',', '.') : value),
  z.coerce.number('input.number').finite('input.number').min(-1e15).max(1e15),
);

/** The fields that a person may write, by kind. Absent fields stay as they are. */
const common = {
  code,
  title,
  description: z.string().trim().max(5_000),
  unit: blank(id),
  person: blank(z.uuid('input.person')),
};
const serves = { alsoServes: listOf(id) };

export const fieldsOf = {
  objective: z.object({ ...common, aligned: blank(id) }),
  component: z.object({ ...common, ...serves }),
  responsibility: z.object(common),
  activity: z.object({
    ...common,
    ...serves,
    startsOn: day,
    endsOn: day,
    recurrence: z.enum(recurrences),
    segments: listOf(z.string()),
    channels: listOf(z.string()),
  }),
  indicator: z.object({
    ...common,
    measure: z
      .string()
      .trim()
      .regex(/^[a-z]+\.[a-z_]+$/, 'input.measure'),
    filter: z.record(z.string().max(40), z.string().max(120)),
    figureUnit: z.string().trim().max(60),
    direction: z.enum(directions),
    addsUp: z.enum(additions),
    frequency: z.enum(frequencies),
    baseline: blank(decimal),
    baselineNote: z.string().trim().max(500),
  }),
};

export type Fields = Partial<z.output<(typeof fieldsOf)[keyof typeof fieldsOf]>>;

const place = { version: id, item: id };

export const addInput = z.object({
  version: id,
  kind: z.enum(kinds),
  parent: blank(id),
  position: blank(id).optional(),
  fields: z.record(z.string(), z.unknown()),
});
export const editInput = z.object({
  ...place,
  revision: id,
  fields: z.record(z.string(), z.unknown()),
  was: z.record(z.string(), z.unknown()).optional(),
});
export const moveRowInput = z.object({ ...place, parent: blank(id), position: id });
export const removeInput = z.object({ ...place, revision: id });
export const targetsInput = z.object({
  ...place,
  revision: id,
  targets: z.array(z.object({ startsOn: day, endsOn: day, value: decimal })).max(200),
});

export type AddInput = z.output<typeof addInput>;
export type EditInput = z.output<typeof editInput>;
export type MoveRowInput = z.output<typeof moveRowInput>;
export type RemoveInput = z.output<typeof removeInput>;
export type TargetsInput = z.output<typeof targetsInput>;

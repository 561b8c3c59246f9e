import { z } from 'zod';
import { calendarDay as day } from '#platform/http/fields.ts';
import { additions, channelClasses, channelModes, directions, frequencies, recurrences, sectionKinds } from './plan.ts';

/**
 * The plan file, form `pregon.plan/1` (templates/plans/README.md), as parsed from YAML or XLSX: absent texts are empty, absent
 * lists are empty lists, an activity without dates has the plan's.
 */
export type PlanFile = z.output<typeof planFileShape>;

/** Excel refuses longer text in a cell (32,767), and a workbook must hold all that a plan says. */
const longest = 30_000;

const plain = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .trim();
const cell = (value: unknown) => (typeof value === 'number' ? String(value) : value === '' ? undefined : value);
const missing = (fallback: unknown) => (value: unknown) => (value === null || value === undefined || value === '' ? fallback : cell(value));

const word = (max: number) => z.preprocess(cell, z.string().overwrite(plain).min(1, 'input.required').max(max));
const text = (max = longest) => z.preprocess(missing(''), z.string().overwrite(plain).max(max));
const code = z.preprocess(
  cell,
  z
    .string()
    .trim()
    .min(1, 'input.required')
    .max(60)
    .regex(/^[\p{L}\p{N}]+([._-][\p{L}\p{N}]+)*$/u, 'input.code'),
);
const anchor = z.preprocess(
  cell,
  z
    .string()
    .trim()
    .min(1, 'input.required')
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'input.kebab'),
);
const orNull = <S extends z.ZodType>(shape: S) => z.preprocess(missing(null), shape.nullable());
const list = <S extends z.ZodType>(shape: S) => z.preprocess((value) => value ?? [], z.array(shape).max(20_000));
const title = word(500);
const amount = z.number('input.number').min(-1e15).max(1e15);
/** Who answers for a row: a mail of this institution. */
const person = orNull(z.email('input.email').toLowerCase());
const said = { description: text(5_000), person };

const target = z.strictObject({ starts_on: day, ends_on: day, value: amount });

/** The fields as they are written; `planFileShape` fills in the dates that an activity leaves to its plan. */
export const planFileFields = z.strictObject({
  plan: z.strictObject({
    code: anchor,
    title: word(300),
    summary: text(2_000),
    unit: anchor,
    starts_on: day,
    ends_on: day,
    aligns_with: orNull(anchor),
  }),
  units: list(z.strictObject({ code: anchor, name: word(200) })),
  sections: list(
    z.strictObject({
      code: anchor,
      kind: z.enum(sectionKinds),
      title: word(300),
      body: text(),
      items: list(z.strictObject({ code, title: text(500), text: text(20_000) })),
    }),
  ),
  segments: list(z.strictObject({ code, name: word(200), focus: text(5_000), channels: list(code) })),
  channels: list(
    z.strictObject({ code, name: word(200), class: z.enum(channelClasses), mode: z.enum(channelModes), purpose: text(5_000) }),
  ),
  objectives: list(
    z.strictObject({
      code,
      title,
      ...said,
      unit: orNull(anchor),
      aligns: orNull(
        z
          .string()
          .trim()
          .regex(/^[a-z0-9-]+\/.+$/, 'input.aligns'),
      ),
    }),
  ),
  components: list(z.strictObject({ code, objective: code, also_serves: list(code), title, ...said, unit: orNull(anchor) })),
  responsibilities: list(z.strictObject({ code, component: code, title, ...said, unit: orNull(anchor) })),
  activities: list(
    z.strictObject({
      code,
      responsibility: code,
      also_serves: list(code),
      title,
      ...said,
      unit: orNull(anchor),
      starts_on: orNull(day),
      ends_on: orNull(day),
      recurrence: z.preprocess(missing('none'), z.enum(recurrences)),
      segments: list(code),
      channels: list(code),
    }),
  ),
  indicators: list(
    z.strictObject({
      code,
      activity: code,
      title,
      ...said,
      in_charge: orNull(anchor),
      measure: word(80).pipe(z.string().regex(/^[a-z]+\.[a-z_]+$/, 'input.measure')),
      filter: z.preprocess((value) => value ?? {}, z.record(z.string().max(40), z.preprocess(cell, z.string().max(120)))),
      unit: text(60),
      direction: z.enum(directions),
      adds_up: z.enum(additions),
      frequency: z.enum(frequencies),
      baseline: z.preprocess(
        (value) => value ?? {},
        z.strictObject({ value: z.preprocess((value) => value ?? null, amount.nullable()), note: text(500) }),
      ),
      targets: list(target),
    }),
  ),
});

export const planFileShape = planFileFields.transform((file) => ({
  ...file,
  activities: file.activities.map((activity) => ({
    ...activity,
    starts_on: activity.starts_on ?? file.plan.starts_on,
    ends_on: activity.ends_on ?? file.plan.ends_on,
  })),
}));

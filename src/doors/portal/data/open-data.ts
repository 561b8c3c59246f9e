import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Cell, Sheet } from '#platform/sheets/write.ts';
import { csvOf } from '#platform/sheets/write.ts';
import type { PublicFigure, Standing } from '../plan/standing.ts';

const day = z.iso.date();
const percent = z.number().min(0).max(100);
const advance = z
  .strictObject({ progress: percent, due: percent })
  .nullable()
  .describe('Percent done, and percent that should be done today; null while nothing is measured.');
const light = z
  .enum(['good', 'risk', 'off', 'none'])
  .describe('good: from 95 % of what is due. risk: from 80 %. off: below. none: not measured, or without a target.');

/** The open data of a plan: what `data.json` holds, and what its schema says. */
export const planData = z.strictObject({
  $schema: z.string().optional(),
  plan: z.strictObject({ code: z.string(), title: z.string(), summary: z.string(), unit: z.string(), starts_on: day, ends_on: day }),
  version: z.strictObject({ number: z.int(), in_force_from: day }),
  as_of: day.describe("The day of the figures, in the institution's zone."),
  license: z.literal('https://creativecommons.org/licenses/by/4.0/'),
  advance,
  objectives: z.array(z.strictObject({ number: z.string(), title: z.string(), advance, late_activities: z.int() })),
  indicators: z.array(
    z.strictObject({
      code: z.string(),
      title: z.string(),
      counts: z.string(),
      objective: z.string().nullable(),
      component: z.string().nullable(),
      activity: z.string(),
      measure: z.string().describe('Code of the catalogue of measures.'),
      unit: z.string(),
      direction: z.enum(['up', 'down']).describe('Which way is better.'),
      adds_up: z.enum(['sum', 'last', 'average', 'ratio', 'percentile']),
      frequency: z.enum(['month', 'quarter', 'year']),
      reads_itself: z.boolean(),
      baseline: z.number().nullable(),
      value: z.number().nullable(),
      target: z.number().nullable(),
      due: z.number().nullable().describe('What the value should be by its last measure.'),
      light,
      answers: z.string().describe('The post and dependency that answer for it.'),
      periods: z.array(
        z.strictObject({
          starts_on: day,
          ends_on: day,
          value: z.number().nullable(),
          accumulated: z.number().nullable(),
          due: z.number().nullable(),
          light,
        }),
      ),
      notes: z.array(
        z.strictObject({
          kind: z.enum(['cause', 'action']),
          text: z.string(),
          starts_on: day,
          due_on: day.nullable(),
          answers: z.string().nullable(),
        }),
      ),
    }),
  ),
});

export type PlanData = z.output<typeof planData>;

/** JSON Schema 2020-12 of `data.json`. */
export const planSchema = () => z.toJSONSchema(planData, { target: 'draft-2020-12' });

const who = (post: string | null, unit: string | null) => [post, unit].filter(Boolean).join(', ');

export function dataOf({ plan, version, today, advance: whole, objectives, components, figures }: Standing): PlanData {
  const title = (parts: readonly { item: number; title: string }[], item: number | null) =>
    parts.find((part) => part.item === item)?.title ?? null;
  return {
    plan: {
      code: plan.code,
      title: plan.title,
      summary: plan.summary,
      unit: plan.unitName,
      starts_on: plan.startsOn,
      ends_on: plan.endsOn,
    },
    version: { number: version.number, in_force_from: version.inForceFrom },
    as_of: today,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    advance: whole,
    objectives: objectives.map((part) => ({
      number: part.number,
      title: part.title,
      advance: part.advance,
      late_activities: part.lateActivities,
    })),
    indicators: figures.map((figure) => ({
      code: figure.code,
      title: figure.title,
      counts: figure.description,
      objective: title(objectives, figure.objective),
      component: title(components, figure.component),
      activity: figure.activityTitle,
      measure: figure.measure,
      unit: figure.figureUnit,
      direction: figure.direction,
      adds_up: figure.addsUp,
      frequency: figure.frequency,
      reads_itself: figure.own,
      baseline: figure.baseline,
      value: figure.value,
      target: figure.target,
      due: figure.due,
      light: figure.light,
      answers: who(figure.post, figure.unitName),
      periods: figure.periods.map((period) => ({
        starts_on: period.startsOn,
        ends_on: period.endsOn,
        value: period.value,
        accumulated: period.accumulated,
        due: period.due,
        light: period.light,
      })),
      notes: [...figure.causes, ...figure.actions].map((note) => ({
        kind: note.kind,
        text: note.text,
        starts_on: note.startsOn,
        due_on: note.dueOn,
        answers: who(note.post, note.unitName) || null,
      })),
    })),
  };
}

export const columns = [
  'plan',
  'version',
  'objective',
  'component',
  'indicator',
  'title',
  'measure',
  'unit',
  'frequency',
  'starts_on',
  'ends_on',
  'value',
  'accumulated',
  'due',
  'light',
  'answers',
] as const;

/** One row for each period of each figure: the same for CSV and XLSX. */
export function sheetOf(standing: Standing, figures: readonly PublicFigure[] = standing.figures): Sheet {
  const wanted = new Set(figures.map(({ code }) => code));
  const data = dataOf(standing);
  const rows = data.indicators
    .filter(({ code }) => wanted.has(code))
    .flatMap((one) =>
      one.periods.map((period): Cell[] => [
        data.plan.code,
        data.version.number,
        one.objective,
        one.component,
        one.code,
        one.title,
        one.measure,
        one.unit,
        one.frequency,
        period.starts_on,
        period.ends_on,
        period.value,
        period.accumulated,
        period.due,
        period.light,
        one.answers,
      ]),
    );
  return { name: data.plan.code, heads: columns, rows };
}

/** A file that any page of any site may read (CORS), with the hash of its content as its ETag. */
export function open(
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  { tag = body, name }: { tag?: string | Uint8Array; name?: string } = {},
): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'etag',
      'cache-control': 'public, max-age=60',
      etag: `"${createHash('sha256').update(tag).digest('base64url').slice(0, 22)}"`,
      ...(name ? { 'content-disposition': `inline; filename="${name}"` } : {}),
    },
  });
}

export async function csvText(sheet: Sheet): Promise<string> {
  return (await Array.fromAsync(csvOf(sheet))).join('');
}

import { z } from 'zod';
import { readRegions } from '#domains/organization/index.ts';
import { allKinds } from './contacts.input.ts';
import { acts } from './interactions.input.ts';
import { codeOf, plain } from './plain.ts';

/** What a contact is asked about. */
export const ruleFields = [
  'kind',
  'employment',
  'unit',
  'region',
  'language',
  'interest',
  'subscribed',
  ...acts,
  'reachable',
  'attribute',
  'segment',
] as const;
export type RuleField = (typeof ruleFields)[number];

/** What fields that have few values may be. */
export const ruleValues = {
  kind: allKinds,
  employment: ['servant', 'contractor'],
  language: ['es', 'en'],
  reachable: ['mail', 'phone'],
} as const satisfies Partial<Record<RuleField, readonly string[]>>;

const several = z.preprocess(
  (value) =>
    [value ?? []]
      .flat()
      .map((one) => String(one).trim())
      .filter((one) => one !== ''),
  z.array(z.string().max(200)).max(200),
);

const isAct = (field: RuleField): boolean => acts.some((act) => act === field);

export interface Condition {
  readonly field: RuleField;
  readonly not: boolean;
  readonly name: string;
  readonly values: string[];
  /** Of what was done: within so many days. */
  readonly days?: number;
}

/**
 * One thing asked: it is, or is not, any of the values. An attribute without values is asked only whether it is known; attended, answered and
 * visited without values, whether anything was.
 */
const conditionShape = z
  .object({
    field: z.enum(ruleFields, 'input.choice'),
    not: z.preprocess((value) => value === true || value === 'true', z.boolean()),
    /** Which attribute. */
    name: z.string().trim().max(60).default('').transform(plain),
    values: several,
    /** What was done, within so many days. */
    days: z.preprocess(
      (value) => (value === '' || value === null ? undefined : value),
      z.coerce.number('segment.days').int('segment.days').min(1, 'segment.days').max(3660, 'segment.days').optional(),
    ),
  })
  .transform(({ days, ...condition }, ctx): Condition => {
    const { field, values, name } = condition;
    const wrong = (message: string, params: Record<string, string> = {}) => {
      ctx.addIssue({ code: 'custom', message, params });
      return z.NEVER;
    };
    if (field === 'attribute' && name === '') return wrong('segment.attribute');
    if (isAct(field)) return { ...condition, values: values.map((value) => codeOf(value, value.length)), ...(days && { days }) };
    if (field !== 'attribute' && values.length === 0) return wrong('segment.values');
    const known: readonly string[] | undefined = field in ruleValues ? ruleValues[field as keyof typeof ruleValues] : undefined;
    const odd = known && values.find((value) => !known.includes(value));
    if (odd !== undefined) return wrong('segment.value', { value: odd });
    if (field === 'region') {
      const { codes, unknown, several: many } = readRegions(values);
      return unknown === null ? { ...condition, values: codes } : wrong(many ? 'region.several' : 'region.unknown', { name: unknown });
    }
    if (field === 'interest' || field === 'attribute')
      return {
        ...condition,
        values: values
          .flatMap((value) => value.split(/[;\n]/))
          .map((value) => value.trim().toLowerCase())
          .filter((value) => value !== ''),
      };
    return condition;
  });

/** Groups of conditions: all, any or none of each group's; and all or any of the groups. Deeper ones are segments of their own. */
export const ruleShape = z.object({
  join: z.enum(['all', 'any']).default('all'),
  groups: z.array(z.object({ join: z.enum(['all', 'any', 'none']).default('all'), conditions: z.array(conditionShape).max(20) })).max(10),
});

export type Rule = z.output<typeof ruleShape>;

/** The segments that a rule asks about. */
export const segmentsIn = (rule: Rule): string[] =>
  rule.groups.flatMap(({ conditions }) => conditions.filter(({ field }) => field === 'segment').flatMap(({ values }) => values));

/** The way back to itself that a rule would open, or null. */
export function cycleFrom(code: string, rule: Rule, known: ReadonlyMap<string, Rule>): string[] | null {
  const walk = (at: string, asked: Rule, path: readonly string[]): string[] | null => {
    for (const next of segmentsIn(asked)) {
      if (next === code) return [...path, at, next];
      const further = path.includes(next) ? undefined : known.get(next);
      const found = further && walk(next, further, [...path, at]);
      if (found) return found;
    }
    return null;
  };
  return walk(code, rule, []);
}

/** What a form says of a rule, `g0.join`, `g0.c1.values` …, as the same shape that the API takes; half-said conditions stay. */
export function draftOfForm(fields: Readonly<Record<string, string | readonly string[]>>): RuleDraft {
  const text = (name: string) => [fields[name] ?? ''].flat()[0] ?? '';
  const count = (prefix: string, what: string) => {
    let at = 0;
    while (Object.keys(fields).some((name) => name.startsWith(`${prefix}${what}${at}.`))) at++;
    return at;
  };
  return {
    join: text('join') === 'any' ? 'any' : 'all',
    groups: Array.from({ length: Math.min(10, count('', 'g')) }, (_, g) => ({
      join: text(`g${g}.join`) || 'all',
      conditions: Array.from({ length: Math.min(20, count(`g${g}.`, 'c')) }, (__, c) => ({
        field: text(`g${g}.c${c}.field`),
        not: text(`g${g}.c${c}.not`) === 'true',
        name: text(`g${g}.c${c}.name`),
        values: [fields[`g${g}.c${c}.values`] ?? []].flat().filter((one) => one !== ''),
        days: text(`g${g}.c${c}.days`),
      })),
    })),
  };
}

export interface RuleDraft {
  readonly join: string;
  readonly groups: readonly {
    readonly join: string;
    readonly conditions: readonly {
      readonly field: string;
      readonly not: boolean;
      readonly name: string;
      readonly values: readonly string[];
      readonly days?: number | string | undefined;
    }[];
  }[];
}

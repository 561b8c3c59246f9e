import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { departments, institutionOf, municipalitiesOf, regionOf } from '#domains/organization/index.ts';
import type { Said } from '#domains/plan/index.ts';
import { selectByDepartment, selectReach, selectWithin, selectYears, type Covered } from './coverage.queries.ts';
import { kindCodes } from './kinds.ts';
import { editorialPolicy } from './policy.ts';

export const coverageInput = z.object({
  department: z
    .string()
    .refine((code) => regionOf(code)?.kind === 'department')
    .optional()
    .catch(undefined),
  year: z.coerce.number().int().min(1990).max(2200).optional().catch(undefined),
  kind: z.enum(kindCodes).optional().catch(undefined),
  channel: z.string().max(60).optional().catch(undefined),
});
export type CoverageAsked = z.output<typeof coverageInput>;

export interface CoveredRegion extends Covered {
  readonly name: string;
}

export interface Coverage {
  /** Every department, or every municipality of the one asked for: those never spoken of too. */
  readonly regions: readonly CoveredRegion[];
  /** Pieces that came out, and how many of them say where. */
  readonly all: number;
  readonly placed: number;
  /** Of a department: pieces about it as a whole. */
  readonly own: number;
  readonly years: readonly number[];
}

/** Of which parts of the country the institution speaks: pieces that came out, each counted once in each. */
export async function coverage(ctx: Ctx, { department, ...filter }: CoverageAsked): Promise<Coverage> {
  authorize(ctx.actor, editorialPolicy, 'pieces.read');
  const { zone } = await institutionOf(ctx);
  const [found, reach, { first, last }] = await Promise.all([
    department ? selectWithin(ctx.db, department, filter, zone) : selectByDepartment(ctx.db, filter, zone),
    selectReach(ctx.db, filter, zone),
    selectYears(ctx.db, zone),
  ]);
  const pieces = new Map(found.map((one) => [one.code, one.pieces]));
  const regions = (department ? municipalitiesOf(department) : departments()).map(({ code, name }) => ({
    code,
    name,
    pieces: pieces.get(code) ?? 0,
  }));
  const years = first === null || last === null ? [] : Array.from({ length: last - first + 1 }, (_, at) => last - at);
  return {
    regions: regions.toSorted((one, other) => other.pieces - one.pieces || one.name.localeCompare(other.name, 'es')),
    ...reach,
    own: department ? (pieces.get(department) ?? 0) : 0,
    years,
  };
}

/** How wide the institution speaks: nothing yet, nothing placed, everywhere, or what part of the country it leaves out. */
export function coverageVoice({ regions, all, placed, own }: Coverage, department: string | null): Said {
  const [first] = regions;
  const spoken = regions.filter(({ pieces }) => pieces > 0).length;
  const silent = regions.length - spoken;
  if (all === 0) return { key: 'coverage.voice.none', vars: {} };
  if (department !== null) {
    if (spoken === 0) return { key: own > 0 ? 'coverage.voice.whole' : 'coverage.voice.nobody', vars: { name: department, own } };
    if (spoken === 1) return { key: 'coverage.voice.one_of', vars: { name: department, place: first!.name, count: silent } };
    return { key: silent === 0 ? 'coverage.voice.all_of' : 'coverage.voice.some_of', vars: { name: department, spoken, count: silent } };
  }
  if (placed === 0) return { key: 'coverage.voice.unplaced', vars: { count: all } };
  if (spoken === 1) return { key: 'coverage.voice.one', vars: { place: first!.name, count: placed } };
  return { key: silent === 0 ? 'coverage.voice.everywhere' : 'coverage.voice.some', vars: { pieces: placed, spoken, count: silent } };
}

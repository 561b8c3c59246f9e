import type { z } from 'zod';
import type { FilePath } from './faults.ts';
import { planFileShape, type PlanFile } from './plan-file.ts';

export interface Salvaged {
  /** The file with something harmless in the place of each part that its shape refuses. */
  readonly file: PlanFile;
  /** Whether something at, above or below this place is not what was written, so that nothing may be said of it. */
  readonly isBroken: (path: FilePath) => boolean;
}

/**
 * Reads a file whose shape is wrong in places as far as the rest goes, so that one look tells everything that is wrong in it:
 * names that are nowhere and dates that do not fit, too. null when too little of it has the shape.
 */
export function salvage(value: unknown, error: z.ZodError): Salvaged | null {
  if (typeof value !== 'object' || value === null) return null;
  const mended = structuredClone(value);
  const broken: FilePath[] = [];
  let { issues } = error;
  // A row that is no row at all lacks its fields only once it is one.
  for (let round = 0; round < 4; round++) {
    for (const issue of issues) mend(mended, issue, broken);
    const again = planFileShape.safeParse(mended);
    if (again.success) return { file: again.data, isBroken: (path) => broken.some((place) => touches(place, path)) };
    ({ issues } = again.error);
  }
  return null;
}

/** One lies within the other; what is said of any target of an indicator depends on all of them. */
function touches(place: FilePath, path: FilePath): boolean {
  const depth = place[2] === 'targets' ? 3 : Math.min(place.length, path.length);
  return place.slice(0, depth).every((part, at) => part === path[at]);
}

function mend(value: object, issue: z.core.$ZodIssue, broken: FilePath[]): void {
  if (issue.code === 'unrecognized_keys') {
    const owner = at(value, issue.path) as Record<string, unknown>;
    for (const key of issue.keys) delete owner[key];
    return;
  }
  const leaf = issue.path.at(-1);
  const owner = at(value, issue.path.slice(0, -1)) as Record<PropertyKey, unknown> | undefined;
  if (leaf === undefined || typeof owner !== 'object' || owner === null) return;
  broken.push(issue.path);
  if (issue.path.length === 4 && issue.path[2] === 'filter') delete owner[leaf];
  else owner[leaf] = harmless(issue.path, broken.length);
}

function at(value: unknown, path: FilePath): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
}

const rows = ['units', 'sections', 'segments', 'channels', 'objectives', 'components', 'responsibilities', 'activities', 'indicators'];
const chosen: Readonly<Record<string, unknown>> = {
  title: '…',
  name: '…',
  class: 'digital',
  mode: 'online',
  kind: 'text',
  measure: 'plan.none',
  direction: 'up',
  adds_up: 'sum',
  frequency: 'month',
  recurrence: 'none',
};

/** A value that the shape takes there and that no rule of the file can be held against. */
function harmless(path: FilePath, count: number): unknown {
  const [list] = path;
  const leaf = path.at(-1)!;
  if (path.length === 1) return rows.includes(String(list)) ? [] : {};
  if (typeof leaf === 'number') return path.length === 2 || ['items', 'targets'].includes(String(path.at(-2))) ? {} : `nada-${count}`;
  if (['items', 'targets', 'segments', 'channels', 'also_serves'].includes(String(leaf))) return [];
  if (leaf === 'filter' || leaf === 'baseline') return {};
  if (leaf === 'starts_on') return list === 'activities' ? null : '1900-01-01';
  if (leaf === 'ends_on') return list === 'activities' ? null : '2999-12-31';
  if (leaf === 'value') return path.includes('targets') ? 0 : null;
  if (typeof leaf === 'string' && leaf in chosen) return chosen[leaf];
  const named =
    ['code', 'objective', 'component', 'responsibility', 'activity'].includes(String(leaf)) || (list === 'plan' && leaf === 'unit');
  return named ? `nada-${count}` : null;
}

import type { Ctx } from '#platform/ctx.ts';
import type { PlanWork, Row } from '#domains/plan/index.ts';
import { selectActivities, selectUnitBranches } from './sums.queries.ts';
import { everything, type Wanted } from './wanted.queries.ts';

type Asked = { readonly work: Pick<PlanWork, 'version'>; readonly row: Pick<Row, 'measure' | 'filter'> };

/** What a filter may name besides the dependency and the activity, which are codes that stand for others. */
const plain = ['channel', 'class', 'segment', 'region', 'kind', 'line', 'section', 'tool'] as const;

/** The facts that each indicator counts: its measure, narrowed by its filter's codes. A code that is not there counts nothing. */
export async function wantedBy(ctx: Ctx, asked: readonly Asked[]): Promise<Wanted[]> {
  const codes = (name: string) => [...new Set(asked.flatMap(({ row }) => row.filter[name] ?? []))];
  const [units, activities] = await Promise.all([
    selectUnitBranches(ctx.db, codes('unit')),
    selectActivities(ctx.db, [...new Set(asked.map(({ work }) => work.version.id))], codes('activity')),
  ]);
  return asked.map(({ work, row: { measure, filter } }) => ({
    ...everything,
    measure: measure!,
    ...Object.fromEntries(plain.map((name) => [name, filter[name] ?? null])),
    units: filter['unit'] ? (units.get(filter['unit']) ?? []) : null,
    activities: filter['activity'] ? [activities.get(`${work.version.id} ${filter['activity']}`) ?? -1] : null,
    campaign: filter['campaign'] ? Number(filter['campaign']) || -1 : null,
  }));
}

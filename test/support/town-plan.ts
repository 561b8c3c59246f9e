import { approveVersion, importPlan, type Imported, putInForce, submitVersion, type PlanFile } from '#domains/plan/index.ts';
import { parseDay } from '#platform/clock/day.ts';
import { accepted } from '#platform/refusal.ts';
import type { Cast } from './cast.ts';
import { fileOf, smallPlan } from './drafted-plan.ts';

/** The small plan, and what Planeación owes in it: an activity that was due on 31 October 2026, and a monthly figure with a target. */
export const townPlan: PlanFile = {
  ...smallPlan,
  units: [...smallPlan.units, { code: 'planeacion', name: 'Secretaría de Planeación' }],
  activities: [
    ...smallPlan.activities.map((row) => ({ ...row, recurrence: 'none' as const })),
    {
      code: 'A2',
      responsibility: 'externa-1',
      also_serves: [],
      title: 'Publicar el avance del plan de desarrollo',
      description: '',
      person: null,
      unit: 'planeacion',
      starts_on: parseDay('2026-10-01'),
      ends_on: parseDay('2026-10-31'),
      recurrence: 'none',
      segments: [],
      channels: [],
    },
  ],
  indicators: [
    ...smallPlan.indicators,
    {
      code: 'I2',
      activity: 'A2',
      title: 'Comunicados de planeación',
      description: '',
      person: null,
      in_charge: 'planeacion',
      measure: 'participation.suggestions_answered',
      filter: {},
      unit: 'comunicados',
      direction: 'up',
      adds_up: 'sum',
      frequency: 'month',
      baseline: { value: null, note: '' },
      targets: [{ starts_on: parseDay('2026-01-01'), ends_on: parseDay('2026-12-31'), value: 24 }],
    },
  ],
};

/** The plan imported, approved by Nidia and put in force by Marcela, as of 1 February 2026. */
export async function rulingPlan(cast: Cast, plan: PlanFile = townPlan): Promise<Imported> {
  const imported = accepted(await importPlan(cast.as(), { bytes: fileOf(plan) }));
  const { version } = imported;
  accepted(await submitVersion(cast.as('julian'), { version }));
  accepted(await approveVersion(cast.as('nidia'), { version }));
  accepted(await putInForce(cast.as('marcela'), { version, on: parseDay('2026-02-01') }));
  return imported;
}

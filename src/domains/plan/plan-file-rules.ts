import type { Fault, FilePath, Where } from './faults.ts';
import type { PlanFile } from './plan-file.ts';
import { targetFault } from './targets.ts';

interface Wrong {
  readonly code: string;
  readonly details?: Record<string, string | number>;
  readonly path: FilePath;
}

/** What a file that has the right shape may still say wrong: a code twice, a name that is nowhere, dates that do not fit. Of what is broken nothing is said. */
export function contradictions(file: PlanFile, where: Where, isBroken: (path: FilePath) => boolean): Fault[] {
  const wrong = [...repeated(file), ...unknown(file, isBroken), ...misdated(file), ...misaligned(file)];
  return wrong.filter(({ path }) => !isBroken(path)).map(({ code, details = {}, path }) => ({ code, details, at: where(path) }));
}

const lists = [
  'units',
  'sections',
  'segments',
  'channels',
  'objectives',
  'components',
  'responsibilities',
  'activities',
  'indicators',
] as const;
type List = (typeof lists)[number];

function* repeated(file: PlanFile): Generator<Wrong> {
  for (const list of lists) yield* twice(file[list], [list]);
  for (const [at, section] of file.sections.entries()) yield* twice(section.items, ['sections', at, 'items']);
}

function* twice(rows: readonly { code: string }[], path: FilePath): Generator<Wrong> {
  const seen = new Set<string>();
  for (const [at, { code }] of rows.entries()) {
    if (seen.has(code)) yield { code: 'plan_file.repeated', details: { value: code }, path: [...path, at, 'code'] };
    seen.add(code);
  }
}

function* unknown(file: PlanFile, isBroken: (path: FilePath) => boolean): Generator<Wrong> {
  // Among codes that cannot be read may be the one that is missed.
  const unsure = new Set(lists.filter((list) => file[list].some((_, at) => isBroken([list, at, 'code']))));
  const codes = new Map(lists.map((list) => [list, new Set(file[list].map((row) => row.code))]));
  for (const { list, value, path } of references(file)) {
    if (value && !unsure.has(list) && !codes.get(list)!.has(value)) yield { code: 'plan_file.unknown', details: { value, list }, path };
  }
}

interface Reference {
  readonly list: List;
  readonly value: string | null | undefined;
  readonly path: FilePath;
}

function references(file: PlanFile): Reference[] {
  const all = (list: List, values: readonly string[], path: FilePath): Reference[] =>
    values.map((value, at) => ({ list, value, path: [...path, at] }));
  return [
    { list: 'units', value: file.plan.unit, path: ['plan', 'unit'] },
    ...file.segments.flatMap((row, at) => all('channels', row.channels, ['segments', at, 'channels'])),
    ...(['objectives', 'components', 'responsibilities', 'activities'] as const).flatMap((list) =>
      file[list].map((row, at): Reference => ({ list: 'units', value: row.unit, path: [list, at, 'unit'] })),
    ),
    ...file.components.flatMap((row, at): Reference[] => [
      { list: 'objectives', value: row.objective, path: ['components', at, 'objective'] },
      ...all('objectives', row.also_serves, ['components', at, 'also_serves']),
    ]),
    ...file.responsibilities.map((row, at): Reference => ({
      list: 'components',
      value: row.component,
      path: ['responsibilities', at, 'component'],
    })),
    ...file.activities.flatMap((row, at): Reference[] => [
      { list: 'responsibilities', value: row.responsibility, path: ['activities', at, 'responsibility'] },
      ...all('responsibilities', row.also_serves, ['activities', at, 'also_serves']),
      ...all('segments', row.segments, ['activities', at, 'segments']),
      ...all('channels', row.channels, ['activities', at, 'channels']),
    ]),
    ...file.indicators.flatMap((row, at): Reference[] => [
      { list: 'activities', value: row.activity, path: ['indicators', at, 'activity'] },
      { list: 'units', value: row.in_charge, path: ['indicators', at, 'in_charge'] },
      { list: 'units', value: row.filter['unit'], path: ['indicators', at, 'filter'] },
      { list: 'channels', value: row.filter['channel'], path: ['indicators', at, 'filter'] },
      { list: 'segments', value: row.filter['segment'], path: ['indicators', at, 'filter'] },
    ]),
  ];
}

function* misdated(file: PlanFile): Generator<Wrong> {
  const { starts_on: from, ends_on: to } = file.plan;
  if (to <= from) yield { code: 'row.backwards', path: ['plan', 'ends_on'] };
  for (const [at, row] of file.activities.entries()) {
    if (row.ends_on < row.starts_on) yield { code: 'row.backwards', path: ['activities', at, 'ends_on'] };
    if (row.starts_on < from || row.starts_on > to)
      yield { code: 'row.outside_plan', details: { from, to }, path: ['activities', at, 'starts_on'] };
    if (row.ends_on > to) yield { code: 'row.outside_plan', details: { from, to }, path: ['activities', at, 'ends_on'] };
  }
  for (const [at, row] of file.indicators.entries()) {
    const targets = row.targets
      .map((target) => ({ startsOn: target.starts_on, endsOn: target.ends_on, value: target.value, target }))
      .toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
    const fault = targetFault(targets, { figureUnit: row.unit }, { startsOn: from, endsOn: to });
    if (!fault) continue;
    const place = Number(fault.field?.split('.')[1]);
    yield {
      code: fault.refused,
      details: { ...fault.details },
      path: ['indicators', at, 'targets', row.targets.indexOf(targets[place]!.target)],
    };
  }
}

function* misaligned({ plan, objectives }: PlanFile): Generator<Wrong> {
  if (plan.aligns_with === plan.code) yield { code: 'plan.cycle', path: ['plan', 'aligns_with'] };
  for (const [at, { aligns }] of objectives.entries()) {
    if (aligns && aligns.slice(0, aligns.indexOf('/')) !== plan.aligns_with)
      yield { code: 'plan_file.aligns_elsewhere', details: { value: aligns }, path: ['objectives', at, 'aligns'] };
  }
}

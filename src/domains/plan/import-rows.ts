import type { Looked } from './import-look.ts';
import { parseDay } from '#platform/clock/day.ts';
import type { Kind, Row, Target } from './plan.ts';
import type { RowValues } from './rows.queries.ts';
import { places } from './tree.ts';

interface Written {
  readonly rows: readonly RowValues[];
  readonly targets: readonly (Target & { item: number })[];
}
type MakeItems = (kinds: readonly Kind[]) => Promise<number[]>;

/** The rows and targets of a file, each on the item that already says its kind and code in `known`, or on a new one. */
export async function rowsOf(
  looked: Looked,
  units: ReadonlyMap<string, number>,
  known: readonly Row[],
  makeItems: MakeItems,
): Promise<Written> {
  const { file } = looked;
  const listed = listOf(looked);
  const items = new Map(known.map((row) => [key(row.kind, row.code), row.item]));
  const fresh = listed.filter(({ kind, code }) => !items.has(key(kind, code)));
  const made = await makeItems(fresh.map(({ kind }) => kind));
  for (const [at, { kind, code }] of fresh.entries()) items.set(key(kind, code), made[at]!);
  const itemOf = (kind: Kind, code: string) => items.get(key(kind, code))!;
  const unitOf = (code: string | null) => (code === null ? null : units.get(code)!);
  const rows = listed.map((row, at): RowValues => ({
    ...blank,
    ...row.fields,
    kind: row.kind,
    code: row.code,
    title: row.title,
    description: row.description,
    position: at + 1,
    item: itemOf(row.kind, row.code),
    parent: row.parent && itemOf(...row.parent),
    unit: unitOf(row.unit),
    person: row.person && looked.people.get(row.person)!,
    alsoServes: row.serves ? row.serves[1].map((code) => itemOf(row.serves![0], code)) : [],
  }));
  const place = new Map(places(rows).map((one) => [one.item, one]));
  return {
    rows: rows.map((row) => ({ ...row, ...place.get(row.item) })),
    targets: file.indicators.flatMap((row) =>
      row.targets.map(({ starts_on, ends_on, value }) => ({
        item: itemOf('indicator', row.code),
        startsOn: starts_on,
        endsOn: ends_on,
        value,
      })),
    ),
  };
}

interface Listed {
  readonly kind: Kind;
  readonly code: string;
  readonly title: string;
  readonly description: string;
  readonly person: string | null;
  readonly unit: string | null;
  readonly parent: readonly [Kind, string] | null;
  readonly serves?: readonly [Kind, readonly string[]];
  readonly fields?: Partial<RowValues>;
}

function listOf({ file, alignable, units }: Looked): Listed[] {
  const codeHere = (filter: Readonly<Record<string, string>>, ids: Looked['units']) =>
    filter['unit'] ? { ...filter, unit: ids.find((unit) => unit.code === filter['unit'])?.known ?? filter['unit'] } : filter;
  return [
    ...file.objectives.map((row): Listed => ({
      ...row,
      kind: 'objective',
      parent: null,
      fields: { aligned: row.aligns ? alignable.get(row.aligns.slice(row.aligns.indexOf('/') + 1))! : null },
    })),
    ...file.components.map((row): Listed => ({
      ...row,
      kind: 'component',
      parent: ['objective', row.objective],
      serves: ['objective', row.also_serves],
    })),
    ...file.responsibilities.map((row): Listed => ({ ...row, kind: 'responsibility', parent: ['component', row.component] })),
    ...file.activities.map((row): Listed => ({
      ...row,
      kind: 'activity',
      parent: ['responsibility', row.responsibility],
      serves: ['responsibility', row.also_serves],
      fields: {
        startsOn: parseDay(row.starts_on),
        endsOn: parseDay(row.ends_on),
        recurrence: row.recurrence,
        segments: row.segments,
        channels: row.channels,
      },
    })),
    ...file.indicators.map((row): Listed => ({
      ...row,
      kind: 'indicator',
      parent: ['activity', row.activity],
      unit: row.in_charge,
      fields: {
        measure: row.measure,
        filter: codeHere(row.filter, units),
        figureUnit: row.unit,
        direction: row.direction,
        addsUp: row.adds_up,
        frequency: row.frequency,
        baseline: row.baseline.value,
        baselineNote: row.baseline.note,
      },
    })),
  ];
}

const blank = {
  number: '',
  aligned: null,
  startsOn: null,
  endsOn: null,
  recurrence: null,
  segments: [],
  channels: [],
  measure: null,
  filter: {},
  figureUnit: null,
  direction: null,
  addsUp: null,
  frequency: null,
  baseline: null,
  baselineNote: '',
} satisfies Partial<RowValues>;

const key = (kind: Kind, code: string) => `${kind}/${code}`;

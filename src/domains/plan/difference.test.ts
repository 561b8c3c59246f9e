import { describe, expect, test } from 'vitest';
import { parseDay } from '#platform/clock/day.ts';
import { difference, stretches } from './difference.ts';
import type { Row, VersionDocument } from './plan.ts';

const blank: Row = {
  item: 0,
  kind: 'objective',
  parent: null,
  position: 1,
  number: '',
  code: '',
  title: '',
  description: '',
  unit: null,
  unitName: null,
  person: null,
  personName: null,
  aligned: null,
  startsOn: null,
  endsOn: null,
  recurrence: null,
  segments: [],
  channels: [],
  alsoServes: [],
  measure: null,
  filter: {},
  figureUnit: null,
  direction: null,
  addsUp: null,
  frequency: null,
  baseline: null,
  baselineNote: '',
  targets: [],
  revision: 1,
  changedBy: null,
  changedByName: null,
  changedAt: new Date(0),
};
const row = (item: number, more: Partial<Row>): Row => ({ ...blank, item, code: `c${item}`, title: `Fila ${item}`, ...more });
const document = (rows: readonly Row[], more: Partial<VersionDocument> = {}): VersionDocument => ({
  plan: {
    id: 1,
    code: 'pec',
    title: 'Plan',
    summary: '',
    unit: 1,
    unitCode: 'prensa',
    unitName: 'Prensa',
    parent: null,
    startsOn: parseDay('2024-01-01'),
    endsOn: parseDay('2027-12-31'),
  },
  version: {
    id: 1,
    plan: 1,
    number: 1,
    state: 'draft',
    basedOn: null,
    note: '',
    createdAt: new Date(0),
    inForceFrom: null,
    inForceUntil: null,
  },
  units: [],
  sections: [],
  segments: [],
  channels: [],
  rows,
  ...more,
});

const base = document([row(1, {}), row(2, { position: 2 }), row(3, { kind: 'component', parent: 1 })]);

describe('the difference of two versions', () => {
  test('is nothing when they say the same, whoever wrote them', () => {
    expect(difference(base, document(base.rows.map((one) => ({ ...one, revision: 7, changedBy: 'x', number: '9' }))))).toMatchObject({
      count: 0,
    });
  });

  test('tells what came, what went and what moved', () => {
    const after = document([row(2, {}), row(3, { kind: 'component', parent: 2 }), row(4, { position: 2 })]);
    expect(difference(base, after)).toMatchObject({
      added: [{ title: 'Fila 4' }],
      removed: [{ title: 'Fila 1' }],
      moved: [{ title: 'Fila 3', from: 'Fila 1', to: 'Fila 2' }],
      changed: [],
      count: 3,
    });
  });

  test('tells each field that changed, its text word by word', () => {
    const after = document([row(1, { title: 'Fila primera', endsOn: parseDay('2026-12-04') }), ...base.rows.slice(1)]);
    expect(difference(base, after).changed).toEqual([
      {
        key: 'item/1',
        kind: 'objective',
        number: '',
        title: 'Fila primera',
        fields: [
          {
            field: 'title',
            before: 'Fila 1',
            after: 'Fila primera',
            stretches: [
              { words: 'Fila ', change: 'same' },
              { words: '1', change: 'removed' },
              { words: 'primera', change: 'added' },
            ],
          },
          { field: 'endsOn', before: null, after: '2026-12-04', stretches: null },
        ],
      },
    ]);
  });

  test('shows the rows also served by name, and does not count a new name as a change of who serves it', () => {
    const serving = row(3, { kind: 'component', parent: 1, alsoServes: [2] });
    const renamed = document([row(1, {}), row(2, { position: 2, title: 'Otra' }), serving]);
    expect(difference(document([row(1, {}), row(2, { position: 2 }), serving]), renamed).changed.map(({ key }) => key)).toEqual(['item/2']);
    expect(difference(base, renamed).changed.find(({ key }) => key === 'item/3')!.fields).toMatchObject([
      { field: 'alsoServes', before: [], after: ['Otra'] },
    ]);
  });

  test('reads the sections too', () => {
    const section = {
      code: 'objetivo',
      kind: 'objective' as const,
      title: 'Objetivo',
      body: 'Que todos sepan.',
      items: [{ code: 'a', title: 'Uno', text: '' }],
    };
    const found = difference(
      document([], { sections: [section] }),
      document([], { sections: [{ ...section, items: [...section.items, { code: 'b', title: 'Dos', text: 'y más' }] }] }),
    );
    expect(found.changed[0]).toMatchObject({ kind: 'section', title: 'Objetivo', fields: [{ field: 'items' }] });
  });
});

test('the stretches of a text, put together, give both texts back', () => {
  const [before, after] = ['Enviar el boletín cada viernes', 'Enviar cada viernes el boletín interno'];
  const all = stretches(before, after);
  expect(
    all
      .filter(({ change }) => change !== 'added')
      .map(({ words }) => words)
      .join(''),
  ).toBe(before);
  expect(
    all
      .filter(({ change }) => change !== 'removed')
      .map(({ words }) => words)
      .join(''),
  ).toBe(after);
});

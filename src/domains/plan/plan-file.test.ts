import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDay } from '#platform/clock/day.ts';
import { isFaulty } from './faults.ts';
import { planFileShape, type PlanFile } from './plan-file.ts';
import { writeWorkbook } from './plan-file-model.ts';
import { writeYaml } from './plan-file-yaml.ts';
import { readPlanFile } from './read-plan-file.ts';

const templates = ['ministerio-tic', 'oficina-informatica'];
const source = (name: string) => readFileSync(new URL(`../../../templates/plans/${name}.yaml`, import.meta.url), 'utf8');
const explain = (key: string) => `about ${key}`;

async function read(bytes: Uint8Array | string): Promise<PlanFile> {
  const result = await readPlanFile(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  if (isFaulty(result) || result.faults.length > 0) throw new Error(JSON.stringify(result.faults.slice(0, 5)));
  return result.file;
}

async function faults(bytes: Uint8Array | string) {
  const result = await readPlanFile(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  return result.faults;
}

const smallest: PlanFile = planFileShape.parse({
  plan: { code: 'pec', title: 'Plan', unit: 'prensa', starts_on: '2026-01-01', ends_on: '2026-12-31' },
  units: [{ code: 'prensa', name: 'Oficina de Prensa' }],
  sections: [{ code: 'objetivo', kind: 'objective', title: 'Objetivo', items: [{ code: 'uno', title: 'Uno' }] }],
  segments: [{ code: 'servidores', name: 'Servidores', channels: ['correo'] }],
  channels: [{ code: 'correo', name: 'Correo', class: 'digital', mode: 'online' }],
  objectives: [{ code: '1', title: 'Informar' }],
  components: [{ code: 'interna', objective: '1', title: 'Interna' }],
  responsibilities: [{ code: 'interna-1', component: 'interna', title: 'Mantener informada a la planta' }],
  activities: [
    {
      code: 'A1',
      responsibility: 'interna-1',
      title: 'Boletín',
      unit: 'prensa',
      recurrence: 'weekly',
      segments: ['servidores'],
      channels: ['correo'],
    },
  ],
  indicators: [
    {
      code: 'I1',
      activity: 'A1',
      title: 'Boletines',
      measure: 'channels.internal_bulletins_sent',
      filter: { channel: 'correo' },
      unit: 'boletines',
      direction: 'up',
      adds_up: 'sum',
      frequency: 'month',
      targets: [{ starts_on: '2026-01-01', ends_on: '2026-12-31', value: 52 }],
    },
  ],
});

describe.each(templates)('%s', (name) => {
  test('is read, and says the same as YAML written again', async () => {
    const file = await read(source(name));
    expect(await read(writeYaml(file))).toEqual(file);
  });

  test('says the same as a workbook', async () => {
    const file = await read(source(name));
    expect(await read(await writeWorkbook(file, explain))).toEqual(file);
  });
});

test('any text survives both forms', async () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((one) => one.trim() !== '');
  await fc.assert(
    fc.asyncProperty(
      text,
      text,
      fc.double({ noNaN: true, min: -1e9, max: 1e9 }).map((value) => value + 0),
      async (title, description, value) => {
        const { data: file } = planFileShape.safeParse({
          ...smallest,
          activities: [{ ...smallest.activities[0], title, description }],
          indicators: [{ ...smallest.indicators[0], baseline: { value, note: description } }],
        });
        // A text of control characters alone is no title.
        fc.pre(file !== undefined);
        expect(await read(writeYaml(file))).toEqual(file);
        expect(await read(await writeWorkbook(file, explain))).toEqual(file);
      },
    ),
    { numRuns: 15 },
  );
}, 30_000);

describe('a YAML file that is wrong', () => {
  test('says the line of every fault', async () => {
    const text = writeYaml(smallest)
      .replace('recurrence: weekly', 'recurrence: fortnightly')
      .replace('direction: up', 'direction: upwards');
    expect(await faults(text)).toMatchObject([
      {
        code: 'input.invalid_value',
        details: { field: 'recurrence' },
        at: { line: 1 + text.split('\n').findIndex((line) => line.includes('fortnightly')) },
      },
      {
        code: 'input.invalid_value',
        details: { field: 'direction' },
        at: { line: 1 + text.split('\n').findIndex((line) => line.includes('upwards')) },
      },
    ]);
  });

  test.each([
    ['a name that is nowhere', { activities: [{ ...smallest.activities[0]!, responsibility: 'otra' }] }, 'plan_file.unknown'],
    ['a code twice', { objectives: [smallest.objectives[0]!, smallest.objectives[0]!] }, 'plan_file.repeated'],
    ['an activity outside the plan', { activities: [{ ...smallest.activities[0]!, ends_on: '2027-02-01' }] }, 'row.outside_plan'],
    ['a target without unit', { indicators: [{ ...smallest.indicators[0]!, unit: '' }] }, 'target.needs_unit'],
    ['a plan aligned with itself', { plan: { ...smallest.plan, aligns_with: 'pec' } }, 'plan.cycle'],
    ['an alignment to another plan', { objectives: [{ ...smallest.objectives[0]!, aligns: 'otro/1' }] }, 'plan_file.aligns_elsewhere'],
    ['a day that is not', { plan: { ...smallest.plan, ends_on: '2026-02-30' } }, 'input.day'],
    ['a column that is not of the form', { plan: { ...smallest.plan, colour: 'red' } }, 'plan_file.unknown_column'],
  ])('refuses %s', async (_, change, code) => {
    const found = await faults(writeYaml({ ...smallest, ...change } as PlanFile));
    expect(found).toMatchObject([{ code, at: { line: expect.any(Number) } }]);
  });

  test('says in one look what its shape, its names and its dates have wrong', async () => {
    const text = writeYaml({
      ...smallest,
      components: [{ ...smallest.components[0]!, objective: 'otro' }],
      activities: [{ ...smallest.activities[0]!, starts_on: parseDay('2025-01-01'), segments: ['nadie'] }],
    })
      .replace('direction: up', 'direction: upwards')
      .replace('recurrence: weekly', 'recurrence: fortnightly');
    expect((await faults(text)).map(({ code, details }) => [code, details.value ?? details.field ?? details.from])).toEqual([
      ['plan_file.unknown', 'otro'],
      ['row.outside_plan', '2026-01-01'],
      ['input.invalid_value', 'recurrence'],
      ['plan_file.unknown', 'nadie'],
      ['input.invalid_value', 'direction'],
    ]);
  });

  test('of a row without its code says nothing of who names it', async () => {
    const text = writeYaml(smallest).replace('code: interna-1', 'code: interna 1!');
    expect(await faults(text)).toMatchObject([{ code: 'input.code' }]);
  });

  test('never fails on anything, and never takes it for right', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.object({ key: fc.constantFrom('plan', 'activities', 'units', 'code', 'targets', 'starts_on', 'x') }),
        async (value) => {
          expect((await faults(JSON.stringify(value))).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('refuses what is not YAML, not text, or nothing', async () => {
    expect(await faults('plan: [')).toMatchObject([{ code: 'plan_file.yaml' }]);
    expect(await faults(new Uint8Array([0xff, 0xfe, 0]))).toMatchObject([{ code: 'plan_file.not_text' }]);
    expect((await faults('')).length).toBeGreaterThan(0);
  });
});

describe('a workbook that is wrong', () => {
  async function spoiled(spoil: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Uint8Array.from(await writeWorkbook(smallest, explain)).buffer);
    spoil(workbook);
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  }

  test('refuses formulas with sheet, row and column', async () => {
    const bytes = await spoiled((workbook) => {
      workbook.getWorksheet('activities')!.getCell('D2').value = { formula: 'A1', result: 'x' };
    });
    expect(await faults(bytes)).toEqual([{ code: 'plan_file.formula', details: {}, at: { sheet: 'activities', row: 2, column: 'title' } }]);
  });

  test('says in one look its formulas, its bad values and its names that are nowhere', async () => {
    const bytes = await spoiled((workbook) => {
      workbook.getWorksheet('activities')!.getCell('D2').value = { formula: 'A1', result: 'x' };
      workbook.getWorksheet('components')!.getCell('B2').value = 'otro';
      workbook.getWorksheet('targets')!.getCell('B2').value = 'enero';
      workbook.getWorksheet('segments')!.getCell('A1').value = 'codigo';
    });
    expect((await faults(bytes)).map(({ code, at }) => [code, at.sheet, at.row, at.column])).toEqual([
      ['plan_file.unknown_column', 'segments', 1, 'codigo'],
      ['plan_file.unheaded', 'segments', 2, 'A2'],
      ['plan_file.unknown', 'components', 2, 'objective'],
      ['plan_file.formula', 'activities', 2, 'title'],
      ['input.day', 'targets', 2, 'starts_on'],
    ]);
  });

  test('refuses merged cells, once', async () => {
    const bytes = await spoiled((workbook) => workbook.getWorksheet('objectives')!.mergeCells('A2:B3'));
    expect(await faults(bytes)).toMatchObject([{ code: 'plan_file.merged', at: { sheet: 'objectives', row: 2 } }]);
  });

  test('refuses a hundred thousand rows', async () => {
    const bytes = await spoiled((workbook) => {
      const sheet = workbook.getWorksheet('units')!;
      for (let row = 0; row < 21_000; row++) sheet.addRow([`u${row}`, 'x']);
    });
    expect(await faults(bytes)).toMatchObject([{ code: 'plan_file.too_many_rows', details: { maximum: 20_000 } }]);
  }, 30_000);

  test('points to the row of a bad value', async () => {
    const bytes = await spoiled((workbook) => {
      workbook.getWorksheet('targets')!.getCell('B2').value = 'enero';
    });
    expect(await faults(bytes)).toMatchObject([{ code: 'input.day', at: { sheet: 'targets', row: 2, column: 'starts_on' } }]);
  });

  test('reads dates written as text', async () => {
    const bytes = await spoiled((workbook) => {
      workbook.getWorksheet('targets')!.getCell('B2').value = '2026-01-01';
    });
    expect(await read(bytes)).toEqual(smallest);
  });

  test('refuses a ZIP that is no workbook', async () => {
    expect(await faults(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]))).toMatchObject([{ code: 'plan_file.unreadable' }]);
  });
});

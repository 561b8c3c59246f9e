import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createUnit } from '#domains/organization/index.ts';
import type { Database } from '#platform/db/database.ts';
import { Forbidden, accepted, isRefusal } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { type DraftedPlan, draftedPlan, fileOf, smallPlan } from '#test/support/drafted-plan.ts';
import { exportVersion } from './export.ts';
import { importPlan, previewImport } from './import.ts';
import type { PlanFile } from './plan-file.ts';
import { readPlanFile } from './read-plan-file.ts';
import { versionTree } from './reading.ts';
import { closeVersion } from './versions.ts';
import { isFaulty } from './faults.ts';

let database: Database;
let plan: DraftedPlan;
const template = (name: string) => new Uint8Array(readFileSync(new URL(`../../../templates/plans/${name}.yaml`, import.meta.url)));

beforeAll(async () => {
  database = await freshDatabase();
  plan = await draftedPlan(database.primary);
});

describe('importing a plan', () => {
  test.each(['ministerio-tic', 'oficina-informatica'])('keeps all that %s says', async (name) => {
    const ctx = plan.as('system');
    const { version, code } = accepted(await importPlan(ctx, { bytes: template(name) }));
    const read = await readPlanFile(template(name));
    if (isFaulty(read)) throw new Error('the template is wrong');
    expect(byCode(await exportVersion(ctx, version))).toEqual(byCode(read.file));
    expect(code).toBe(read.file.plan.code);
  });

  test('numbers the tree: components and indicators carry none', async () => {
    const rows = await versionTree(plan.as('system'), plan.version);
    expect(rows.map(({ kind, number }) => `${kind} ${number}`.trim())).toEqual([
      'objective 1',
      'component',
      'responsibility 1.1',
      'objective 2',
      'component',
      'responsibility 2.1',
      'activity 2.1.1',
      'indicator',
    ]);
  });

  test('matches dependencies by code or by name, and creates the others', async () => {
    const ctx = plan.as('julian');
    await createUnit(plan.as('system'), { name: 'Secretaría de Salud', code: 'salud', parent: null });
    const bytes = fileOf({
      ...smallPlan,
      plan: { ...smallPlan.plan, code: 'pec-salud', unit: 'secretaria-de-salud' },
      units: [...smallPlan.units, { code: 'secretaria-de-salud', name: 'secretaria de salud' }, { code: 'archivo', name: 'Archivo' }],
      indicators: [{ ...smallPlan.indicators[0]!, filter: { unit: 'secretaria-de-salud' } }],
    });
    const preview = accepted(await previewImport(ctx, { bytes }));
    expect(preview.units.map(({ code, matched }) => [code, matched])).toEqual([
      ['prensa', 'Oficina de Prensa'],
      ['despacho', 'Despacho de la Alcaldía'],
      ['secretaria-de-salud', 'Secretaría de Salud'],
      ['archivo', null],
    ]);
    const imported = accepted(await importPlan(ctx, { bytes }));
    expect(imported.unitsCreated).toBe(1);
    const file = await exportVersion(ctx, imported.version);
    expect(file.plan.unit).toBe('salud');
    expect(file.indicators[0]!.filter).toEqual({ unit: 'salud' });
  });

  test('again falls on the same items, as the next draft', async () => {
    const ctx = plan.as('julian');
    expect(await importPlan(ctx, { bytes: fileOf(smallPlan) })).toMatchObject({ refused: 'version.already_open', details: { number: 1 } });
    await closeVersion(plan.as('system'), { version: plan.version, note: 'Se reemplaza por el archivo corregido' });
    const again = accepted(
      await importPlan(ctx, {
        bytes: fileOf({
          ...smallPlan,
          objectives: [...smallPlan.objectives, { ...smallPlan.objectives[0]!, code: '3', title: 'Escuchar' }],
        }),
      }),
    );
    expect(again).toMatchObject({ plan: plan.plan, number: 2 });
    const [before, after] = [await versionTree(ctx, plan.version), await versionTree(ctx, again.version)];
    expect(after.slice(0, -1).map((row) => row.item)).toEqual(before.map((row) => row.item));
    expect(after.at(-1)).toMatchObject({ kind: 'objective', number: '3', title: 'Escuchar' });
  });

  test('of a wrong file imports nothing and lists every fault', async () => {
    const count = () =>
      database.primary
        .selectFrom('units')
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow();
    const before = await count();
    const bytes = fileOf({
      ...smallPlan,
      plan: { ...smallPlan.plan, code: 'otro', aligns_with: 'no-existe' },
      units: [...smallPlan.units, { code: 'nueva', name: 'Nueva' }],
      objectives: [
        { ...smallPlan.objectives[0]!, person: 'nadie@puertoclaro.gov.co' },
        { ...smallPlan.objectives[1]!, title: '' },
      ],
    });
    const result = await importPlan(plan.as('julian'), { bytes });
    expect(isFaulty(result) && result.faults.map((fault) => fault.code)).toEqual([
      'plan_file.no_parent',
      'plan_file.no_person',
      'input.required',
    ]);
    expect(isFaulty(result) && result.faults.every((fault) => fault.at.line)).toBe(true);
    expect(await count()).toEqual(before);
  });

  test('aligns objectives to the parent plan, and refuses a circle of plans', async () => {
    const ctx = plan.as('julian');
    const child: PlanFile = {
      ...smallPlan,
      plan: { ...smallPlan.plan, code: 'plan-oai', aligns_with: 'pec' },
      objectives: [{ ...smallPlan.objectives[0]!, aligns: 'pec/2' }, smallPlan.objectives[1]!],
    };
    const { version } = accepted(await importPlan(ctx, { bytes: fileOf(child) }));
    expect((await exportVersion(ctx, version)).objectives[0]!.aligns).toBe('pec/2');
    const circle = await importPlan(ctx, { bytes: fileOf({ ...smallPlan, plan: { ...smallPlan.plan, aligns_with: 'plan-oai' } }) });
    expect(isFaulty(circle) && circle.faults.map((fault) => fault.code)).toEqual(['plan.cycle']);
  });

  test('is not for everybody', async () => {
    await expect(importPlan(plan.as('diego'), { bytes: fileOf(smallPlan) })).rejects.toThrow(Forbidden);
    expect(isRefusal(await previewImport(plan.as('julian'), { bytes: new TextEncoder().encode('- no') }))).toBe(true);
  });
});

/** The order of the tree's lists follows the tree, not the file; what they say does not change. */
function byCode(file: PlanFile) {
  const sorted = <R extends { code: string }>(rows: readonly R[]) => rows.toSorted((one, other) => (one.code < other.code ? -1 : 1));
  return {
    ...file,
    components: sorted(file.components),
    responsibilities: sorted(file.responsibilities),
    activities: sorted(file.activities),
    indicators: sorted(file.indicators),
  };
}

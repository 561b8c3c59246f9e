import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#platform/db/database.ts';
import { parseDay } from '#platform/clock/day.ts';
import { accepted, Forbidden } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { type DraftedPlan, draftedPlan } from '#test/support/drafted-plan.ts';
import { findRow, rowHistory, versionTree } from './reading.ts';
import type { Row } from './plan.ts';
import { addRow, editRow, moveRow, removeRow } from './rows.ts';
import { editSection, getSection } from './sections.ts';
import { setTargets } from './targets.ts';
import { submitVersion } from './versions.ts';

let database: Database;
let plan: DraftedPlan;
let version: number;
const julian = () => plan.as('julian');
const rows = () => versionTree(plan.as('system'), version);
const row = async (code: string): Promise<Row> => (await rows()).find((one) => one.code === code)!;
const shown = async () => (await rows()).map(({ number, code }) => (number ? `${number} ${code}` : code));

beforeAll(async () => {
  database = await freshDatabase();
  plan = await draftedPlan(database.primary);
  version = plan.version;
});

describe('the rows of a draft', () => {
  test('are added with what their kind cannot do without', async () => {
    const parent = (await row('interna-1')).item;
    const { item } = accepted(await addRow(julian(), { version, kind: 'activity', parent, fields: { title: 'Lanzar «Cero papel»' } }));
    expect(await findRow(julian(), version, item)).toMatchObject({
      code: 'A2',
      number: '2.1.2',
      startsOn: '2024-01-01',
      endsOn: '2027-12-31',
      recurrence: 'none',
      revision: 1,
    });
    expect(await addRow(julian(), { version, kind: 'indicator', parent: item, fields: { title: 'Campañas' } })).toMatchObject({
      refused: 'input',
      problems: { measure: expect.anything() },
    });
    expect(await addRow(julian(), { version, kind: 'activity', parent: item, fields: { title: 'Mal colgada' } })).toMatchObject({
      refused: 'row.wrong_parent',
    });
  });

  test.each([
    [{ title: ' ' }, { problems: { title: { refused: 'input.required' } } }],
    [{ title: 'x'.repeat(501) }, { problems: { title: { refused: 'input.too_big' } } }],
    [{ startsOn: '2026-02-30' }, { problems: { startsOn: { refused: 'input.day' } } }],
    [
      { startsOn: '2026-06-01', endsOn: '2026-05-01' },
      { refused: 'row.backwards', field: 'endsOn' },
    ],
    [{ endsOn: '2028-01-01' }, { refused: 'row.outside_plan', field: 'endsOn' }],
    [{ segments: ['nadie'] }, { refused: 'row.unknown_segment', field: 'segments' }],
    [{ channels: ['paloma'] }, { refused: 'row.unknown_channel', field: 'channels' }],
    [{ unit: '987654' }, { refused: 'row.unknown_unit', field: 'unit' }],
    [{ person: crypto.randomUUID() }, { refused: 'row.unknown_person', field: 'person' }],
    [{ code: 'A2' }, { refused: 'row.code_taken', field: 'code' }],
  ])('refuse %j beside its field', async (fields, refusal) => {
    const { item, revision } = await row('A1');
    expect(await editRow(julian(), { version, item, revision, fields })).toMatchObject(refusal);
  });

  test('join what two people changed apart, and show what both changed', async () => {
    const { item, revision, title, description } = await row('A1');
    const was = { title, description };
    accepted(await editRow(plan.as('marcela'), { version, item, revision, fields: { title, description: 'Cada viernes a las 8.' }, was }));
    expect(await editRow(julian(), { version, item, revision, fields: { title: 'Enviar el boletín', description }, was })).toEqual({
      revision: revision + 2,
      joined: true,
    });
    expect(await row('A1')).toMatchObject({ title: 'Enviar el boletín', description: 'Cada viernes a las 8.' });
    expect(
      await editRow(plan.as('marcela'), { version, item, revision, fields: { title: 'Mandar el boletín', description }, was }),
    ).toMatchObject({
      refused: 'form.stale',
      details: { who: 'Julián Restrepo' },
      revision: revision + 2,
      conflicts: [{ field: 'title', yours: 'Mandar el boletín', theirs: 'Enviar el boletín' }],
    });
  });

  test('move with their branch, and the tree is numbered again', async () => {
    const [one, two] = [await row('1'), await row('2')];
    accepted(await moveRow(julian(), { version, item: two.item, parent: null, position: 1 }));
    expect(await shown()).toEqual(['1 2', 'interna', '1.1 interna-1', '1.1.1 A1', 'I1', '1.1.2 A2', '2 1', 'externa', '2.1 externa-1']);
    accepted(await moveRow(julian(), { version, item: (await row('A1')).item, parent: (await row('externa-1')).item, position: 1 }));
    expect(await row('A1')).toMatchObject({ number: '2.1.1', alsoServes: [] });
    expect(await moveRow(julian(), { version, item: (await row('A1')).item, parent: one.item, position: 1 })).toMatchObject({
      refused: 'row.wrong_parent',
    });
  });

  test('go with all that hangs from them', async () => {
    const { item, revision } = await row('externa');
    expect(await removeRow(julian(), { version, item, revision: revision + 1 })).toMatchObject({ refused: 'form.stale' });
    expect(await removeRow(julian(), { version, item, revision })).toEqual({ removed: 4 });
    expect(await shown()).toEqual(['1 2', 'interna', '1.1 interna-1', '1.1.1 A2', '2 1']);
    expect((await rowHistory(julian(), item)).edits[0]).toMatchObject({ action: 'row.removed', who: 'Julián Restrepo' });
  });

  test('are written by who may, and only in a draft', async () => {
    const { item, revision } = await row('A2');
    await expect(editRow(plan.as('diego'), { version, item, revision, fields: { title: 'X' } })).rejects.toThrow(Forbidden);
    await database.primary
      .transaction()
      .execute(async (db) => {
        await submitVersion({ ...julian(), db }, { version });
        expect(await editRow({ ...julian(), db }, { version, item, revision, fields: { title: 'X' } })).toMatchObject({
          refused: 'version.not_draft',
        });
        throw new Error('undo');
      })
      .catch((cause: Error) => expect(cause.message).toBe('undo'));
  });
});

describe('targets', () => {
  const target = (startsOn: string, endsOn: string, value = 10) => ({ startsOn: parseDay(startsOn), endsOn: parseDay(endsOn), value });

  test('need a unit, an order, room in the plan, and no overlap', async () => {
    const { item } = accepted(
      await addRow(julian(), {
        version,
        kind: 'indicator',
        parent: (await row('A2')).item,
        fields: { title: 'Campañas', measure: 'editorial.campaigns_designed' },
      }),
    );
    const set = (revision: number, ...targets: ReturnType<typeof target>[]) => setTargets(julian(), { version, item, revision, targets });
    expect(await set(1, target('2026-01-01', '2026-12-31'))).toMatchObject({ refused: 'target.needs_unit' });
    accepted(await editRow(julian(), { version, item, revision: 1, fields: { figureUnit: 'campañas' } }));
    expect(await set(2, target('2026-12-31', '2026-01-01'))).toMatchObject({ refused: 'target.backwards' });
    expect(await set(2, target('2023-01-01', '2023-12-31'))).toMatchObject({ refused: 'target.outside_plan' });
    expect(await set(2, target('2026-01-01', '2026-06-30'), target('2026-06-30', '2026-12-31'))).toMatchObject({
      refused: 'target.overlap',
      field: 'targets.1.startsOn',
    });
    expect(await set(2, target('2026-07-01', '2026-12-31', 4), target('2026-01-01', '2026-06-30', 2))).toEqual({ revision: 3 });
    expect((await findRow(julian(), version, item))!.targets.map(({ value }) => value)).toEqual([2, 4]);
  });
});

describe('the text', () => {
  test('is edited a section at a time, and two edits are joined', async () => {
    const { title, body, items, revision } = await getSection(julian(), version, 'objetivo');
    const was = { title, body, items };
    accepted(await editSection(plan.as('marcela'), { version, section: 'objetivo', revision, ...was, title: 'Nuestro objetivo', was }));
    accepted(await editSection(julian(), { version, section: 'objetivo', revision, ...was, body: 'Que todos sepan a tiempo.', was }));
    expect(await getSection(julian(), version, 'objetivo')).toMatchObject({ title: 'Nuestro objetivo', body: 'Que todos sepan a tiempo.' });
    expect(
      await editSection(plan.as('marcela'), { version, section: 'objetivo', revision, ...was, body: 'Otra cosa.', was }),
    ).toMatchObject({ refused: 'form.stale', conflicts: [{ field: 'body' }] });
  });
});

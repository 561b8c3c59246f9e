import { beforeEach, expect, test } from 'vitest';
import type { Database } from '#platform/db/database.ts';
import { outbox, readMail } from '#platform/mail/outbox.ts';
import { system } from '#platform/ctx.ts';
import { freshDatabase } from '#test/support/database.ts';
import { addRow, contextOn, workingPlan, type WorkingPlan } from '#test/support/working-plan.ts';
import { contentHash } from './content.ts';
import { handOver } from './handovers.ts';
import { versionDocument } from './reading.ts';

let database: Database;
let plan: WorkingPlan;
let activity: number;
const ctx = () => contextOn(database.primary, system, '2026-11-22');
const responsible = async (item = activity) =>
  (await database.primary.selectFrom('plan_rows').select('person_id').where('item_id', '=', item).orderBy('version_id').execute()).map(
    ({ person_id }) => person_id,
  );
const told = () => database.primary.selectFrom('audit_entries').select(['action', 'subject_id', 'before', 'after']).orderBy('id').execute();

beforeEach(async () => {
  database = await freshDatabase();
  plan = await workingPlan(database.primary);
  const julian = plan.people.julian.id;
  activity = await addRow(database.primary, plan, {
    kind: 'activity',
    title: 'Boletín',
    parent_id: plan.responsibility,
    unit_id: plan.units.oai,
    person_id: julian,
  });
  await database.primary.updateTable('plan_rows').set({ person_id: julian }).where('item_id', '=', plan.responsibility).execute();
});

test('what somebody answered for goes to whoever was named, with who had it', async () => {
  await database.primary
    .insertInto('annotations')
    .values({
      item_id: activity,
      starts_on: '2026-10-01',
      kind: 'action',
      text: 'Contratar edición',
      owner_id: plan.people.julian.id,
      written_at: new Date(),
    })
    .execute();
  await handOver(ctx(), plan.people.julian.id!, plan.people.diego.id);
  expect(await responsible()).toEqual([plan.people.diego.id]);
  expect(await responsible(plan.responsibility)).toEqual([plan.people.diego.id]);
  expect((await told()).map(({ action, after }) => [action, after])).toEqual([
    ['item.handed_over', { person: 'Diego Herazo' }],
    ['item.handed_over', { person: 'Diego Herazo' }],
    ['annotation.handed_over', { owner: 'Diego Herazo' }],
  ]);
  expect((await outbox(ctx())).total).toBe(0);
});

test('without a successor it is left with nobody, and the head of the dependency gets one letter', async () => {
  await handOver(ctx(), plan.people.julian.id!, null);
  expect(await responsible()).toEqual([null]);
  const { mails } = await outbox(ctx());
  expect(mails.map(({ to }) => to).toSorted()).toEqual(['marcela.ospina@puertoclaro.gov.co', 'tomas.arrieta@puertoclaro.gov.co']);
  expect((await readMail(ctx(), mails.find(({ to }) => to.startsWith('tomas'))!.id)).text).toContain('Boletín');
  expect((await told()).every(({ action }) => action === 'item.left_unowned')).toBe(true);
});

test('closed versions keep who answered then, and an approval keeps its hash', async () => {
  const before = contentHash(await versionDocument(ctx(), plan.version));
  await handOver(ctx(), plan.people.julian.id!, plan.people.diego.id);
  expect(contentHash(await versionDocument(ctx(), plan.version))).toBe(before);
  await database.primary.updateTable('plan_versions').set({ state: 'closed' }).execute();
  await handOver(ctx(), plan.people.diego.id!, null);
  expect(await responsible()).toEqual([plan.people.diego.id]);
});

test('done again it changes nothing', async () => {
  await handOver(ctx(), plan.people.julian.id!, plan.people.diego.id);
  const once = (await told()).length;
  await handOver(ctx(), plan.people.julian.id!, plan.people.diego.id);
  expect(await told()).toHaveLength(once);
});

import { beforeAll, expect, test } from 'vitest';
import type { Database } from '#platform/db/database.ts';
import { parse } from '#platform/http/form.ts';
import { accepted, Forbidden } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { addRow, contextOn, workingPlan, type WorkingPlan } from '#test/support/working-plan.ts';
import { annotationInput, type AnnotationInput } from './annotations.input.ts';
import { selectAnnotations } from './annotations.queries.ts';
import { annotate, withdrawAnnotation } from './annotations.ts';

let database: Database;
let plan: WorkingPlan;
let indicator: number;
const written = (more: Partial<Record<keyof AnnotationInput, unknown>> = {}) =>
  parse(annotationInput, {
    item: indicator,
    kind: 'cause',
    text: 'El camarógrafo estuvo en licencia',
    startsOn: '2026-07-06',
    endsOn: '2026-08-28',
    owner: '',
    dueOn: '',
    ...more,
  }) as AnnotationInput;
const on = (name: keyof WorkingPlan['people']) => contextOn(database.primary, plan.people[name], '2026-11-22');

beforeAll(async () => {
  database = await freshDatabase();
  plan = await workingPlan(database.primary);
  const activity = await addRow(database.primary, plan, {
    kind: 'activity',
    title: 'Producir',
    parent_id: plan.responsibility,
    unit_id: plan.units.oai,
  });
  indicator = await addRow(database.primary, plan, { kind: 'indicator', title: 'Videos', parent_id: activity });
});

test('a cause is written beside a figure and taken back by who wrote it', async () => {
  const { id } = accepted(await annotate(on('ana'), written()));
  expect(await selectAnnotations(database.primary, indicator)).toMatchObject([{ kind: 'cause', personName: 'Ana Villadiego' }]);
  await expect(withdrawAnnotation(on('diego'), { annotation: id })).rejects.toThrow(Forbidden);
  accepted(await withdrawAnnotation(on('ana'), { annotation: id }));
  expect(await selectAnnotations(database.primary, indicator)).toEqual([]);
});

test('an action has an owner and a day', async () => {
  const action = { kind: 'action', text: 'Contratar edición por horas' };
  expect(await annotate(on('ana'), written(action))).toMatchObject({ refused: 'annotation.needs_owner', field: 'owner' });
  expect(await annotate(on('ana'), written({ ...action, owner: plan.people.marcela.id }))).toMatchObject({
    refused: 'annotation.needs_date',
  });
  accepted(await annotate(on('ana'), written({ ...action, owner: plan.people.marcela.id, dueOn: '2026-11-30' })));
  expect(await selectAnnotations(database.primary, indicator)).toMatchObject([{ ownerName: 'Marcela Ospina', dueOn: '2026-11-30' }]);
});

test('it does not end before it begins, nor is it owed by nobody here', async () => {
  expect(await annotate(on('ana'), written({ endsOn: '2026-07-01' }))).toMatchObject({ refused: 'annotation.ends_before' });
  expect(await annotate(on('ana'), written({ kind: 'action', owner: crypto.randomUUID(), dueOn: '2026-11-30' }))).toMatchObject({
    refused: 'annotation.owner_gone',
  });
});

import { z } from 'zod';
import {
  addInput,
  addRow,
  editInput,
  editRow,
  moveRow,
  moveRowInput,
  removeInput,
  removeRow,
  rowHistory,
  setTargets,
  targetsInput,
} from '#domains/plan/index.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

/** The tree of a draft. */
export const planRowEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/versions/{version}/rows',
    says: 'Adds an objective, component, responsibility, activity or indicator to a draft.',
    action: 'plans.edit',
    input: addInput,
    run: ({ ctx, input }) => addRow(ctx, input),
  }),
  endpoint({
    method: 'patch',
    path: '/versions/{version}/rows/{item}',
    says: 'Edits a row of a draft; a stale revision is refused with both values.',
    action: 'plans.edit',
    input: editInput,
    run: ({ ctx, input }) => editRow(ctx, input),
  }),
  endpoint({
    method: 'put',
    path: '/versions/{version}/rows/{item}/place',
    says: 'Moves a row below another parent or among its siblings.',
    action: 'plans.edit',
    input: moveRowInput,
    run: ({ ctx, input }) => moveRow(ctx, input),
  }),
  endpoint({
    method: 'put',
    path: '/versions/{version}/rows/{item}/targets',
    says: 'Sets the targets of an indicator.',
    action: 'plans.edit',
    input: targetsInput,
    run: ({ ctx, input }) => setTargets(ctx, input),
  }),
  endpoint({
    method: 'delete',
    path: '/versions/{version}/rows/{item}',
    says: 'Removes a row and what hangs from it from a draft.',
    action: 'plans.edit',
    input: removeInput,
    run: ({ ctx, input }) => removeRow(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/items/{item}/history',
    says: 'What a row said in each version.',
    action: 'plans.read',
    input: z.object({ item: z.coerce.number().int().positive() }),
    run: async ({ ctx, input }) => ({ items: await rowHistory(ctx, input.item) }),
  }),
];

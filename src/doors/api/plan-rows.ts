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
import * as answer from './answers/plans.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

/** The tree of a draft. */
export const planRowEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/versions/{version}/rows',
    says: 'Adds an objective, component, responsibility, activity or indicator to a draft.',
    action: 'plans.edit',
    input: addInput,
    answer: answer.itemMade,
    run: ({ ctx, input }) => addRow(ctx, input),
  }),
  endpoint({
    method: 'patch',
    path: '/versions/{version}/rows/{item}',
    says: 'Edits a row of a draft; a stale revision is refused with both values.',
    action: 'plans.edit',
    input: editInput,
    answer: answer.edited,
    run: ({ ctx, input }) => editRow(ctx, input),
  }),
  endpoint({
    method: 'put',
    path: '/versions/{version}/rows/{item}/place',
    says: 'Moves a row below another parent or among its siblings.',
    action: 'plans.edit',
    input: moveRowInput,
    answer: answer.itemMade,
    run: ({ ctx, input }) => moveRow(ctx, input),
  }),
  endpoint({
    method: 'put',
    path: '/versions/{version}/rows/{item}/targets',
    says: 'Sets the targets of an indicator.',
    action: 'plans.edit',
    input: targetsInput,
    answer: answer.revision,
    run: ({ ctx, input }) => setTargets(ctx, input),
  }),
  endpoint({
    method: 'delete',
    path: '/versions/{version}/rows/{item}',
    says: 'Removes a row and what hangs from it from a draft.',
    action: 'plans.edit',
    input: removeInput,
    answer: answer.removed,
    run: ({ ctx, input }) => removeRow(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/items/{item}/history',
    says: 'What a row said in each version.',
    action: 'plans.read',
    input: z.object({ item: z.coerce.number().int().positive() }),
    answer: answer.history,
    run: ({ ctx, input }) => rowHistory(ctx, input.item),
  }),
];

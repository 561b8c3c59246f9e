import { Readable } from 'node:stream';
import { z } from 'zod';
import {
  activityHistory,
  assignActivity,
  assignmentInput,
  annotate,
  annotationInput,
  correctionInput,
  correctReading,
  decideReading,
  indicatorNotes,
  readingDecisionInput,
  readingInput,
  reportInput,
  reportProgress,
  takeReading,
  withdrawalInput,
  withdrawAnnotation,
} from '#domains/plan/index.ts';
import { refuse } from '#platform/refusal.ts';
import * as answer from './answers/work.ts';
import { made } from './answers/parts.ts';
import { itemMade } from './answers/plans.ts';
import { endpoint, type Endpoint } from './endpoint.ts';
import { readsItself } from '#domains/metrics/index.ts';

const item = z.object({ item: z.coerce.number().int().positive() });

/** What plans do: reports, readings, annotations, and the files that prove them. */
export const workEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/activities/{item}',
    says: 'An activity with its reports.',
    action: 'work.read',
    input: item,
    answer: answer.activity,
    run: ({ ctx, input }) => activityHistory(ctx, input.item),
  }),
  endpoint({
    method: 'post',
    path: '/activities/{item}/reports',
    says: 'Reports progress on one time of an activity, with evidence.',
    action: 'work.write',
    input: reportInput,
    answer: made,
    run: ({ ctx, input }) => reportProgress(ctx, input),
  }),
  endpoint({
    method: 'post',
    path: '/activities/{item}/responsible',
    says: 'Names who answers for an activity from now on, or nobody.',
    action: 'work.write',
    input: assignmentInput,
    answer: itemMade,
    run: ({ ctx, input }) => assignActivity(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/indicators/{item}',
    says: 'An indicator with its readings and annotations.',
    action: 'work.read',
    input: item,
    answer: answer.indicator,
    run: ({ ctx, input }) => indicatorNotes(ctx, input.item),
  }),
  endpoint({
    method: 'post',
    path: '/indicators/{item}/readings',
    says: 'Takes a reading, with evidence.',
    action: 'work.write',
    input: readingInput,
    answer: made,
    run: ({ ctx, input }) => takeReading(ctx, input, readsItself),
  }),
  endpoint({
    method: 'post',
    path: '/readings/{reading}/corrections',
    says: 'Corrects a reading; the first value stays.',
    action: 'work.write',
    input: correctionInput,
    answer: made,
    run: ({ ctx, input }) => correctReading(ctx, input),
  }),
  endpoint({
    method: 'post',
    path: '/readings/{reading}/decision',
    says: 'Accepts or returns a reading; whoever took it may not.',
    action: 'reading.decide',
    input: readingDecisionInput,
    answer: made,
    run: ({ ctx, input }) => decideReading(ctx, input),
  }),
  endpoint({
    method: 'post',
    path: '/indicators/{item}/annotations',
    says: 'Writes why a figure goes badly, or what is being done.',
    action: 'work.write',
    input: annotationInput,
    answer: made,
    run: ({ ctx, input }) => annotate(ctx, input),
  }),
  endpoint({
    method: 'delete',
    path: '/annotations/{annotation}',
    says: 'Withdraws an annotation.',
    action: 'work.write',
    input: withdrawalInput,
    answer: itemMade,
    run: ({ ctx, input }) => withdrawAnnotation(ctx, input),
  }),
  endpoint({
    method: 'post',
    path: '/files',
    says: 'Keeps a file and answers its id, to be named as evidence.',
    action: 'work.write',
    body: 'file',
    input: z.object({ name: z.string().trim().min(1).max(200) }),
    answer: answer.file,
    run: async ({ ctx, visit, input, request }) =>
      request.body
        ? visit.app.files.keep(ctx, { name: input.name, content: Readable.fromWeb(request.body as never) })
        : refuse('file.empty'),
  }),
];

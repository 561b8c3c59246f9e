import { Readable } from 'node:stream';
import { z } from 'zod';
import {
  beginVisitImport,
  getVisitImport,
  listVisitImports,
  lookAtVisitImport,
  matchedVisitImportInput,
  runVisitImport,
  stopVisitImport,
  visitColumns,
  visitFaultsPage,
  visitImportIdInput,
  visitImportLimit,
  visitImportsFilterInput,
  type VisitFault,
} from '#domains/metrics/index.ts';
import type { Visit } from '#platform/http/visit.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { isRefusal, refuse } from '#platform/refusal.ts';
import { made } from './answers/parts.ts';
import * as answer from './answers/traffic.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

const fileInput = z.object({ name: z.string('input.required').trim().min(1, 'input.required').max(200, 'input.too_big') });
const accepts = ['text/csv', 'application/json', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];

/** What Matomo, Umami or a file counted: matched, looked at, started, and followed to its end. */
export const trafficImportEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/traffic-imports',
    says: 'The imports of visits, by name, state and whose export they are; the last first, fifty a page.',
    action: 'traffic.read',
    input: visitImportsFilterInput,
    answer: answer.imports,
    run: async ({ ctx, input }) => {
      const { imports: items, ...rest } = await listVisitImports(ctx, input);
      return { items, ...rest };
    },
  }),
  endpoint({
    method: 'post',
    path: '/traffic-imports',
    says: 'Takes in a file (`name` says .csv, .xlsx or .json): its heads say whose export it is and what its columns may be. Nothing is counted yet.',
    action: 'traffic.import',
    body: 'file',
    input: fileInput,
    answer: made,
    run: async ({ ctx, visit, input: { name }, request }) => {
      if (!request.body) return refuse('file.empty');
      const content = Readable.fromWeb(request.body as never);
      const kept = await visit.app.files.keep(ctx, { name, content, accepts, limit: visitImportLimit });
      return isRefusal(kept) ? kept : beginVisitImport(ctx, visit.app, kept);
    },
  }),
  endpoint({
    method: 'get',
    path: '/traffic-imports/{id}',
    says: 'How an import stands, and what its columns may be.',
    action: 'traffic.read',
    input: visitImportIdInput,
    answer: answer.oneImport,
    run: async ({ ctx, input }) => ({ import: await getVisitImport(ctx, input.id), targets: visitColumns }),
  }),
  endpoint({
    method: 'post',
    path: '/traffic-imports/{id}/preview',
    says: 'What its first thousand rows would count with these columns; nothing is written.',
    action: 'traffic.import',
    input: matchedVisitImportInput,
    answer: answer.look,
    run: async ({ ctx, visit, input }) => {
      const look = await lookAtVisitImport(ctx, visit.app, input);
      return isRefusal(look) ? look : { ...look, faults: look.faults.map((fault) => told(fault, visit)) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/traffic-imports/{id}/start',
    says: 'Begins to count it, by a worker. On its days it takes the place of what the same system told before, and leaves out those that our own collector counted.',
    action: 'traffic.import',
    input: matchedVisitImportInput,
    answer: made,
    run: ({ ctx, input }) => runVisitImport(ctx, input),
  }),
  endpoint({
    method: 'post',
    path: '/traffic-imports/{id}/stop',
    says: 'Stops it while it comes in: nothing of it is counted. To count it after all, its file is taken in again.',
    action: 'traffic.import',
    input: visitImportIdInput,
    answer: made,
    run: ({ ctx, input }) => stopVisitImport(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/traffic-imports/{id}/faults',
    says: 'The rows that were not counted, as they were, with what is wrong; a thousand a page, `after` is the last row of the page before.',
    action: 'traffic.read',
    input: visitImportIdInput.extend({ after: z.coerce.number().int().positive().optional().catch(undefined) }),
    answer: answer.faults,
    run: async ({ ctx, visit, input }) => {
      const { heads } = await getVisitImport(ctx, input.id);
      const { faults, next } = await visitFaultsPage(ctx, input.id, input.after);
      return { heads, items: faults.map((fault) => told(fault, visit)), next };
    },
  }),
];

/** A fault with its sentence, in the language of whoever asks. */
const told = ({ row, cells, problem, value }: VisitFault, visit: Visit) => ({
  row,
  cells,
  code: problem,
  sentence: sayIn(visit.locale)(`refusals.${problem}`, { value, cell: value }),
});
